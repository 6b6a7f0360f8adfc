"""Lists that only lay out sections, as those of javadoc: each item begins with a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.cleaning.tree import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BOXES = frozenset("div section article header".split())
DEEPEST = 4  # boxes around the heading


def plain_sections(tree: HtmlElement) -> None:
    """Take such a list for the sections that it holds; one with numbers stays."""
    for listed in list(tree.iter("ul")):
        if len(listed) and all(item.tag == "li" and _begins_with_heading(item) for item in listed):
            for element in (listed, *listed):
                element.tag = "div"


def _begins_with_heading(item: HtmlElement) -> bool:
    inner: HtmlElement | None = item
    for _ in range(DEEPEST):
        if inner is None or (inner.text or "").strip():
            return False
        inner = next(inner.iterchildren("*"), None)
        if inner is None or inner.tag not in BOXES:
            break
    return inner is not None and inner.tag in HEADINGS
