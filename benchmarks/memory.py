"""Memory while many sources are due: the crawl's peak over its first responses, with 100,000 due and with 1,000.

Plainly, for Splash is another process. The notes are taken in beforehand, so that what is compared is the queue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpus import source_url, write_lists
from benchmarks.crawls import Crawls
from benchmarks.figure import AtMost, Figure
from benchmarks.site import running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEGABYTE = 1e6


@dataclass(frozen=True)
class Size:
    """How much is measured, how often."""

    few: int = 1_000
    many: int = 100_000
    responses: int = 1_000
    repeats: int = 3


def measure(folder: Path, size: Size) -> Iterator[Figure]:
    with running(seed=1) as origin:
        few, many = (cite(folder / str(due), origin, due) for due in (size.few, size.many))
        peaks: dict[Crawls, list[float]] = {few: [], many: []}
        for crawls in [few, many] * size.repeats:
            crawls.reset_database()
            peaks[crawls].append(crawls.crawl_first(size.responses).memory / MEGABYTE)
    name = f"peak memory, {size.many:,} due : {size.few:,} due"
    yield Figure.of(name, peaks[many], peaks[few], unit="MB", bound=AtMost(1.2))


def cite(folder: Path, origin: str, due: int) -> Crawls:
    """Make a folder of notes that cite so many pages of the site, taken in."""
    crawls = Crawls(folder)
    write_lists(crawls.notes, [source_url(origin.replace("127.0.0.1", "127.0.0.{host}"), n) for n in range(due)])
    crawls.take_in()
    crawls.keep_database()
    return crawls
