"""Headings whose words stand in a box within them, as editors of rich text write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.cleaning.tree import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BOXES = frozenset("div p section header center".split())
INLINE = frozenset("a b em font i span strong".split())


def plain_headings(tree: HtmlElement) -> None:
    """Make the box a part of the heading's line, where it is all that the heading holds."""
    for heading in tree.iter(*HEADINGS):
        inner = _only_child(heading)
        while inner is not None and inner.tag in BOXES | INLINE:
            inner.tag = "span" if inner.tag in BOXES else inner.tag
            inner = _only_child(inner)


def _only_child(element: HtmlElement) -> HtmlElement | None:
    """Return the child that holds all that an element does."""
    child = next(iter(element), None)
    if child is None or child.getnext() is not None or (element.text or "").strip() or (child.tail or "").strip():
        return None
    return child
