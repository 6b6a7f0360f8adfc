"""Plain text and Markdown: kept as they are, with HTML made of them; plain text is escaped where it is Markdown."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lxml.etree import SubElement
from lxml.html import Element
from markdown_it import MarkdownIt

from crawler.extraction.article import Article
from crawler.extraction.dom import LIMIT, parse
from crawler.extraction.language import language_of
from crawler.extraction.legible import ILLEGIBLE
from crawler.extraction.quality.quality import judge_text
from crawler.extraction.writing.markdown import to_markdown
from crawler.extraction.writing.markup import to_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)
FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
CONTROL = dict.fromkeys(set(range(32)) - {9, 10, 12})
PARTING = re.compile(r"\n(?:[ \t]*\n)+")
INDENT = re.compile(r"^(?: {2,}|\t)\S|\S {3,}\S|\t", re.MULTILINE)  # a column, a drawing, a program

TRUNCATED = 0.6  # what is left of the quality where the end is missing


def read_markdown(source: str) -> Article:
    """Make the article of a Markdown file; its first heading is the title."""
    body = FRONT_MATTER.sub("", bounded(source))
    heading = HEADING.search(body)
    return _article(source, markdown_tree(body), bounded(source), title=heading[1] if heading else None)


def read_plain_text(source: str) -> Article:
    """Make the article of a text file."""
    tree = _plain_tree(bounded(source))
    return _article(source, tree, to_markdown(tree), title=None)


def _plain_tree(text: str) -> HtmlElement:
    """Return the paragraphs of a text, line by line; one that is laid out by its indents is kept to the letter."""
    body = Element("body")
    body.extend(map(_plain_block, filter(str.strip, PARTING.split(ILLEGIBLE.sub("", text).replace("\f", "\n")))))
    return body


def _plain_block(block: str) -> HtmlElement:
    if INDENT.search(block):
        pre = Element("pre")
        SubElement(pre, "code").text = block
        return pre
    paragraph = Element("p")
    paragraph.text, *lines = block.split("\n")
    for line in lines:
        SubElement(paragraph, "br").tail = line
    return paragraph


def _article(source: str, tree: HtmlElement, markdown: str, *, title: str | None) -> Article:
    text = bounded(source)
    quality, reasons = judged(source, text)
    return Article(
        title=title,
        language=language_of(text),
        text=text,
        markdown=markdown,
        html=to_html(tree),
        quality=quality,
        quality_reasons=reasons,
    )


def judged(source: str, text: str) -> tuple[float, list[str]]:
    """Return the quality of a text that was made of a source, and the reasons."""
    quality, reasons = judge_text(text)
    return (quality, reasons) if len(source) <= LIMIT else (round(quality * TRUNCATED, 3), [*reasons, "truncated"])


def bounded(source: str) -> str:
    return source[:LIMIT].replace("\r\n", "\n").replace("\r", "\n").translate(CONTROL).strip("\n")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def markdown_tree(source: str) -> HtmlElement:
    """Return the page that a Markdown source makes, as one element."""
    return parse(_parser().render(bounded(source))).find("body")
