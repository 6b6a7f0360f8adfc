"""A page to its article, purely: bytes in, an Article out.

    body ─► kinds ─► web_page ─► charset, dom ─► formulas, footnotes, idioms (with code): made plain
                  │                                └► platform's rules | generic: what is content
                  │                                     └► cleaning ─► writing: text, Markdown, HTML
                  │              metadata, language ─► the page's facts        quality ─► how far to trust it
                  │              judging ─► is it the article, or a page in its place?
                  ├► plain_text (with typed: Markdown), listing, notebook
                  └► pdf

RULES_VERSION names the rules that made an article; whoever changes what comes out of a page raises it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.article import Article
from crawler.extraction.charset import decode
from crawler.extraction.dom import parse
from crawler.extraction.errors import UnsupportedContentError
from crawler.extraction.judging import judge
from crawler.extraction.judging.sight import sight_of
from crawler.extraction.kinds import Kind, kind_of, media_type
from crawler.extraction.listing import language_of_listing, read_listing
from crawler.extraction.notebook import read_notebook
from crawler.extraction.picture import read_picture
from crawler.extraction.plain_text import read_markdown, read_plain_text
from crawler.extraction.web_page import read_web_page, read_wording
from crawler.platforms import own_version

if TYPE_CHECKING:
    from datetime import datetime

    from crawler.extraction.judging import Answer, Judgement

__all__ = [
    "RULES_VERSION",
    "Article",
    "UnsupportedContentError",
    "decode",
    "extract",
    "extract_and_judge",
    "extract_wording",
    "rules_version",
]

RULES_VERSION = "4"


def extract(
    body: bytes | str, url: str, content_type: str | None = None, *, fetched_at: datetime | None = None
) -> Article:
    """Clean one page to its article.

    `body` is what the server sent, or what a browser made of it, frames inlined; `url` is the address that it came
    from, which makes links absolute and tells the platform; `fetched_at` (aware) is what "3시간 전" counts back from.
    Raises UnsupportedContentError for what holds no article: films, archives, broken PDFs.
    """
    if isinstance(body, str):
        body, content_type = body.encode("utf-8", "replace"), _as_utf8(content_type)
    match kind_of(body, url, content_type):
        case Kind.HTML:
            source = decode(body, content_type)
            return read_web_page(source, parse(source), url, fetched_at)
        case Kind.MARKDOWN:
            return read_markdown(decode(body, content_type), url)
        case Kind.TEXT:
            return _text(decode(body, content_type), url, content_type)
        case Kind.PDF:
            from crawler.extraction.pdf import read_pdf  # noqa: PLC0415  pypdf takes its time to load, for few pages

            return read_pdf(body)
        case Kind.IMAGE:
            return read_picture(url)


def extract_and_judge(
    body: bytes, answer: Answer, content_type: str | None = None, *, fetched_at: datetime | None = None
) -> tuple[Article, Judgement | None]:
    """Clean one page as `extract` does, and say what it is where it is no article; parse it once for both."""
    if kind_of(body, answer.final_url, content_type) is not Kind.HTML:
        article = extract(body, answer.final_url, content_type, fetched_at=fetched_at)
        return article, judge(answer, article, None)
    source = decode(body, content_type)
    tree = parse(source)
    sight = sight_of(tree)
    article = read_web_page(source, tree, answer.final_url, fetched_at)
    return article, judge(answer, article, sight)


def extract_wording(
    body: bytes, url: str, content_type: str | None = None, *, fetched_at: datetime | None = None
) -> Article:
    """Clean one page as `extract` does, to what tells one version of it from another: title and Markdown alone."""
    if kind_of(body, url, content_type) is not Kind.HTML:
        return extract(body, url, content_type, fetched_at=fetched_at)
    return read_wording(parse(decode(body, content_type)), url)


def rules_version() -> str:
    """Return what the rules of this process are called: ours by their number, with a mark of the user's own files."""
    return "+".join(filter(None, (RULES_VERSION, own_version())))


def _as_utf8(content_type: str | None) -> str:
    """Say of text that was decoded already what it is now, whatever it was."""
    return f"{(content_type or 'text/html').split(';')[0]}; charset=utf-8"


def _text(source: str, url: str, content_type: str | None) -> Article:
    """Return the article of a text that is no Markdown: a notebook, a listing, or prose."""
    language = language_of_listing(url, media_type(content_type))
    if language is None:
        return read_plain_text(source)
    notebook = read_notebook(source, url) if language == "json" else None
    return notebook or read_listing(source, url, language)
