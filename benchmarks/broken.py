"""The longest that cleaning takes over broken pages, and the memory it needs: none may hold a crawl up."""

from __future__ import annotations

import resource
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from random import Random
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.breakage import SMALL, deepened, enlarged
from benchmarks.corpus import article_page
from benchmarks.figure import AtMost, Figure
from crawler.extraction import UnsupportedContentError, extract

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILOBYTES = 1e3  # in a megabyte: `getrusage` counts in them
URL = "https://e.example/page"
WAYS = (*SMALL, deepened)
MEMORY = 500  # megabytes


@dataclass(frozen=True)
class Size:
    """How many pages are broken; every `large`th is a large one besides."""

    pages: int = 2_000
    large: int = 400


def measure(_folder: Path, size: Size) -> Iterator[Figure]:
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as one:
        slowest, peak = one.submit(clean_broken, size).result()
    yield Figure(f"slowest of {size.pages:,} broken pages : 1 s", slowest, 1, "s", AtMost(2))
    yield Figure(f"peak memory over broken pages : {MEMORY} MB", peak, MEMORY, "MB", AtMost(1))


def clean_broken(size: Size) -> tuple[float, float]:
    """Return the processor's seconds for the slowest page, and the process's peak memory in megabytes."""
    clean(article_page(1, 0))  # what is imported on first use is not counted
    chance, slowest = Random(1), 0.0
    for n in range(size.pages):
        page = WAYS[n % len(WAYS)](article_page(1, n), chance)
        slowest = max(slowest, clean(enlarged(page, chance) if n % size.large == size.large - 1 else page))
    return slowest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES


def clean(page: bytes) -> float:
    start = process_time()
    with suppress(UnsupportedContentError):
        extract(page, URL, "text/html")
    return process_time() - start
