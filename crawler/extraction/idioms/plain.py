"""What pages write each in their own way, to the elements that HTML has for it: before anything is chosen of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.code.plain import plain_code
from crawler.extraction.idioms.admonitions import plain_admonitions
from crawler.extraction.idioms.cards import plain_cards
from crawler.extraction.idioms.embeds import plain_embeds
from crawler.extraction.idioms.headings import plain_headings
from crawler.extraction.idioms.images import show_pictures
from crawler.extraction.idioms.tabs import plain_tabs

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def plain_idioms(tree: HtmlElement) -> None:
    """Replace, below an element, what only a page's own styles and scripts make sense of."""
    show_pictures(tree)
    plain_tabs(tree)
    plain_code(tree)
    plain_embeds(tree)
    plain_cards(tree)
    plain_admonitions(tree)
    plain_headings(tree)
