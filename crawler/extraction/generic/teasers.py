"""Teasers of other pages below or beside an article: a row of titles that are links, each with a line or two of text.

Where such a row is all there is, the page is a list of entries (`entries`).
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extraction.generic.runs import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from crawler.extraction.generic.runs import Run

ROW = 3  # titles that are built alike, at least
KIN = 3  # blocks around a title that say how it is built
ALL = 0.9  # share of a title that is a link
LONGEST = 300  # letters of a teaser's text
ARTICLE = 3  # paragraphs before a row, outside its box, that make it one below an article


def drop_teasers_below(runs: list[Run]) -> None:
    """Let go of each row of teasers that stands in a box of its own below an article, with all that is in that box."""
    titles: dict[tuple[object, ...], list[Run]] = defaultdict(list)
    for run in runs:
        if run.kept and len(run.letters) >= LONG // 2 and run.is_linked(ALL) and not run.is_block:
            around = (run.owner, *islice(run.owner.iterancestors(), KIN - 1))
            titles[tuple(e.tag for e in around)].append(run)
    for row in titles.values():
        if len(row) >= ROW and row[0].kept:  # it has not gone with another row
            _drop_row(runs, row)


def _drop_row(runs: list[Run], row: list[Run]) -> None:
    box = _around(row[0].owner, row[-1].owner)
    inside = [run for run in runs if run.kept and (run.owner is box or box in run.owner.iterancestors())]
    texts = [run for run in inside if run.is_prose and not run.is_linked(ALL)]
    if len(texts) > len(row) or any(len(run.letters) > LONGEST or run.is_block for run in inside):
        return
    before = list(_before(runs, inside[0]))
    if sum(run.kept and run.is_prose and not run.is_linked(ALL) for run in before) >= ARTICLE:
        for run in inside:
            run.kept = False


def _before(runs: list[Run], first: Run) -> Iterator[Run]:
    for run in runs:
        if run is first:
            return
        yield run


def _around(one: HtmlElement, other: HtmlElement) -> HtmlElement:
    """Return the smallest element that holds both."""
    boxes = {other, *other.iterancestors()}
    return next(e for e in (one, *one.iterancestors()) if e in boxes)
