"""scrapy crawl sources as a command: what it refuses, what it returns."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.storage import make_sessions, open_engine, upgrade
from crawler.storage.hold import hold_lease

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
SCRAPY = Path(sys.executable).with_name("scrapy")


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.md").write_text("# A\n\nNo citation here.\n", "utf-8")
    return folder


def crawl(tmp_path: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'refkeep.db'}",
        "FEED_DIR": str(tmp_path / "feeds"),
        "SPLASH_URL": "",
        **settings,
    }
    command = [SCRAPY, "crawl", *arguments]
    return subprocess.run(command, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False)


def complaint(run: subprocess.CompletedProcess[str]) -> str:
    """Return the one line with which a crawl was refused."""
    lines = run.stderr.splitlines()
    assert run.returncode == 2, run.stderr
    assert run.stdout == ""
    assert len(lines) == 1, run.stderr
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sources", "-a", "notes=/no/such/folder"], ["/no/such/folder", "-a notes="]),
        (["sources", "-a", "colour=red"], ["colour", "notes"]),
        (["sources", "-a", "refresh=some"], ["refresh=some", "due", "all", "failed"]),
        (["sources", "-a", "limit=many"], ["limit=many"]),
        (["sources", "-a", "limit"], ["NAME=VALUE"]),
        (["sources", "--bogus"], ["--bogus"]),
        (["sauces"], ["sauces", "sources"]),
        ([], ["spider"]),
    ],
)
def test_wrong_usage_is_one_line_that_names_it(
    tmp_path: Path, notes: Path, arguments: list[str], words: list[str]
) -> None:
    line = complaint(crawl(tmp_path, *arguments, NOTES_DIR=str(notes)))

    assert all(word in line for word in words), line
    assert not (tmp_path / "refkeep.db").exists(), "nothing was changed"


def test_an_empty_name_is_no_folder_of_notes(tmp_path: Path) -> None:
    assert "no notes folder ''" in complaint(crawl(tmp_path, "sources", NOTES_DIR=""))


def test_a_folder_without_notes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert "no notes in" in complaint(crawl(tmp_path, "sources", "-a", f"notes={tmp_path / 'empty'}"))


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"DATABASE_URL": "nonsense"}, ["nonsense"]),
        ({"DATABASE_URL": "sqlite:////proc/no/such.db"}, ["/proc/no"]),
        ({"DATABASE_URL": "postgresql://me:secret@127.0.0.1:1/x"}, ["127.0.0.1"]),
        ({"ALLOWED_PRIVATE_HOSTS": "a:b:c"}, ["ALLOWED_PRIVATE_HOSTS", "a:b:c"]),
        ({"SPLASH_URL": "localhost"}, ["SPLASH_URL", "http://127.0.0.1:8050"]),
        ({"SPLASH_URL": "http://me:secret@localhost:8050"}, ["SPLASH_URL"]),
        ({"SPLASH_SLOTS": "many"}, ["SPLASH_SLOTS", "many"]),
        ({"SPLASH_SLOTS": "0"}, ["SPLASH_SLOTS"]),
        ({"SPLASH_SLOTS": "2.5"}, ["SPLASH_SLOTS"]),
        ({"DOWNLOAD_DELAY": "slow"}, ["DOWNLOAD_DELAY", "slow"]),
        ({"DOWNLOAD_DELAY": "9" * 400}, ["DOWNLOAD_DELAY"]),
        ({"CLEAN_WORKERS": "9999"}, ["CLEAN_WORKERS=9999", "99"]),
        ({"SPLASH_URL": "http://[::"}, ["SPLASH_URL"]),
        ({"SPLASH_URL": "http://127.0.0.1:99999"}, ["SPLASH_URL"]),
        ({"ARCHIVE_URL": "https://127.0.0.1:99999/web/"}, ["ARCHIVE_URL"]),
        ({"CONTACT": "me\nX-Header: 1"}, ["CONTACT"]),
        ({"FEED_DIR": "/proc/feeds"}, ["FEED_DIR=/proc/feeds"]),
        ({"FEED_DIR": "/dev/null/feeds"}, ["FEED_DIR=/dev/null/feeds"]),
        ({"RECRAWL_MIN": "weekly"}, ["RECRAWL_MIN", "weekly", "days"]),
        ({"RECRAWL_MIN": "30", "RECRAWL_MAX": "10"}, ["RECRAWL_MIN=30", "RECRAWL_MAX=10"]),
        ({"WEBHOOK_URL": "ftp://hooks.example/secret"}, ["WEBHOOK_URL", "http://"]),
        ({"RENDER_POLICY": "velog=fast"}, ["RENDER_POLICY", "velog=fast", "splash, plain, auto"]),
        ({"RENDER_POLICY": "velogg=plain"}, ["RENDER_POLICY", "velogg"]),
        ({"RENDER_POLICY": "*=chromium", "PATH": ""}, ["chromium", "make chromium"]),  # where there is none
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(
    tmp_path: Path, notes: Path, settings: dict[str, str], words: list[str]
) -> None:
    line = complaint(crawl(tmp_path, "sources", "-a", f"notes={notes}", **settings))

    assert all(word in line for word in words), line
    assert "secret" not in line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        *(
            (["-s", f"{name}=x"], [f"{name}=x is no number of"])
            for name in ("MAX_PAGE_BYTES", "MAX_PAUSE", "CLEAN_SECONDS", "RENDER_TIMEOUT", "ARCHIVE_LOOKUPS")
        ),
        (["-O", "/proc/feed.json"], ["/proc/feed.json"]),
        (["-o", "/proc/feed.json:jsonl"], ["/proc/feed.json"]),
    ],
)
def test_a_wrong_option_is_one_line_that_names_it(
    tmp_path: Path, notes: Path, arguments: list[str], words: list[str]
) -> None:
    line = complaint(crawl(tmp_path, "sources", "-a", f"notes={notes}", *arguments))

    assert all(word in line for word in words), line
    assert not (tmp_path / "refkeep.db").exists(), "nothing was changed"


def test_a_feed_that_cannot_be_written_is_one_line(tmp_path: Path, notes: Path) -> None:
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / "articles.json").symlink_to("/dev/full")
    run = crawl(tmp_path, "sources", "-a", f"notes={notes}")

    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert run.stderr.rstrip().endswith("articles.json: No space left on device")


def test_a_database_that_cannot_grow_is_one_line(tmp_path: Path, notes: Path) -> None:
    shell = f'ulimit -f 60; exec "{SCRAPY}" crawl sources -a notes="{notes}"'  # 60 KiB a file
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path}/refkeep.db",
        "FEED_DIR": f"{tmp_path}/feeds",
        "PYTHONDONTWRITEBYTECODE": "1",  # Python does not notice that a file of its own comes out too short
    }
    run = subprocess.run(
        ["bash", "-c", shell], cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False
    )

    assert run.returncode == 2
    assert run.stderr.startswith(f"scrapy crawl: the database sqlite:///{tmp_path}/refkeep.db does not go on: disk I/O")
    assert run.stderr.count("\n") == 1


def test_a_database_of_a_newer_refkeep_is_left_alone(tmp_path: Path, notes: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'refkeep.db'}")
    upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'from the future'")
    engine.dispose()
    before = (tmp_path / "refkeep.db").read_bytes()

    line = complaint(crawl(tmp_path, "sources", "-a", f"notes={notes}"))

    assert "newer" in line
    assert (tmp_path / "refkeep.db").read_bytes() == before


def test_notes_without_a_citation_are_no_error(tmp_path: Path, notes: Path) -> None:
    run = crawl(tmp_path, "sources", "-a", f"notes={notes}")

    assert run.returncode == 0, run.stderr
    assert "1 note" in run.stdout


def test_a_second_crawl_on_one_database_is_refused_while_the_first_runs(tmp_path: Path, notes: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'refkeep.db'}")
    upgrade(engine)
    with hold_lease(make_sessions(engine)):
        run = crawl(tmp_path, "sources", "-a", f"notes={notes}")

    assert run.returncode == 1
    assert f"pid {os.getpid()}" in run.stderr.splitlines()[-1]
    assert "Traceback" not in run.stderr
    assert crawl(tmp_path, "sources", "-a", f"notes={notes}").returncode == 0
