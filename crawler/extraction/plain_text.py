"""Plain text and Markdown: kept as they are, with HTML made of them; plain text is escaped where it is Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import SubElement
from lxml.html import Element

from crawler.extraction.article import Article
from crawler.extraction.bounded import bounded
from crawler.extraction.cleaning.cleaner import clean
from crawler.extraction.dom import LIMIT
from crawler.extraction.footnotes.footnotes import add_footnotes
from crawler.extraction.language import language_of
from crawler.extraction.legible import ILLEGIBLE
from crawler.extraction.plain_content import plain_content
from crawler.extraction.quality.quality import judge_text
from crawler.extraction.typed.markdown import markdown_tree
from crawler.extraction.writing.markdown import to_markdown
from crawler.extraction.writing.markup import to_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADING = re.compile(r"^#[ \t]++(\S.*)$", re.MULTILINE)
CLOSING = re.compile(r"(?<!\S)#+$")  # of a heading
FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
PARTING = re.compile(r"\n(?:[ \t]*\n)+")
INDENT = re.compile(r"^(?: {2,}|\t)\S|\S {3,}\S|\t", re.MULTILINE)  # a column, a drawing, a program

TRUNCATED = 0.6  # what is left of the quality where the end is missing


def read_markdown(source: str, url: str) -> Article:
    """Make the article of a Markdown file; its first heading is the title."""
    body = FRONT_MATTER.sub("", bounded(source))
    heading = HEADING.search(body)
    return _article(source, _cleaned(body, url), bounded(source), title=_title(heading[1]) if heading else None)


def _cleaned(markdown: str, url: str) -> HtmlElement:
    notes: list[HtmlElement] = []
    cleaned = clean(plain_content(markdown_tree(markdown), notes), url)
    add_footnotes(cleaned, notes, url)
    return cleaned


def _title(heading: str) -> str:
    return CLOSING.sub("", heading.strip()).strip()


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
        images=list(dict.fromkeys(image.get("src", "") for image in tree.iter("img"))),
        quality=quality,
        quality_reasons=reasons,
    )


def judged(source: str, text: str) -> tuple[float, list[str]]:
    """Return the quality of a text that was made of a source, and the reasons."""
    quality, reasons = judge_text(text)
    return (quality, reasons) if len(source) <= LIMIT else (round(quality * TRUNCATED, 3), [*reasons, "truncated"])
