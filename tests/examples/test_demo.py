from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from examples.site.serve import HOST, PORT, serve

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
# What stands in for the crawl: the rest of the demo is as it is.
DEMO = "import sys; from examples.demo import main; sys.exit(main(sys.argv[1:]))"
REPORT = """
import json, os, sys, urllib.request
with urllib.request.urlopen("http://127.0.0.1:8731/tistory/102", timeout=10) as page:
    status = page.status
names = ("NOTES_DIR", "DATABASE_URL", "FEED_DIR", "ALLOWED_PRIVATE_HOSTS")
print(json.dumps({"status": status, "folder": os.getcwd(), "settings": {name: os.environ[name] for name in names}}))
"""
WAIT_FOR_SIGNAL = """
import signal, sys, time
signal.signal(signal.SIGINT, lambda *_: sys.exit(7))
print("ready", flush=True)
time.sleep(60)
"""


def port_is_free() -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, PORT)) != 0


@pytest.fixture(autouse=True)
def _free_port() -> None:
    if not port_is_free():
        pytest.fail(f"something listens on {HOST}:{PORT}, the address of the demo")


def demo(*command: str) -> AbstractContextManager[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT_DIR)}
    arguments = [sys.executable, "-c", DEMO, *command]
    pipe = subprocess.PIPE
    return subprocess.Popen(arguments, cwd="/", env=environment, stdout=pipe, stderr=pipe, text=True)


def ended(*command: str) -> tuple[int, str, str]:
    with demo(*command) as process:
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err


def test_the_command_runs_in_the_projects_folder_with_the_site_and_settings_of_its_own() -> None:
    code, out, err = ended(sys.executable, "-c", REPORT)

    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "status": 200,
        "folder": str(PROJECT_DIR),
        "settings": {
            "NOTES_DIR": "examples/notes",
            "DATABASE_URL": "sqlite:///data/demo.db",
            "FEED_DIR": "data/demo-feeds",
            "ALLOWED_PRIVATE_HOSTS": "127.0.0.1:8731",
        },
    }


def test_the_exit_code_is_the_commands_and_the_site_ends_with_it() -> None:
    assert ended(sys.executable, "-c", "raise SystemExit(3)")[0] == 3
    assert port_is_free()


def test_a_command_that_a_signal_killed_exits_as_in_a_shell() -> None:
    assert ended(sys.executable, "-c", "import os; os.kill(os.getpid(), 9)")[0] == 128 + signal.SIGKILL


def test_an_interrupt_is_passed_on() -> None:
    with demo(sys.executable, "-c", WAIT_FOR_SIGNAL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (7, "")


def test_a_taken_port_is_named_with_the_mend_and_nothing_is_run() -> None:
    with serve():
        code, out, err = ended(sys.executable, "-c", "print('run')")

    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "8731" in err
    assert "stop what listens there" in err


def test_further_arguments_go_to_scrapy() -> None:
    arguments = [sys.executable, "examples/demo.py", "--no-such-option"]
    refused = subprocess.run(arguments, cwd=PROJECT_DIR, capture_output=True, text=True, timeout=60, check=False)

    assert refused.returncode == 2
    assert "--no-such-option" in refused.stderr
