"""A page cut down to the runs that are kept, with its own structure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from crawler.extraction.generic.runs import INLINE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from crawler.extraction.generic.runs import Run

CAPTIONS = frozenset({"figure", "figcaption"})
SHARE = 0.98  # of the kept letters that the box holds: a stray line elsewhere does not widen it


def cut_to(root: HtmlElement, runs: list[Run]) -> HtmlElement:
    """Cut a page down to its kept runs, and return the smallest element that holds them all."""
    weights: Counter[HtmlElement] = Counter()
    for run in runs:
        if run.kept:
            for element in (run.owner, *run.owner.iterancestors()):
                weights[element] += len(run.letters)
    box = _smallest(root, weights)
    _name_pictures(runs)
    cut_out(runs)
    _cut(box, weights, {run.owner for run in runs})
    return box


def cut_out(runs: list[Run]) -> None:
    """Take the runs that are not kept out of the page."""
    for run in runs:
        if not run.kept:
            _remove(run)


def _name_pictures(runs: list[Run]) -> None:
    """Let a picture whose caption is left out say it, where it says nothing itself."""
    for run in runs:
        if run.kept or (run.owner.tag not in CAPTIONS and run.owner.getparent().tag not in CAPTIONS):
            continue
        figure = next(run.owner.iterancestors("figure"), run.owner)
        picture = next(figure.iter("img"), None)
        if picture is not None and not picture.get("alt", "").strip():
            picture.set("alt", run.text)


def _smallest(root: HtmlElement, weights: Counter[HtmlElement]) -> HtmlElement:
    box, whole = root, weights[root]
    while whole:
        inner = next((child for child in box if weights[child] >= SHARE * whole and child.tag not in INLINE), None)
        if inner is None or inner.tag in {"ul", "ol", "table", "tbody", "tr"}:
            return box
        box = inner
    return box


def _cut(box: HtmlElement, weights: Counter[HtmlElement], owners: set[HtmlElement]) -> None:
    """Drop the subtrees that had text and keep none; pictures that stand among kept text stay."""
    with_text = {a for owner in owners for a in (owner, *owner.iterancestors())}
    _cut_below(box, weights, with_text)


def _cut_below(box: HtmlElement, weights: Counter[HtmlElement], with_text: set[HtmlElement]) -> None:
    for child in list(box):
        if child.tag == "figure" and next(child.iter("img"), None) is not None:
            continue
        if child in with_text and not weights[child] and child.tag not in INLINE:
            child.drop_tree()
        elif weights[child]:
            _cut_below(child, weights, with_text)


def _remove(run: Run) -> None:
    for element, part in run.pieces:
        if part == "text":
            element.text = None
        elif part == "tail":
            element.tail = None
        elif element.tag != "img" and element.getparent() is not None:
            element.drop_tree()
