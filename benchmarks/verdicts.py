"""How well pages that came in an article's place are told from articles: precision and recall of each verdict.

Over the saved pages of the tests and, where they lie beside the checkout, the pages of the extraction benchmark, which
are articles all. The table is printed and left in `data/benchmarks`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.crawls import PROJECT_DIR
from benchmarks.extraction import KNOWN
from benchmarks.figure import AtLeast, Figure
from crawler.extraction.judging import Answer
from tests.verdicts.saved import ARTICLE, SavedPage, golden_pages, saved_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

TABLE = PROJECT_DIR / "data/benchmarks/verdicts.md"
NOWHERE = "https://known.example.org/articles/1"  # of a page that does not say its address


@dataclass(frozen=True)
class Size:
    """Which pages are judged."""

    known: Path = KNOWN / "pages"  # more articles


@dataclass(frozen=True)
class Score:
    """How one verdict was told from all others."""

    verdict: str
    pages: int
    found: int  # pages that were judged to be it
    right: int  # of them, those that are


def measure(_folder: Path, size: Size) -> Iterator[Figure]:
    scores = score([*saved_pages(), *golden_pages(), *known_articles(size.known)])
    write_table(scores)
    for each in scores:
        # No article may be lost; some bad pages are known to pass for one (UNKNOWN in tests/verdicts/test_pages.py).
        precision, recall = (0.95, 1.0) if each.verdict == ARTICLE else (1.0, 0.9)
        yield Figure(f"{each.verdict}, precision", each.right, each.found, "pages", AtLeast(precision))
        yield Figure(f"{each.verdict}, recall", each.right, each.pages, "pages", AtLeast(recall))


def known_articles(folder: Path) -> Iterator[SavedPage]:
    for file in sorted(folder.rglob("*.html")):
        yield SavedPage(file.stem, ARTICLE, Answer(url=NOWHERE, final_url=NOWHERE), file.read_bytes())


def score(pages: Iterable[SavedPage]) -> Sequence[Score]:
    """Return the scores, a verdict each, articles among them."""
    pairs = Counter((page.verdict, page.judged) for page in pages)
    return [
        Score(
            verdict,
            pages=sum(count for (kind, _), count in pairs.items() if kind == verdict),
            found=sum(count for (_, judged), count in pairs.items() if judged == verdict),
            right=pairs[verdict, verdict],
        )
        for verdict in sorted({kind for kind, _ in pairs})
    ]


def write_table(scores: Iterable[Score]) -> None:
    rows = (
        f"| {each.verdict} | {each.pages} | {each.right / (each.found or 1):.3f} | {each.right / each.pages:.3f} |"
        for each in scores
    )
    text = "\n".join(("| verdict | pages | precision | recall |", "| --- | --- | --- | --- |", *rows, ""))
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(text, "utf-8")
    print(text, flush=True)
