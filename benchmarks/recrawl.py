"""Sources a second in a second crawl, against the first one: 2,000 posts of blogs, of which 2 % were edited meanwhile.

Both as a user crawls, with Splash: the posts are of a platform that is rendered. A quarter of them has an honest ETag,
a quarter Last-Modified, a quarter neither, and a quarter counters that tick, in the text and beside it. SPLASH_URL
names a Splash that was started with ALLOWED_PRIVATE_HOSTS, the hosts that the pages lie on: `make bench`.
"""

from __future__ import annotations

import os
import sys
import urllib.request
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, func, select

from benchmarks.changing_site import is_edited
from benchmarks.corpus import write_lists
from benchmarks.crawls import Crawls
from benchmarks.figure import AtLeast, AtMost, Figure
from benchmarks.site import running, take_times
from crawler.storage.records import Fetch, Snapshot, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    posts: int = 2_000


def measure(folder: Path, size: Size) -> Iterator[Figure]:
    if not os.environ.get("SPLASH_URL") or not os.environ.get("ALLOWED_PRIVATE_HOSTS"):
        sys.exit("benchmarks: no Splash for the benchmark's hosts: start them by `make bench`")
    hosts = os.environ["ALLOWED_PRIVATE_HOSTS"].split(",")
    crawls = Crawls(folder, splash_url=os.environ["SPLASH_URL"])
    with running(seed=1, module="benchmarks.changing_site") as origin:
        urls = [f"{origin.replace('127.0.0.1', hosts[n % len(hosts)])}/posts/{n}" for n in range(size.posts)]
        write_lists(crawls.notes, urls)
        crawls.take_in()
        crawls.crawl()
        first = size.posts / lasted(take_times(origin))
        urllib.request.urlopen(f"{origin}/revise", timeout=10).close()
        crawls.crawl("-a", "refresh=all")
        second = size.posts / lasted(take_times(origin))
    edited = {n for n in range(size.posts) if is_edited(n)}
    found, rendered = read(crawls)
    yield Figure("second crawl : first crawl", second, first, "sources/s", AtLeast(10))
    yield Figure("rendered in the second : edited", rendered, len(edited), "pages", AtMost(1))
    yield Figure("snapshots false or missed : edited", len(found ^ edited), len(edited), "sources", AtMost(0))


def lasted(times: list[float]) -> float:
    """Return the seconds from the first request to the last."""
    return max(times) - min(times)


def read(crawls: Crawls) -> tuple[set[int], int]:
    """Return the posts that have a second snapshot, and how many the last crawl rendered."""
    engine = create_engine(f"sqlite:///{crawls.database}")
    with closing(engine.connect()) as connection:
        kept = Counter(connection.scalars(select(Source.cited_url).join(Snapshot, Snapshot.source_id == Source.id)))
        last = select(func.max(Fetch.crawl_id)).scalar_subquery()
        rendered = select(func.count()).where(Fetch.crawl_id == last, Fetch.renderer == "splash")
        count = connection.scalars(rendered).one()
    engine.dispose()
    return {int(url.rpartition("/")[2]) for url, snapshots in kept.items() if snapshots > 1}, count
