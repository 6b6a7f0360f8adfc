"""The scheduled crawl."""

from __future__ import annotations

import importlib.util
import os
import subprocess
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.deploy.conftest import PROJECT_DIR

if TYPE_CHECKING:
    from pathlib import Path


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
    start = datetime(2026, 2, 1)  # noqa: DTZ001 - a crontab means local time
    minutes = (start + timedelta(minutes=minute) for minute in range(days * 24 * 60))
    return [f"{moment:%a %d %H:%M}" for moment in minutes if line.is_due(moment)]


@pytest.mark.parametrize(
    ("when", "moments"),
    [
        ("17 4 3 * *", ["Tue 03 04:17"]),
        ("0 6 * * 1-2", ["Mon 02 06:00", "Tue 03 06:00", "Mon 09 06:00", "Tue 10 06:00"]),
        ("*/30 12 5 2 *", ["Thu 05 12:00", "Thu 05 12:30"]),
        ("5-15/5 0 1 * *", ["Sun 01 00:05", "Sun 01 00:10", "Sun 01 00:15"]),
        ("0 0 * * 7", ["Sun 01 00:00", "Sun 08 00:00"]),
        ("0 0 13 * 1", ["Mon 02 00:00", "Mon 09 00:00", "Fri 13 00:00"]),
        ("0 1,2 1 3 *", []),
    ],
)
def test_a_line_runs_in_its_minutes(cron: Any, when: str, moments: list[str]) -> None:
    assert due(cron, when) == moments


@pytest.mark.parametrize("line", ["61 * * * * true", "* * * true", "0 0 0 * * true", "a * * * * true", "9-3 * * * * x"])
def test_a_line_that_cannot_be_read_is_named(cron: Any, line: str) -> None:
    with pytest.raises(ValueError, match="cannot read") as caught:
        cron.read(line)

    assert line in str(caught.value)


def test_the_crontab_crawls_every_day(cron: Any) -> None:
    (line,) = cron.read((PROJECT_DIR / "deploy/crontab").read_text())

    assert len([day for day in range(14) if line.is_due(datetime(2026, 2, 1 + day, 4, 17))]) == 14  # noqa: DTZ001


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
