"""scrapy clean: one page cleaned, to see what a crawl would keep of it."""

from __future__ import annotations

import mimetypes
import sys
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from scrapy.commands import ScrapyCommand

from crawler.commands import RefkeepCommand
from crawler.commands.output import print_json
from crawler.commands.stored import find_store
from crawler.exceptions import InvalidURLError, JobError, UsageError
from crawler.extraction import UnsupportedContentError, extract_and_judge
from crawler.extraction.judging import Answer
from crawler.extraction.writing.markdown import title_line
from crawler.paths import user_path
from crawler.storage.export import StoredPage, rfc3339, stored_page
from crawler.storage.sessions import read_scope
from crawler.urls import canonical_url

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    from crawler.extraction import Article
    from crawler.extraction.judging import Judgement


class Command(RefkeepCommand, ScrapyCommand):
    """Cleans a file, a stored page, or a page fetched for this alone, and prints it as Markdown."""

    examples = (
        "scrapy clean page.html --url https://goldsony.tistory.com/37",
        "scrapy clean https://goldsony.tistory.com/37    as stored, else fetched now",
        "scrapy clean paper.pdf --json | jq .title",
    )

    def syntax(self) -> str:
        return "FILE_OR_URL [--url URL] [--json]"

    def short_desc(self) -> str:
        return "Clean one page and print it as Markdown; nothing is stored"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("page", metavar="FILE_OR_URL", help="a file, or an address that begins with http")
        parser.add_argument("--url", help="where the file came from: makes its links absolute and tells its platform")
        parser.add_argument("--json", action="store_true", help="print the whole article as one JSON document")

    def execute(self, opts: Namespace) -> None:
        if opts.url:
            _check(opts.url)
        is_url = opts.page.startswith(("http://", "https://"))
        page = self._page_of_url(opts.page) if is_url else _page_of_file(user_path(opts.page))
        answer = Answer(url=opts.page if is_url else opts.url or page.url, final_url=opts.url or page.url)
        article, judgement = _clean(page, answer, opts.page)
        if judgement:
            print(f"this looks like no article: {judgement.verdict}, {judgement.reason}", file=sys.stderr)
        if opts.json:
            print_json({name: _plain(value) for name, value in asdict(article).items()})
        else:
            print(f"{title_line(article.title)}\n\n{article.markdown}" if article.title else article.markdown)

    def _page_of_url(self, url: str) -> StoredPage:
        """Return the page as stored; fetched now where the store has none."""
        key = _check(url)
        if sessions := find_store(self.setting("DATABASE_URL")):
            with read_scope(sessions) as session:
                if page := stored_page(session, key):
                    return page
        from crawler.commands.crawl import check_settings  # noqa: PLC0415  they bring the reactor, for this case only
        from spiders.one_page import fetch_page  # noqa: PLC0415

        check_settings(self.setting)
        fetched = fetch_page(url, self.settings)
        return StoredPage(fetched.body, fetched.content_type, fetched.final_url or url)


def _check(url: str) -> str:
    """Return the URL's key. Raises UsageError where no one can ask for it."""
    try:
        return canonical_url(url)
    except InvalidURLError as error:
        raise UsageError(f"{url!r} cannot be asked for ({error}): give an address like https://host/page") from None


def _page_of_file(file: Path) -> StoredPage:
    try:
        body = file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}; give a file, or an address with https://") from None
    return StoredPage(body, mimetypes.guess_type(file.name)[0], file.resolve().as_uri())


def _clean(page: StoredPage, answer: Answer, name: str) -> tuple[Article, Judgement | None]:
    try:
        article, judgement = extract_and_judge(page.body, answer, page.content_type)
    except UnsupportedContentError as error:
        raise JobError(f"cannot clean {name}: {error}") from None
    if not article.markdown.strip():
        raise JobError(f"nothing is left of {name} when it is clean")
    return article, judgement


def _plain(value: Any) -> Any:
    return rfc3339(value) if isinstance(value, datetime) else value
