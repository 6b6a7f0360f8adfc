"""The content of a page that no platform's rules describe.

trafilatura's own rules say which text is content, precisely. Where they find little, or leave most of the page's prose
out, its balanced mode is asked as well, which compares two more extractors and takes twice as long. What either kept is
laid over the page (crawler.extraction.runs).
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lxml.etree import strip_elements

from crawler.extraction.runs import PROSE, cut_to, mark_kept, runs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element
    from lxml.html import HtmlElement

    from crawler.extraction.runs import Run

NOISE = tuple("script style template svg noscript iframe object link meta head".split())
# What trafilatura takes away itself, a search of the whole page for each rule later: gone before, it is twice as fast.
UNREAD = tuple("nav footer aside button input select textarea option canvas audio video map source embed menu".split())
BLOCKS = frozenset("p head item list row cell table quote code ab fw div body lb".split())  # of trafilatura's own tree
FRINGE = frozenset("nav footer aside form header".split())
LITTLE = 400  # letters below which a precise choice is not believed unasked
ENOUGH_PROSE = 0.4  # share of a page's prose that it must hold as well
HALF = 0.5  # of what the balanced mode finds
TOO_MANY = 20_000  # elements, above which no extractor is asked: it would take seconds


def readable_runs(tree: HtmlElement) -> list[Run]:
    """Return the runs of a page's body that can be read; takes out of the tree what cannot."""
    strip_elements(tree, *NOISE, with_tail=False)
    return runs_of(tree.find("body"))


def content_of(tree: HtmlElement, runs: list[Run]) -> HtmlElement:
    """Return the element that holds the content, given the page's runs, and cut down to it; changes the tree."""
    body = tree.find("body")
    if sum(1 for _ in body.iter()) <= TOO_MANY:
        _choose(tree, runs)
    if not any(run.kept for run in runs):
        _keep_all_but_fringe(runs)
    return cut_to(body, runs)


def _choose(tree: HtmlElement, runs: list[Run]) -> None:
    lean = deepcopy(tree)
    strip_elements(lean, *UNREAD, with_tail=False)
    precise = _lines(lean, favor_precision=True, fast=True)
    found = sum(map(len, precise))
    if found < LITTLE or found < ENOUGH_PROSE * _prose(runs):
        balanced = _lines(lean)
        precise = balanced if found < HALF * sum(map(len, balanced)) else precise
    mark_kept(runs, precise)


def _prose(runs: list[Run]) -> int:
    """Count the letters of the page's long runs, those at its fringe aside."""
    return sum(len(run.letters) for run in runs if len(run.letters) >= PROSE and not _at_fringe(run))


def _at_fringe(run: Run) -> bool:
    return any(e.tag in FRINGE for e in (run.owner, *run.owner.iterancestors()))


def _lines(tree: HtmlElement, **options: bool) -> list[str]:
    """Return what trafilatura keeps of a page, a line a block."""
    document = _trafilatura()(tree, include_comments=False, **options)
    if document is None or document.body is None:
        return []
    return [line for line in "".join(_block_texts(document.body)).split("\n") if line.strip()]


@cache
def _trafilatura() -> Callable[..., Any]:
    """Import on first use: it takes half a second, which only the processes that clean should pay."""
    extraction: Callable[..., Any] = import_module("trafilatura").bare_extraction
    return extraction


def _block_texts(element: Element) -> Iterator[str]:
    """Yield the texts of trafilatura's own tree, with a line break at each edge of a block."""
    edge = "\n" if element.tag in BLOCKS else ""
    yield edge + (element.text or "")
    for child in element:
        yield from _block_texts(child)
        yield child.tail or ""
    yield edge


def _keep_all_but_fringe(runs: list[Run]) -> None:
    for run in runs:
        run.kept = not _at_fringe(run)
