"""Text to a tree that is safe to walk: never deeper than DEPTH, never larger than LIMIT allows."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LIMIT = 1_500_000  # characters of markup that are read, after what is no content was taken out of a longer page
MOST = 50_000  # elements that are kept; a second's work
DEPTH = 250  # libxml2 stops at 256 open elements and drops what follows; walkers may therefore recurse

BULK = re.compile(
    r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=]{200,}|<(style|svg)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
WRAPPERS = re.compile(r"</?(?:div|span|font|section|center|b|i|u|em|strong|small|big)\b[^>]*>", re.IGNORECASE)
TAGS = re.compile(r"<[^>]*>")


def parse(source: str) -> HtmlElement:
    """Parse a page. One nested too deep loses its wrappers, at worst all its tags, and keeps its text."""
    if len(source) > LIMIT:
        source = BULK.sub("", source)[:LIMIT]
    for text in _less_and_less(source):
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = _document(text, parser)
        if not any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
            break
    _cut(tree)
    return tree


def _cut(tree: HtmlElement) -> None:
    """Take away what follows the last element that is kept."""
    last = next(islice(tree.iter(), MOST, None), None)
    if last is not None:
        for element in (last, *last.iterancestors()):
            for beyond in list(element.itersiblings()):
                beyond.getparent().remove(beyond)


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
