"""Whether an article's quality tells how good it is: its rank correlation with the true F1, on pages whole and damaged.

The pages with known content lie outside the repository; each is taken as it is and damaged in every way that
benchmarks.damage knows.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from statistics import correlation
from typing import TYPE_CHECKING

from benchmarks import damage
from benchmarks.extraction import KNOWN
from benchmarks.figure import AtLeast, Figure
from crawler.extraction import decode, extract

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PAGES = KNOWN / "pages"
SHINGLE = 4  # words: https://github.com/scrapinghub/article-extraction-benchmark
GOOD = 0.8  # true F1 from which on an article can be used
TRUSTED = 0.6  # quality from which on others do


@dataclass(frozen=True)
class Size:
    """How many pages are measured."""

    pages: int = 1_000


@dataclass(frozen=True)
class Known:
    """A page whose content is known."""

    source: str
    url: str
    text: str


def measure(_folder: Path, size: Size) -> Iterator[Figure]:
    pages = list(known_pages())[: size.pages]
    if not pages:
        sys.exit(f"no pages with known answers in {PAGES}: put them there, or name other benchmarks")
    judged = [pair for page in pages for pair in judge(page)]
    rho = spearman([quality for quality, _ in judged], [truth for _, truth in judged])
    yield Figure("quality : true F1, rank correlation", rho, 1.0, "rho", AtLeast(0.7))
    right = sum((quality >= TRUSTED) == (truth >= GOOD) for quality, truth in judged)
    yield Figure("quality tells the good from the bad", right, len(judged), "pages", AtLeast(0.75))


def known_pages() -> Iterator[Known]:
    """Yield the pages of the sets whose whole text is known; none where they are not there."""
    articles, korean = PAGES / "articles" / "ground-truth.json", PAGES / "korean" / "index.json"
    if articles.exists():
        for key, truth in json.loads(articles.read_text("utf-8")).items():
            body = gzip.decompress((articles.parent / f"{key}.html.gz").read_bytes())
            yield Known(decode(body, "text/html"), truth["url"], truth["articleBody"])
    if korean.exists():
        for row in json.loads(korean.read_text("utf-8")):
            body = (korean.parent / row["file"]).read_bytes()
            yield Known(decode(body, "text/html"), row["url"] or "https://site.invalid/", row["main_text"])


def judge(page: Known) -> Iterator[tuple[float, float]]:
    """Yield quality and true F1 of the page's article, and of what is left of it by each damage."""
    for harm in (str, *damage.ALL):
        article = extract(harm(page.source), page.url)
        yield article.quality, f1(page.text, article.text)


def f1(truth: str, text: str) -> float:
    """Return the harmonic mean of precision and recall over bags of shingles."""
    wanted, found = _shingles(truth), _shingles(text)
    shared = sum((wanted & found).values())
    return 2 * shared / (sum(wanted.values()) + sum(found.values())) if shared else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def spearman(ours: Sequence[float], truth: Sequence[float]) -> float:
    """Return the rank correlation; equal values share their mean rank."""
    return correlation(_ranks(ours), _ranks(truth))


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(values)
    first = {value: place for place, value in reversed(list(enumerate(order)))}
    many = Counter(values)
    return [first[value] + (many[value] - 1) / 2 for value in values]
