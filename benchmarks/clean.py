"""Pages a second that are fetched plainly, cleaned and stored, against a bare spider that calls trafilatura.

Once with trafilatura alone on both sides, for its plain text: what the crawl's own machinery costs and gains. Then with
all that cleaning does, against a bare spider that makes Markdown with metadata. Both obey robots.txt and ask as many
hosts at once; the crawl keeps page and article. No platform's rules know the pages.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpus import source_url, write_lists
from benchmarks.crawls import DELAY, Crawls, run
from benchmarks.figure import AtLeast, Figure
from benchmarks.rate import steady_rate
from benchmarks.site import running, take_times
from benchmarks.trafilatura_alone import IN_ITS_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Size:
    """How much is measured, how often."""

    pages: int = 600
    repeats: int = 3


def measure(folder: Path, size: Size) -> Iterator[Figure]:
    crawls = Crawls(folder)
    with running(seed=1) as origin:
        base_url = origin.replace("127.0.0.1", "127.0.0.{host}")
        write_lists(crawls.notes, [source_url(base_url, n) for n in range(size.pages)])
        crawls.take_in()
        crawls.keep_database()
        for name, made, arguments in (
            ("trafilatura alone, stored : bare", "text", ("-s", IN_ITS_PLACE)),
            ("cleaned, stored : bare, Markdown", "markdown", ()),
        ):
            ours, bare = [], []
            for _ in range(size.repeats):
                crawls.reset_database()
                crawls.crawl(*arguments)
                ours.append(steady_rate(take_times(origin)))
                run([sys.executable, "-m", "benchmarks.bare", base_url, str(size.pages), DELAY, made])
                bare.append(steady_rate(take_times(origin)))
            yield Figure.of(name, ours, bare, unit="pages/s", bound=AtLeast(1.5))
