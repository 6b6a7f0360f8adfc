"""Taking notes in, against markdown-it-py alone, which only parses them, in one process.

As the user does it, `scrapy crawl sources -a limit=0`, with Scrapy's start-up and an empty SQLite; then once more, with
nothing changed. markdown-it-py's time is that of its reading and parsing alone, without its process's start.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpus import write_notes
from benchmarks.crawls import PROJECT_DIR, Crawls
from benchmarks.figure import AtMost, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AGAIN = 3  # times in each repeat: it is short, so whatever else the machine does weighs more
BASE_URL = "https://blog{host}.tistory.com"  # nothing is fetched


@dataclass(frozen=True)
class Size:
    """How much is measured, how often."""

    notes: int = 11_000
    citations: int = 20_000
    repeats: int = 3


def measure(folder: Path, size: Size) -> Iterator[Figure]:
    crawls = Crawls(folder)
    write_notes(crawls.notes, notes=size.notes, citations=size.citations, seed=1, base_url=BASE_URL)
    parsed: list[float] = []
    first: list[float] = []
    again: list[float] = []
    for _ in range(size.repeats):
        parsed.append(parse(crawls.notes))
        crawls.drop_database()
        first.append(crawls.take_in().seconds)
        again += [crawls.take_in().seconds for _ in range(AGAIN)]
    yield Figure.of("sync, new notes : markdown-it-py", first, parsed, unit="s", bound=AtMost(1.2))
    yield Figure.of("sync, unchanged : markdown-it-py", again, parsed, unit="s", bound=AtMost(1 / 6))


def parse(notes: Path) -> float:
    """Return the seconds in which markdown-it-py reads and parses all notes."""
    command = [sys.executable, "-m", "benchmarks.markdown", str(notes)]
    return float(subprocess.run(command, cwd=PROJECT_DIR, check=True, capture_output=True, text=True).stdout)
