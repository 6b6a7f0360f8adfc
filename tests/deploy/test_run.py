"""A command has a Splash beside it for as long as it runs."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.deploy.conftest import SPLASH_DIR
from tests.plugins.splash import free_port

if TYPE_CHECKING:
    from tests.plugins.splash import RunningSplash

PING = (
    "import json, os, sys, urllib.request as u; "
    "print(json.load(u.urlopen(os.environ['SPLASH_URL'] + '/_ping'))['status'], flush=True); "
)
PATIENCE_SECONDS = 30


def start(*command: str, splash_url: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "SPLASH_URL": splash_url}
    script = [sys.executable, SPLASH_DIR / "run.py", "--", *command]
    return subprocess.Popen(script, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def wait_until_free(port: int) -> None:
    """Wait until nothing listens on a port of loopback."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            return
        assert time.monotonic() < deadline, f"something still listens on {port}"
        time.sleep(0.05)


def test_a_command_finds_splash_and_its_exit_code_is_passed_on(splash: RunningSplash) -> None:
    del splash  # it has seen to it that one can be run here
    port = free_port()

    done = finish(start(sys.executable, "-c", PING + "sys.exit(7)", splash_url=f"http://127.0.0.1:{port}"))
    wait_until_free(port)

    assert done == (7, "ok\n", "")


@pytest.mark.parametrize("farewell", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_signal_reaches_the_command_while_splash_is_there_and_then_splash_ends(
    splash: RunningSplash, farewell: signal.Signals
) -> None:
    del splash
    port = free_port()
    says_goodbye = (
        "import signal, time; goodbye = lambda *_: (print(json.load(u.urlopen(os.environ['SPLASH_URL'] + '/_ping')) "
        "['status'], 'at the end'), sys.exit(3)); signal.signal(signal.SIGINT, goodbye); "
        "signal.signal(signal.SIGTERM, goodbye); " + PING + "time.sleep(60)"
    )
    command = start(
        sys.executable,
        "-c",
        f"import json, os, sys, urllib.request as u; {says_goodbye}",
        splash_url=f"http://127.0.0.1:{port}",
    )
    assert command.stdout is not None
    assert command.stdout.readline() == "ok\n"

    command.send_signal(farewell)
    code, rest, _ = finish(command)
    wait_until_free(port)

    assert (code, rest) == ((-signal.SIGKILL, "") if farewell == signal.SIGKILL else (3, "ok at the end\n"))


def test_ctrl_c_while_splash_starts_leaves_nothing_and_says_nothing(splash: RunningSplash) -> None:
    del splash
    port = free_port()
    command = start("echo", "done", splash_url=f"http://127.0.0.1:{port}")
    children = Path(f"/proc/{command.pid}/task/{command.pid}/children")
    while not children.read_text("ascii"):
        assert command.poll() is None
        time.sleep(0.001)

    command.send_signal(signal.SIGINT)
    done = finish(command)
    wait_until_free(port)

    assert done == (130, "", "")


def test_a_splash_that_answers_already_is_used_and_left(splash: RunningSplash) -> None:
    pid = splash.pid

    done = finish(start(sys.executable, "-c", PING, splash_url=splash.url))

    assert done == (0, "ok\n", "")
    assert splash.pid == pid


@pytest.mark.parametrize("url", ["", "http://splash.example.org:8050", "http://192.0.2.1:8050"])
def test_without_a_splash_of_this_machine_the_command_just_runs(url: str) -> None:
    assert finish(start("echo", "done", splash_url=url)) == (0, "done\n", "")


def test_a_port_that_something_else_holds_is_named_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        taken.settimeout(0)
        port = taken.getsockname()[1]
        code, out, err = finish(start("echo", "done", splash_url=f"http://127.0.0.1:{port}"))

    assert (code, out) == (2, "")
    assert err == (
        f"splash: port {port} cannot be used (Address already in use): "
        "end what holds it, or set SPLASH_URL to another port\n"
    )


@pytest.mark.parametrize("url", ["localhost:8050", "http://", "http://127.0.0.1:port", "ftp://127.0.0.1:8050"])
def test_an_unusable_splash_url_is_named_in_one_line(url: str) -> None:
    code, out, err = finish(start("echo", "done", splash_url=url))

    assert (code, out) == (2, "")
    assert err == f"splash: SPLASH_URL is {url!r}; it has to look like http://127.0.0.1:8050\n"
