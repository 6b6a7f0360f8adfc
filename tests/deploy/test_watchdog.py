"""A Splash that crashes or hangs is brought back, and none is left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.deploy.asking import render
from tests.plugins.splash import WATCHDOG, RunningSplash, free_port, start_splash

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.deploy.asking import Site

PATIENCE_SECONDS = 60


@pytest.fixture
def own_splash(splash: RunningSplash, tmp_path: Path) -> Iterator[RunningSplash]:
    """Run a Splash of the test's own, which it may ruin; `splash` has seen to it that it can be run here."""
    del splash
    own = start_splash(tmp_path, free_port())
    try:
        own.wait()
        yield own
    finally:
        own.watchdog.kill()
        own.watchdog.wait()


def group(leader: int | None) -> set[int]:
    """Return the living processes of a process group."""
    members = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            state, _, process_group = status.read_text().rpartition(")")[2].split()[:3]
            if int(process_group) == leader and state != "Z":
                members.add(int(status.parent.name))
    return members


def wait_until_gone(leader: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while group(leader):
        assert time.monotonic() < deadline, f"still there: {group(leader)}"
        time.sleep(0.05)


def test_a_killed_splash_is_brought_back(own_splash: RunningSplash, site: Site) -> None:
    site.pages["/"] = "<p>back</p>"

    killed = own_splash.kill()
    own_splash.wait(other_than=killed)

    assert "back" in render(own_splash, site.url("/"))
    assert group(killed) == set()


def test_a_page_that_never_ends_costs_one_splash(own_splash: RunningSplash, site: Site) -> None:
    site.pages["/loop"] = "<script>while (true) {}</script>"
    site.pages["/"] = "<p>back</p>"
    frozen = own_splash.pid

    def ask() -> None:
        with contextlib.suppress(OSError):
            render(own_splash, site.url("/loop"), timeout=PATIENCE_SECONDS)

    asking = threading.Thread(target=ask)
    asking.start()
    own_splash.wait(other_than=frozen)
    asking.join()

    assert "back" in render(own_splash, site.url("/"))
    assert "Splash does not answer; it is started again" in own_splash.log.read_text()


@pytest.mark.parametrize("farewell", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_watchdog_and_its_splash(own_splash: RunningSplash, farewell: signal.Signals) -> None:
    leader = own_splash.pid
    assert leader in group(leader)

    own_splash.watchdog.send_signal(farewell)

    assert own_splash.watchdog.wait(PATIENCE_SECONDS) == 0
    assert group(leader) == set()
    assert not own_splash.answers()


def test_a_killed_watchdog_leaves_no_splash_behind(own_splash: RunningSplash) -> None:
    leader = own_splash.pid
    assert leader is not None

    own_splash.watchdog.kill()
    own_splash.watchdog.wait()
    wait_until_gone(leader)

    assert not own_splash.answers()


def test_splash_never_sees_the_password_of_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://refkeep:secret@localhost/refkeep")
    port = free_port()
    command = [sys.executable, WATCHDOG, "--port", str(port)]
    with (tmp_path / "splash.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as watchdog:
        running = RunningSplash(port, watchdog, tmp_path / "splash.log")
        try:
            running.wait()
            environment = Path(f"/proc/{running.pid}/environ").read_bytes()
        finally:
            watchdog.terminate()

    assert b"secret" not in environment
    assert b"SPLASH_PROXY=127.0.0.1:" in environment


def test_a_port_that_is_taken_is_named_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run([sys.executable, WATCHDOG, "--port", port], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert done.stderr.startswith(f"watchdog: port {port} cannot be used")
    assert done.stderr.count("\n") == 1


def test_a_setting_that_cannot_be_read_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_PRIVATE_HOSTS", "wiki.lan:http")
    command = [sys.executable, WATCHDOG, "--port", str(free_port())]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert done.stderr == "watchdog: ALLOWED_PRIVATE_HOSTS: 'wiki.lan:http' is no host and no host:port\n"


def test_it_gives_up_on_a_splash_that_does_not_start(splash: RunningSplash, monkeypatch: pytest.MonkeyPatch) -> None:
    del splash
    monkeypatch.setenv("SPLASH_SLOTS", "many")
    command = [sys.executable, WATCHDOG, "--port", str(free_port())]

    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("watchdog: Splash did not start, 3 times in a row")
