"""The text that a page of an archive shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import ParserError, XPath
from lxml.html import document_fromstring

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHOWN = XPath("//title//text() | //body//text()"
              "[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]")  # fmt: skip


def parse(body: bytes) -> HtmlElement | None:
    """Return the page, None where there is no HTML."""
    try:
        return document_fromstring(body)
    except (ParserError, ValueError):
        return None


def shown_text(page: HtmlElement) -> str:
    """Return the title and the text of a page, with single spaces."""
    return " ".join(" ".join(SHOWN(page)).split())
