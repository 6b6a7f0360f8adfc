"""The real Splash for every test that renders, started once, as `make crawl` starts it: by the watchdog."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
WATCHDOG = PROJECT_DIR / "deploy/splash/watchdog.py"
START_SECONDS = 90
CASE_HOSTS = tuple(f"127.0.1.{number}" for number in range(1, 100))  # for tests where each page has its own host
ALLOWED = ",".join((*(f"127.0.0.{number}" for number in range(1, 10)), *CASE_HOSTS))


@dataclass
class RunningSplash:
    """A Splash that renders pages of 127.0.0.1 to 127.0.0.9 and of CASE_HOSTS, whatever their port."""

    port: int
    watchdog: subprocess.Popen[bytes]
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int | None:
        """The process id of Splash itself; None while it is being started again."""
        children = Path(f"/proc/{self.watchdog.pid}/task/{self.watchdog.pid}/children").read_text().split()
        commands = {int(pid): Path(f"/proc/{pid}/cmdline") for pid in children}
        return next((pid for pid, path in commands.items() if b"launcher.py" in path.read_bytes()), None)

    def kill(self) -> int:
        """Kill Splash as kill -9 does; the watchdog brings another. Return the process id that it had."""
        pid = self.pid
        assert pid is not None, "Splash is not running"
        os.kill(pid, signal.SIGKILL)
        return pid

    def answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/_ping")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def wait(self, *, other_than: int | None = None) -> None:
        """Wait until the watchdog has seen Splash answer, in another process than the one named."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.watchdog.poll() is None:
            pid = self.pid
            if pid not in {None, other_than} and f"Splash {pid} answers".encode() in self.log.read_bytes():
                return
            time.sleep(0.1)
        pytest.fail(f"Splash does not answer on port {self.port}:\n{self.log.read_text()[-3000:]}")


def need_splash() -> Path:
    """Return Splash's interpreter; where it is not set up the test is skipped, and fails where CI is set."""
    python = PROJECT_DIR / ".splash/bin/python"
    if not python.exists():
        message = "no Splash here: `make setup` sets it up"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return python


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start_splash(folder: Path, port: int, allowed: str = ALLOWED) -> RunningSplash:
    """Start a watchdog and its Splash; what both say goes to `splash.log` in the folder."""
    log = folder / "splash.log"
    environment = {**os.environ, "ALLOWED_PRIVATE_HOSTS": allowed}
    environment.pop("DATABASE_URL", None)
    with log.open("wb") as output:
        command = [sys.executable, WATCHDOG, "--port", str(port)]
        watchdog = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    return RunningSplash(port, watchdog, log)


@pytest.fixture(scope="session")
def splash(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSplash]:
    """Run one Splash for all tests."""
    need_splash()
    running = start_splash(tmp_path_factory.mktemp("splash"), free_port())
    try:
        running.wait()
        yield running
    finally:
        running.watchdog.terminate()
        running.watchdog.wait(timeout=30)
