"""Crawls as the user runs them: `scrapy crawl sources`, a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import HOSTS

PROJECT_DIR = Path(__file__).resolve().parent.parent
SCRAPY = Path(sys.executable).with_name("scrapy")
DELAY = "0.001"  # seconds between two pages of a host: 0 would let Scrapy ask one host for all at once
DONE = frozenset({0})
DONE_OR_CLOSED = frozenset({0, 1})  # 1: CLOSESPIDER_ITEMCOUNT ended it, with sources left


@dataclass(frozen=True)
class Spent:
    """What a process took."""

    seconds: float  # on the wall, start-up included
    memory: int  # bytes, resident, at the peak


@dataclass(frozen=True)
class Crawls:
    """A folder with notes, and the database that crawls fill from them."""

    folder: Path
    splash_url: str = ""

    @property
    def notes(self) -> Path:
        return self.folder / "notes"

    @property
    def database(self) -> Path:
        return self.folder / "refkeep.db"

    def take_in(self) -> Spent:
        """Sync the notes and fetch nothing."""
        return self.crawl("-a", "limit=0")

    def crawl(self, *arguments: str) -> Spent:
        return run(self._command(*arguments), DONE, **self._settings())

    def crawl_first(self, items: int) -> Spent:
        """Crawl until so many items are stored."""
        command = self._command("-s", f"CLOSESPIDER_ITEMCOUNT={items}")
        return run(command, DONE_OR_CLOSED, **self._settings())

    def _command(self, *arguments: str) -> list[str]:
        return [str(SCRAPY), "crawl", "sources", "-a", f"notes={self.notes}", *arguments]

    def keep_database(self) -> None:
        """Remember the database as it is now."""
        shutil.copyfile(self.database, self._kept)

    def reset_database(self) -> None:
        """Put the database back to where it was remembered."""
        self.drop_database()
        shutil.copyfile(self._kept, self.database)

    def drop_database(self) -> None:
        for name in self.folder.glob(f"{self.database.name}*"):
            name.unlink()

    @property
    def _kept(self) -> Path:
        return self.folder / "kept.db"

    def _settings(self) -> dict[str, str]:
        return {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "FEED_DIR": str(self.folder / "feeds"),
            "SPLASH_URL": self.splash_url,
            "RENDER_POLICY": "*=splash",
            "ALLOWED_PRIVATE_HOSTS": ",".join(f"127.0.0.{host}" for host in range(1, HOSTS + 1)),
            "DOWNLOAD_DELAY": DELAY,
            "ARCHIVE_URL": "",
        }


def run(command: list[str], codes: frozenset[int] = DONE, **settings: str) -> Spent:
    """Run a command to its end. Raises RuntimeError with what it said where its exit code is none of `codes`."""
    # Whoever runs a program a second time finds it compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | settings
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=PROJECT_DIR, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        output = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        raise RuntimeError(f"exit code {process.returncode} of {' '.join(command)}:\n{output}")
    return Spent(time.perf_counter() - start, usage.ru_maxrss * 1024)
