"""Run the lines of a crontab at their times, as a user who is not root: `cron.py FILE`.

Debian's cron daemon wants root, which a container should not give. Five fields of time, as Debian's cron reads them,
in UTC; then the command. What passes while the machine is suspended is left out. What a command says goes where this
says things; a signal that ends this ends the commands first.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cronsim import CronSim, CronSimError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Line(NamedTuple):
    """A line of a crontab: its five fields of time, and the command."""

    times: str
    command: str

    def is_due(self, minute: datetime) -> bool:
        """Say whether the line is to run in a minute, which is given by its beginning."""
        return next(CronSim(self.times, minute - timedelta(seconds=1))) == minute


def read(text: str) -> list[Line]:
    """Read a crontab. Raises ValueError, which names the line, where it cannot."""
    return [read_line(line) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def read_line(text: str) -> Line:
    *fields, command = text.split(None, 5)
    line = Line(" ".join(fields), command)
    try:
        next(CronSim(line.times, datetime.now(UTC)))
    except (CronSimError, StopIteration) as error:
        raise ValueError(f"crontab: cannot read {text!r} ({str(error) or 'it never runs'})") from None
    return line


def minutes(
    now: Callable[[], datetime] = lambda: datetime.now(UTC), sleep: Callable[[float], None] = time.sleep
) -> Iterator[datetime]:
    """Wait for each minute, and yield it; one that is past when the machine wakes up is no more."""
    while True:
        following = now().replace(second=0, microsecond=0) + timedelta(minutes=1)
        while (moment := now()) < following:
            sleep((following - moment).total_seconds())
        yield moment.replace(second=0, microsecond=0)


class Commands:
    """The commands that run. Their processes hold the end of a pipe, which closes when the last of them has ended."""

    def __init__(self) -> None:
        self.shells: list[subprocess.Popen[bytes]] = []
        self.watched, self.held = os.pipe()

    def start(self, command: str) -> None:
        """Start a command in a process group of its own."""
        self.shells = [shell for shell in self.shells if shell.poll() is None]
        shell = subprocess.Popen(["/bin/sh", "-c", command], start_new_session=True, pass_fds=[self.held])
        self.shells.append(shell)

    def end(self) -> None:
        """Ask all of them to end, and wait until they have: a container's init asks its own child alone."""
        for shell in self.shells:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGTERM)
        os.close(self.held)
        os.read(self.watched, 1)


def run(lines: list[Line], moments: Iterable[datetime]) -> None:
    """Start each line in its minutes, until a signal comes; then end what runs."""
    commands = Commands()
    with contextlib.suppress(KeyboardInterrupt):
        for minute in moments:
            for line in lines:
                if line.is_due(minute):
                    commands.start(line.command)
    with contextlib.suppress(KeyboardInterrupt):  # a second signal: wait no longer
        commands.end()


def main() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        lines = read(Path(sys.argv[1]).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    run(lines, minutes())


if __name__ == "__main__":
    main()
