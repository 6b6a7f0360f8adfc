"""Text to a tree that is safe to walk: never deeper than DEPTH, never larger than LIMIT allows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LIMIT = 3_000_000  # characters of markup that are read; the longest real articles stay under a third of it
DEPTH = 250  # libxml2 stops at 256 open elements and drops what follows; walkers may therefore recurse

DATA_URI = re.compile(r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=\s]{200,}")
WRAPPERS = re.compile(r"</?(?:div|span|font|section|center|b|i|u|em|strong|small|big)\b[^>]*>", re.IGNORECASE)
TAGS = re.compile(r"<[^>]*>")


def parse(source: str) -> HtmlElement:
    """Parse a page. One nested too deep loses its wrappers, at worst all its tags, and keeps its text."""
    if len(source) > LIMIT:
        source = DATA_URI.sub("", source)[:LIMIT]
    for text in _less_and_less(source):
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = _document(text, parser)
        if not any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
            return tree
    return tree


def _less_and_less(source: str) -> Iterator[str]:
    yield source
    yield WRAPPERS.sub("\n", source)
    yield TAGS.sub("\n", source)


def _document(text: str, parser: html.HTMLParser) -> HtmlElement:
    """Parse from bytes, as lxml refuses text with an XML declaration; an empty page is an empty body."""
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        tree = html.document_fromstring("<body></body>")
    if tree.find("body") is None:
        tree.append(html.Element("body"))
    return tree
