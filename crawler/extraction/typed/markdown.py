"""A Markdown source to a tree: CommonMark with tables and strikethrough, formulas between dollars and footnotes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from crawler.extraction.bounded import bounded
from crawler.extraction.dom import parse
from crawler.extraction.typed.dollars import read_dollars
from crawler.extraction.typed.footnotes import read_footnotes

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@cache
def _parser(*, breaks: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "breaks": breaks}).enable(["table", "strikethrough"])
    return parser.use(read_dollars).use(read_footnotes)


def markdown_tree(source: str, *, breaks: bool = False) -> HtmlElement:
    """Return the page that a Markdown source makes, as one element; with `breaks` the end of a line breaks it."""
    return parse(_parser(breaks=breaks).render(bounded(source))).find("body")
