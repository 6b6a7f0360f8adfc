"""What pages write each in their own way, to the elements that HTML has for it: before anything is chosen of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.admonitions import plain_admonitions
from crawler.extraction.cards import plain_cards
from crawler.extraction.code import plain_code
from crawler.extraction.embeds import plain_embeds
from crawler.extraction.headings import plain_headings
from crawler.extraction.images import show_pictures

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def plain_idioms(tree: HtmlElement) -> None:
    """Replace, below an element, what only a page's own styles and scripts make sense of."""
    show_pictures(tree)
    plain_code(tree)
    plain_embeds(tree)
    plain_cards(tree)
    plain_admonitions(tree)
    plain_headings(tree)
