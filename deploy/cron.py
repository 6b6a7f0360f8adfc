"""Run the lines of a crontab at their times, as a user who is not root: `cron.py FILE`.

Debian's cron daemon wants root, which a container should not give. Five fields (minute, hour, day, month, weekday),
each `*`, a number, a range, a list, with steps; UTC in a container. What a command says goes where this says things.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple, NoReturn

FIRST_AND_LAST = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


class Line(NamedTuple):
    """A line of a crontab: the numbers that each field names, and the command."""

    fields: tuple[frozenset[int], ...]
    any_day: bool
    command: str

    def is_due(self, moment: datetime) -> bool:
        """Say whether the line is to run in that minute; a day fits by its number or its weekday, as in cron."""
        minutes, hours, days, months, weekdays = self.fields
        by_number, by_weekday = moment.day in days, moment.isoweekday() % 7 in weekdays
        fits = by_number and by_weekday if self.any_day else by_number or by_weekday
        return fits and moment.minute in minutes and moment.hour in hours and moment.month in months


def read(text: str) -> list[Line]:
    """Read a crontab. Raises ValueError, which names the line, where it cannot."""
    return [read_line(line) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def read_line(line: str) -> Line:
    try:
        *fields, command = line.split(None, 5)
        numbers = [read_field(field, *bounds) for field, bounds in zip(fields, FIRST_AND_LAST, strict=True)]
    except ValueError as error:
        raise ValueError(f"crontab: cannot read {line!r} ({error})") from None
    numbers[4] = frozenset(number % 7 for number in numbers[4])  # 7 is Sunday too
    return Line(tuple(numbers), "*" in (fields[2][0], fields[4][0]), command)


def read_field(field: str, first: int, last: int) -> frozenset[int]:
    """Return the numbers that a field names: `*/15`, `1-5`, `0,30`."""
    numbers: set[int] = set()
    for part in field.split(","):
        span, _, step = part.partition("/")
        start, _, end = (f"{first}-{last}" if span == "*" else span).partition("-")
        numbers.update(range(int(start), int(end or (last if step else start)) + 1, int(step or 1)))
    if not numbers or not numbers <= set(range(first, last + 1)):
        raise ValueError(f"{field!r} is not within {first}-{last}")
    return frozenset(numbers)


def run(lines: list[Line]) -> NoReturn:
    """Start each line in its minutes, for ever."""
    running: list[subprocess.Popen[bytes]] = []
    minute = datetime.now().astimezone().replace(second=0, microsecond=0)
    while True:
        minute += timedelta(minutes=1)
        time.sleep(max(0.0, minute.timestamp() - time.time()))
        running = [process for process in running if process.poll() is None]
        running += [subprocess.Popen(["/bin/sh", "-c", line.command]) for line in lines if line.is_due(minute)]


def main() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        run(read(Path(sys.argv[1]).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:  # the container ends: its init tells the commands so, too
        sys.exit(0)


if __name__ == "__main__":
    main()
