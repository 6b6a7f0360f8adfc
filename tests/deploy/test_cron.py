"""The scheduled crawl."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest

from tests.deploy.conftest import PROJECT_DIR

if TYPE_CHECKING:
    from pathlib import Path

# Runs one line in its minute and waits for the next one, as cron.py does; a minute comes at once.
DRIVER = """
import signal, sys, time
from datetime import UTC, datetime
sys.path.insert(0, "deploy")
import cron

def moments():
    yield datetime(2026, 2, 1, tzinfo=UTC)
    time.sleep(60)

signal.signal(signal.SIGTERM, signal.default_int_handler)
cron.run(cron.read("* * * * * " + sys.argv[1]), moments())
print("cron has ended")
"""


@pytest.fixture(scope="module")
def cron() -> Any:
    spec = importlib.util.spec_from_file_location("cron", PROJECT_DIR / "deploy/cron.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def due(cron: Any, when: str, days: int = 14) -> list[str]:
    """Return the moments of two weeks from Sunday, 1 February 2026, in which a line runs."""
    (line,) = cron.read(f"{when} true")
    start = datetime(2026, 2, 1, tzinfo=UTC)
    minutes = (start + timedelta(minutes=minute) for minute in range(days * 24 * 60))
    return [f"{moment:%a %d %H:%M}" for moment in minutes if line.is_due(moment)]


@pytest.mark.parametrize(
    ("when", "moments"),
    [
        ("17 4 3 * *", ["Tue 03 04:17"]),
        ("0 6 * * mon-tue", ["Mon 02 06:00", "Tue 03 06:00", "Mon 09 06:00", "Tue 10 06:00"]),
        ("*/30 12 5 2 *", ["Thu 05 12:00", "Thu 05 12:30"]),
        ("5-15/5 0 1 * *", ["Sun 01 00:05", "Sun 01 00:10", "Sun 01 00:15"]),
        ("0 0 * * 7", ["Sun 01 00:00", "Sun 08 00:00"]),
        ("0 0 13 * 1", ["Mon 02 00:00", "Mon 09 00:00", "Fri 13 00:00"]),
        ("0 1,2 1 3 *", []),
    ],
)
def test_a_line_runs_in_its_minutes(cron: Any, when: str, moments: list[str]) -> None:
    assert due(cron, when) == moments


@pytest.mark.parametrize(
    "line",
    ["61 * * * * true", "* * * true", "true", "0 0 0 * * true", "a * * * * true", "9-3 * * * * x", "0 0 30 2 * x"],
)
def test_a_line_that_cannot_be_read_is_named(cron: Any, line: str) -> None:
    with pytest.raises(ValueError, match="cannot read") as caught:
        cron.read(line)

    assert line in str(caught.value)


def test_a_file_that_cannot_be_read_is_named_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "crontab").write_text("# daily\n0 4 * * scrapy\n")
    command = [sys.executable, PROJECT_DIR / "deploy/cron.py"]

    for path in (tmp_path / "crontab", tmp_path / "absent"):
        done = subprocess.run([*command, path], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr


def test_minutes_that_pass_while_the_machine_is_suspended_are_left_out(cron: Any) -> None:
    clock = [datetime(2026, 2, 1, 4, 15, 50, tzinfo=UTC)]
    asleep = iter([timedelta(), timedelta(hours=8, seconds=20), timedelta(), timedelta(seconds=-1), timedelta()])

    def sleep(seconds: float) -> None:
        clock[0] += timedelta(seconds=seconds) + next(asleep)

    moments = cron.minutes(now=lambda: clock[0], sleep=sleep)

    assert [f"{minute:%H:%M}" for minute in islice(moments, 4)] == ["04:16", "12:17", "12:18", "12:19"]


def test_a_signal_ends_the_commands_before_cron_ends() -> None:
    crawl = "trap 'sleep 0.3; echo crawl has ended; exit' TERM; echo crawl; while :; do sleep 0.05; done"
    driver = subprocess.Popen(
        [sys.executable, "-c", DRIVER, f"({crawl}); true"], cwd=PROJECT_DIR, stdout=subprocess.PIPE, text=True
    )
    assert driver.stdout is not None
    assert driver.stdout.readline() == "crawl\n"

    driver.send_signal(signal.SIGTERM)
    said, _ = driver.communicate(timeout=30)

    assert (driver.returncode, said) == (0, "crawl has ended\ncron has ended\n")


def test_the_crontab_crawls_every_day(cron: Any) -> None:
    (line,) = cron.read((PROJECT_DIR / "deploy/crontab").read_text())

    assert len([day for day in range(14) if line.is_due(datetime(2026, 2, 1 + day, 4, 17, tzinfo=UTC))]) == 14


def test_the_command_of_the_crontab_crawls(cron: Any, tmp_path: Path) -> None:
    (line,) = cron.read((PROJECT_DIR / "deploy/crontab").read_text())
    (tmp_path / "note.md").write_text("A note without sources.\n")
    environment = {
        **os.environ,
        "PATH": f"{PROJECT_DIR / '.venv/bin'}:{os.environ['PATH']}",
        "NOTES_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'refkeep.db'}",
        "FEED_DIR": str(tmp_path / "feeds"),
        "SPLASH_URL": "",
    }

    done = subprocess.run(
        ["/bin/sh", "-c", line.command], cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False
    )

    assert (done.returncode, (tmp_path / "refkeep.db").exists()) == (0, True), done.stderr
