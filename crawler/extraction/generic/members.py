"""The extractors that are asked which text of a page is content: a page's tree in, the lines that are kept out.

All are imported on first use: they take half a second, which only the processes that clean should pay. In milliseconds
for a page of 60 KB: trafilatura's precise rules 6, its balanced mode 7 to 13, resiliparse 2, readability 14.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lxml.etree import strip_elements
from lxml.html import fromstring, tostring

from crawler.extraction.generic.crowds import thin_out
from crawler.extraction.generic.runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element
    from lxml.html import HtmlElement

# What trafilatura takes away itself, a search of the whole page for each rule later: gone before, it is twice as fast.
UNREAD = tuple("nav footer aside button input select textarea option canvas audio video map source embed menu".split())
BLOCKS = frozenset("p head item list row cell table quote code ab fw div body lb".split())  # of trafilatura's own tree


def precise(tree: HtmlElement) -> list[str]:
    """Ask trafilatura for what is content beyond doubt."""
    return _by_trafilatura(tree, favor_precision=True, fast=True)


def balanced(tree: HtmlElement) -> list[str]:
    """Ask trafilatura's balanced mode, which compares two more extractors with its own."""
    return _by_trafilatura(tree)


def readable(tree: HtmlElement) -> list[str]:
    """Ask readability, which looks for the element with the most prose."""
    readability = import_module("readability")
    try:
        summary = readability.Document(deepcopy(tree)).summary(html_partial=True)
    except readability.readability.Unparseable:
        return []
    return [run.text for run in runs_of(fromstring(f"<div>{summary}</div>"))]


def plain(tree: HtmlElement) -> list[str]:
    """Ask resiliparse, which takes menus and other parts around the content away."""
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    text = extract(tostring(tree, encoding="unicode"), main_content=True, alt_texts=False, list_bullets=False)
    return _lines(text)


def _by_trafilatura(tree: HtmlElement, **options: bool) -> list[str]:
    lean = deepcopy(tree)
    strip_elements(lean, *UNREAD, with_tail=False)
    thin_out(lean)
    document = _bare_extraction()(lean, include_comments=False, **options)
    if document is None or document.body is None:
        return []
    return _lines("".join(_block_texts(document.body)))


@cache
def _bare_extraction() -> Callable[..., Any]:
    extraction: Callable[..., Any] = import_module("trafilatura").bare_extraction
    return extraction


def _block_texts(element: Element) -> Iterator[str]:
    """Yield the texts of trafilatura's own tree, with a line break at each edge of a block."""
    edge = "\n" if element.tag in BLOCKS else ""
    yield edge + (element.text or "")
    for child in element:
        yield from _block_texts(child)
        yield child.tail or ""
    yield edge


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
