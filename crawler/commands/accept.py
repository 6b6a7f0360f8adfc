"""scrapy accept: take a doubtful page for the article of its source."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand

from crawler.commands import RefkeepCommand
from crawler.commands.stored import key_of, open_store, read_held_back
from crawler.exceptions import JobError
from crawler.extraction import UnsupportedContentError, extract, rules_version
from crawler.storage.candidates import accept_candidate
from crawler.storage.sessions import read_scope, session_scope

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from crawler.extraction import Article
    from crawler.storage.candidates import HeldBack
    from crawler.storage.sessions import Sessions


class Command(RefkeepCommand, ScrapyCommand):
    """Makes the page that a crawl held back the article of its source; the one before stays among its versions."""

    examples = (
        "scrapy status --failed           names what is held back: doubtful",
        "scrapy show --candidate https://goldsony.tistory.com/37    what came",
        "scrapy accept https://goldsony.tistory.com/37",
    )

    def syntax(self) -> str:
        return "URL"

    def short_desc(self) -> str:
        return "Take the page that was held back for the article of its source"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("url", metavar="URL", help="the source, in any spelling")

    def execute(self, opts: Namespace) -> None:
        article = accept(open_store(self.setting("DATABASE_URL")), key_of(opts.url), datetime.now(UTC))
        print(f"{article.title or opts.url} is the article now: {len(article.text):,} characters")


def accept(sessions: Sessions, url: str, now: datetime) -> Article:
    """Make the candidate of a canonical URL its article, and return that.

    Raises UsageError where there is no source or no candidate, JobError where its page cannot be cleaned any more.
    """
    with read_scope(sessions) as session:
        held = read_held_back(session, url)
    article = _clean(held)
    with session_scope(sessions) as session:
        if not accept_candidate(session, held, article, rules_version(), now):
            raise JobError(f"{url}: a crawl has brought another page meanwhile: see scrapy show --candidate")
    return article


def _clean(held: HeldBack) -> Article:
    try:
        article = extract(held.body, held.final_url, held.content_type, fetched_at=held.last_seen_at)
    except UnsupportedContentError as error:
        raise JobError(f"cannot clean the page of {held.url}: {error}") from None
    if not (article.text or article.images):
        raise JobError(f"cannot clean the page of {held.url}: these rules find no article in it")
    return article
