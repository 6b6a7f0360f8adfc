"""Entries of a list of pages, as a blog's front page or a search shows them: each in a box, a title above its text."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extraction.generic.runs import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from crawler.extraction.generic.runs import Run

    Build = tuple[str, ...]  # of the blocks around a run, the nearest first

ROW = 3  # entries that are built alike, at least
KNOWN = 2  # of them whose text is kept
KIN = 4  # blocks around a run that say how it is built; their classes may be each entry's own
NEAR = 6  # runs from a title to its text; those between say when and by whom
ALL = 0.9  # share of a title without a heading that is a link


def head_entries(runs: list[Run]) -> None:
    """Keep the title of every entry whose text is kept, and the entries that are built as those are.

    An entry has a box of its own, with one title of its build.
    """
    rows: dict[Build, list[int]] = defaultdict(list)
    for place, run in enumerate(runs):
        if run.is_heading or run.is_linked(ALL):
            rows[_build(run)].append(place)
    headed: set[HtmlElement] = set()
    for row in sorted(rows.values(), key=lambda row: not runs[row[0]].is_heading):
        if len(row) >= ROW:
            _keep_row(runs, row, headed)


def _build(run: Run) -> Build:
    return tuple(str(e.tag) for e in (run.owner, *islice(run.owner.iterancestors(), KIN - 1)))


def _keep_row(runs: list[Run], row: list[int], headed: set[HtmlElement]) -> None:
    """Keep a row of titles with their texts, where it is one of entries; `headed` are the boxes that have a title."""
    known = {title: text for title, text, _ in _entries(runs, row, headed, None)}
    if len(known) < KNOWN:
        return
    looks = {_look(text) for text in known.values()}
    for title, text, box in list(_entries(runs, row, headed, looks)):
        runs[title].kept = text.kept = True
        headed.add(box)


def _look(run: Run) -> Build:
    """Return what a style sheet goes by: the tags and classes of a text and of what is around it."""
    return tuple(f"{e.tag}.{e.get('class', '')}" for e in (run.owner, *islice(run.owner.iterancestors(), 1)))


def _entries(
    runs: list[Run], row: list[int], headed: set[HtmlElement], looks: set[Build] | None
) -> Iterator[tuple[int, Run, HtmlElement]]:
    """Yield the entries of a row: title, text and box; the text is one that is kept, or that looks so."""
    for before, title, after in zip([None, *row], row, [*row[1:], None], strict=False):
        below = runs[title + 1 : min(after or len(runs), title + NEAR)]
        text = next((run for run in below if _is_text(run, looks)), None)
        if text is None:
            continue
        box = _around(runs[title].owner, text.owner)
        others = (runs[place].owner for place in (before, after) if place is not None)
        if box not in headed and not any(box is owner or box in owner.iterancestors() for owner in others):
            yield title, text, box


def _is_text(run: Run, looks: set[Build] | None) -> bool:
    known = run.kept or (looks is not None and _look(run) in looks)
    return known and not run.is_heading and len(run.letters) >= LONG


def _around(one: HtmlElement, other: HtmlElement) -> HtmlElement:
    """Return the smallest element that holds both."""
    boxes = {other, *other.iterancestors()}
    return next(e for e in (one, *one.iterancestors()) if e in boxes)
