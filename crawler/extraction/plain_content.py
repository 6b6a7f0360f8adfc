"""Content that came by itself, out of a page's data or a file: made plain at once, as nothing of it is to be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.footnotes.footnotes import take_footnotes
from crawler.extraction.formulas.plain import plain_formulas
from crawler.extraction.idioms.plain import plain_idioms

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def plain_content(content: HtmlElement, notes: list[HtmlElement]) -> HtmlElement:
    """Make formulas and idioms plain, take the footnotes into `notes`, and return the same element."""
    plain_formulas(content)
    take_footnotes(content, notes)
    plain_idioms(content)
    return content
