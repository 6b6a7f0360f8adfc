"""Crawls as a user runs them: `scrapy crawl sources` in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from crawler.storage import make_sessions, open_engine, read_scope
from crawler.storage.export import feed_sources
from crawler.storage.records import Fetch
from tests.plugins.splash import ALLOWED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy.orm import Session

    from tests.plugins.splash import RunningSplash

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
SCRAPY = Path(sys.executable).with_name("scrapy")


@dataclass
class Crawls:
    """A notes folder, a database and the crawls between them."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def notes(self) -> Path:
        return self.folder / "notes"

    @property
    def database_url(self) -> str:
        return self.settings.get("DATABASE_URL", f"sqlite:///{self.folder / 'refkeep.db'}")

    def note(self, path: str, *lines: str) -> None:
        """Write a note; a line that is a URL becomes a list item that cites it."""
        file = self.notes / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(f"- <{line}>" if line.startswith("http") else line for line in lines), "utf-8")

    def commit(self, day: datetime) -> None:
        """Commit the notes to a git repository of their own, as of a day."""
        dated = {"GIT_AUTHOR_DATE": day.isoformat(), "GIT_COMMITTER_DATE": day.isoformat(), "PATH": "/usr/bin:/bin"}
        who = ("-c", "user.name=Me", "-c", "user.email=me@example.org")
        for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "notes")):
            subprocess.run(["git", *command], cwd=self.notes, env=dated, check=True)

    def start(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        """Start a crawl of the notes; settings go through the environment."""
        environment = {
            **os.environ,
            "DATABASE_URL": self.database_url,
            "FEED_DIR": str(self.folder / "feeds"),
            "ALLOWED_PRIVATE_HOSTS": ALLOWED,
            "DOWNLOAD_DELAY": "0.01",
            **self.settings,
            **settings,
        }
        command = [SCRAPY, "crawl", "sources", "-a", f"notes={self.notes}", *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=PROJECT_DIR, env=environment, stdout=pipe, stderr=pipe, text=True)

    def run(self, *arguments: str, code: int = 0, **settings: str) -> tuple[str, str]:
        """Run a crawl to its end and return what it printed, standard output and error."""
        process = self.start(*arguments, **settings)
        output, errors = process.communicate(timeout=240)
        assert process.returncode == code, f"exit code {process.returncode}\n{output}\n{errors}"
        return output, errors

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session on what the crawls have stored."""
        engine = open_engine(self.database_url)
        try:
            with read_scope(make_sessions(engine)) as session:
                yield session
        finally:
            engine.dispose()

    def sources(self) -> dict[str, dict[str, Any]]:
        """Return the store's sources in the feed's form, by the path of the URL that cites them."""
        with self.reading() as session:
            return {"/" + url.partition("//")[2].partition("/")[2]: source
                    for source in feed_sources(session) for url in source["cited_urls"]}  # fmt: skip

    def fetches(self) -> list[Fetch]:
        with self.reading() as session:
            return list(session.scalars(select(Fetch).order_by(Fetch.id)))


@pytest.fixture
def plain_crawls(tmp_path: Path) -> Crawls:
    """Crawl without Splash."""
    return Crawls(tmp_path, {"SPLASH_URL": ""})


@pytest.fixture
def crawls(tmp_path: Path, splash: RunningSplash) -> Crawls:
    """Crawl through the real Splash, every page."""
    return Crawls(tmp_path, {"SPLASH_URL": splash.url, "RENDER_POLICY": "*=splash"})


@pytest.fixture
def ladder_crawls(crawls: Crawls) -> Crawls:
    """Crawl through the real Splash what has to be rendered."""
    crawls.settings["RENDER_POLICY"] = ""
    return crawls
