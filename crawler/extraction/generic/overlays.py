"""Questions that lie over a page and ask for consent: boxes of cookie banners, by the names that they go by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

DEEPEST = 3  # levels below the body: such boxes stand at the top of a page or at its end
NAMES = re.compile(
    r"(?<![a-z])(?:cookies?|gdpr|consent)[-_]{0,2}(?:consent|banner|bar|notice|wall|pop-?up|modal|overlay|law|message|dialog"
    r"|box|disclaimer|manager|policy|info|prompt)(?![a-z])|cookie-?consent|onetrust-|didomi-|usercentrics-|cookiebot",
    re.IGNORECASE,
)
MOST = 0.5  # share of the page's text from which on a box is the page


def drop_overlays(tree: HtmlElement) -> None:
    """Take the boxes out that ask for consent."""
    marked = [box for box in _top(tree) if NAMES.search(f"{box.get('id', '')} {box.get('class', '')}")]
    most = MOST * len(tree.text_content()) if marked else 0
    for box in marked:
        if box.getparent() is not None and len(box.text_content()) < most:
            box.drop_tree()


def _top(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements of the first levels. (One XPath for all grows with their number squared.)"""
    level = list(tree.iterchildren("body"))
    for _ in range(DEEPEST):
        level = [child for element in level for child in element.iterchildren("*")]
        yield from level
