"""A PDF to its article: the text that it holds, page by page. Scanned pages have none."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from lxml.html import Element
from pypdf import PdfReader, _cmap
from pypdf.errors import PyPdfError

from crawler.extraction.article import Article
from crawler.extraction.errors import UnsupportedContentError
from crawler.extraction.language import language_of
from crawler.extraction.pdf_lines import paragraphs
from crawler.extraction.quality.quality import judge_text
from crawler.extraction.writing.markdown import to_markdown
from crawler.extraction.writing.markup import to_html

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.html import HtmlElement

# Korean PDFs without embedded fonts name these, and pypdf does not know them: it would read them as UTF-16.
_cmap._predefined_cmap.update(  # noqa: SLF001  pypdf has no other way to tell it
    {f"/{name}-{way}": "cp949" for name in ("KSC-EUC", "KSCms-UHC", "KSCms-UHC-HW", "KSCpc-EUC") for way in "HV"}
    | {f"/UniKS-UTF16-{way}": "utf-16-be" for way in "HV"}
)

TRUNCATED = 0.6  # what is left of the quality where pages are missing
PAGES = 2000  # that are read
CHARACTERS = 1_000_000  # after which no further page is read
DRAWING = 6_000_000  # bytes that say what stands on the pages, after which none is read: 10 to 20 seconds
PAGE_BREAK = "\f"
NO_TEXT = dict.fromkeys({*range(32), 0xFFFE, 0xFFFF} - {9, 10}, " ")  # no XML either, so that no tree would take it
# What pypdf lets through on broken files, beside its own errors.
BROKEN = (
    PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, RecursionError,
    OverflowError, NotImplementedError, OSError,
)  # fmt: skip


def read_pdf(body: bytes) -> Article:
    """Make the article of a PDF; raises UnsupportedContentError for one that is broken, locked or holds no text."""
    try:
        reader = PdfReader(BytesIO(body))
        pages = _read_pages(reader)
        said = reader.metadata
        title, author = (said.title, said.author) if said else (None, None)
    except BROKEN as error:
        raise UnsupportedContentError("application/pdf", f"it cannot be read ({type(error).__name__})") from error
    if not any(pages.paragraphs):
        raise UnsupportedContentError("application/pdf", "it holds no text: a scan, or pictures alone")
    text = PAGE_BREAK.join("\n\n".join(page) for page in pages.paragraphs)
    tree = _tree(pages.paragraphs)
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
        quality=quality if pages.are_all else round(quality * TRUNCATED, 3),
        quality_reasons=reasons if pages.are_all else [*reasons, "truncated"],
    )


class _Pages(NamedTuple):
    """What was read of the pages."""

    paragraphs: list[list[str]]  # of each page
    are_all: bool  # no page is broken, and none was left out


def _read_pages(reader: PdfReader) -> _Pages:
    """Read page by page; one that is broken costs itself alone, unless it is the only one."""
    read: list[list[str]] = []
    broken: list[Exception] = []
    drawn = letters = 0
    count = len(reader.pages)
    for number in range(min(count, PAGES)):
        try:
            page = reader.pages[number]
            contents = page.get_contents()
            drawn += len(contents.get_data()) if contents is not None else 0
            if drawn > DRAWING or letters > CHARACTERS:
                break
            text = page.extract_text().translate(NO_TEXT).encode("utf-8", "ignore").decode()
        except BROKEN as error:
            broken.append(error)
            text = ""
        read.append(paragraphs(text))
        letters += len(text)
    if broken and not any(read):
        raise broken[0]
    return _Pages(read, are_all=not broken and len(read) == count)


def _tree(pages: list[list[str]]) -> HtmlElement:
    """Lay the paragraphs out with a rule between pages."""
    tree = Element("article")
    for number, page in enumerate(pages):
        if number:
            tree.append(Element("hr"))
        for paragraph in page:
            line = Element("p")
            line.text = paragraph
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
