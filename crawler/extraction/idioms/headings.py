"""Headings whose words stand in a box within them, as editors of rich text write them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from crawler.extraction.cleaning.tree import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BOXES = frozenset("div p section header center".split())
FEW = 40  # elements within a heading, and pieces of its text; one with more is a heading that was not closed


def plain_headings(tree: HtmlElement) -> None:
    """Make the box a part of the heading's line, where it holds all that the heading says, or nothing."""
    for heading in tree.iter(*HEADINGS):
        within = list(islice(heading.iterdescendants(), FEW))
        boxes = [element for element in within if element.tag in BOXES]
        words = _words(heading) if boxes and len(within) < FEW else ""
        if words and all(_words(box) in {"", words} for box in boxes):
            for box in boxes:
                box.tag = "span"


def _words(element: HtmlElement) -> str:
    return "".join("".join(islice(element.itertext(), FEW)).split())
