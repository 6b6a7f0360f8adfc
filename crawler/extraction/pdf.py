"""A PDF to its article: the text that it holds, page by page. Scanned pages have none."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from lxml.html import Element
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from crawler.extraction.article import Article
from crawler.extraction.errors import UnsupportedContentError
from crawler.extraction.language import language_of
from crawler.extraction.quality.quality import judge_text
from crawler.extraction.writing.markdown import to_markdown
from crawler.extraction.writing.markup import to_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from lxml.html import HtmlElement

PAGES = 300  # that are read
CHARACTERS = 1_000_000  # after which no further page is read
PAGE_BREAK = "\f"
NO_TEXT = dict.fromkeys({*range(32), 0xFFFE, 0xFFFF} - {9, 10}, " ")  # no XML either, so that no tree would take it
# What pypdf lets through on broken files, beside its own errors.
BROKEN = (
    PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, RecursionError,
    OverflowError, NotImplementedError, OSError,
)  # fmt: skip


def read_pdf(body: bytes) -> Article:
    """Make the article of a PDF; raises UnsupportedContentError for one that is broken or locked."""
    try:
        reader = PdfReader(BytesIO(body))
        pages = list(_pages(reader))
        said = reader.metadata
        title, author = (said.title, said.author) if said else (None, None)
    except BROKEN as error:
        raise UnsupportedContentError("application/pdf", f"it cannot be read ({type(error).__name__})") from error
    text = PAGE_BREAK.join(pages)
    tree = _tree(pages)
    quality, reasons = judge_text(text)
    return Article(
        title=_said(title),
        authors=[name.strip() for name in re.split(r"[;,]", _said(author) or "") if name.strip()],
        published_at=_date(reader, "creation_date"),
        modified_at=_date(reader, "modification_date"),
        language=language_of(text),
        text=text,
        markdown=to_markdown(tree),
        html=to_html(tree),
        quality=quality,
        quality_reasons=reasons,
    )


def _pages(reader: PdfReader) -> Iterator[str]:
    total = 0
    for page in reader.pages[:PAGES]:
        text = page.extract_text().translate(NO_TEXT).encode("utf-8", "ignore").decode()
        yield text.strip()
        total += len(text)
        if total > CHARACTERS:
            return


def _tree(pages: list[str]) -> HtmlElement:
    """Lay the pages out as paragraphs, which empty lines part, with a rule between pages."""
    tree = Element("article")
    for number, page in enumerate(pages):
        if number:
            tree.append(Element("hr"))
        for paragraph in re.split(r"\n\s*\n", page):
            line = Element("p")
            line.text = " ".join(paragraph.split())
            if line.text:
                tree.append(line)
    return tree


def _said(text: object) -> str | None:
    """Return what the metadata says, None for what programs write where no one said anything."""
    words = " ".join(str(text).split()) if text else ""
    return None if words.lower() in {"", "untitled", "none", "unknown"} else words


def _date(reader: PdfReader, name: str) -> datetime | None:
    """Return a date of the metadata that says its zone: others could be a day off."""
    try:
        date: datetime | None = getattr(reader.metadata, name, None)
    except BROKEN:
        return None
    return date if date is not None and date.tzinfo is not None else None
