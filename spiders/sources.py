"""The spider: asks for every source that is due, and yields a page or a failure for each."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from scrapy import Spider, signals
from scrapy.exceptions import CloseSpider

from crawler.exceptions import SplashAwayError
from crawler.items import Renderer
from crawler.middlewares.refusal import Refusal
from crawler.rendering import outcome, verdicts
from crawler.rendering.gate import BrowserDiedError
from crawler.rendering.ping import splash_answers
from crawler.rendering.rendered import read_rendered
from crawler.rendering.requests import RenderOptions, names_a_file, plain_request, rendered_request
from crawler.storage import due_source_ids, load_due, make_sessions, open_engine, read_scope, sync_notes
from spiders.options import CrawlOptions

if TYPE_CHECKING:
    from array import array
    from collections.abc import AsyncIterator, Iterator, Sequence
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.items import FailureItem, PageItem
    from crawler.storage import DueSource, Sessions

logger = logging.getLogger(__name__)

WINDOW = 200  # sources taken from the database at a time: enough to keep many hosts busy, little to hold
SPLASH_AWAY = "splash_away"  # why the spider closed: the sources that waited for Splash stay due


class SourcesSpider(Spider):
    """Fetches the sources that the notes cite: pages through Splash, files plainly."""

    name = "sources"

    def __init__(self, options: CrawlOptions, sessions: Sessions, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.options = options
        self.sessions = sessions

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> Self:
        settings = crawler.settings
        options = CrawlOptions.parse(arguments, settings["NOTES_DIR"])
        return super().from_crawler(crawler, *args, options, make_sessions(open_engine(settings["DATABASE_URL"])))

    async def start(self) -> AsyncIterator[Request]:
        await asyncio.to_thread(self._take_notes_in)
        self.render_options = RenderOptions.from_settings(self.settings)
        self.splash_wanted = bool(self.settings["SPLASH_URL"])
        self.splash_there = self.splash_wanted and await asyncio.to_thread(splash_answers, self.settings["SPLASH_URL"])
        if self.splash_wanted and not self.splash_there:
            logger.warning("Splash does not answer at %s: pages are fetched plainly", self.settings["SPLASH_URL"])

        due = await asyncio.to_thread(self._due)
        self.crawler.stats.set_value("sources/due", len(due))
        for first in range(0, len(due), WINDOW):
            for source in await asyncio.to_thread(self._load, due[first : first + WINDOW]):
                yield self.ask(source)
            await self.crawler.signals.wait_for(signals.scheduler_empty)

    def ask(self, source: DueSource) -> Request:
        """Return the request for a source: through Splash unless its URL names a file."""
        if names_a_file(source.cited_url):
            return self.ask_plainly(source)
        if not self.splash_there:
            return self.ask_plainly(source, fallback=self.splash_wanted)
        return rendered_request(
            source.cited_url, self.render_options, self.parse_rendered, self.on_error, source=source
        )

    def ask_plainly(self, source: DueSource, *, fallback: bool = False) -> Request:
        return plain_request(source.cited_url, self.parse, self.on_error, source=source, fallback=fallback)

    def parse(self, response: Response, source: DueSource, *, fallback: bool) -> Iterator[PageItem | FailureItem]:
        yield outcome.of_plain(source, response, datetime.now(UTC), fallback=fallback)

    def parse_rendered(self, response: Response, source: DueSource) -> Iterator[PageItem | FailureItem | Request]:
        """Yield what Splash brought; what it cannot render is asked for plainly, where errors are told more exactly."""
        rendered = read_rendered(response.data, source.cited_url) if response.status == HTTPStatus.OK else None
        if rendered is None or rendered.file_type or rendered.html is None:
            self.crawler.stats.inc_value("render/not_rendered")
            yield self.ask_plainly(source)
        else:
            yield outcome.of_rendered(source, rendered, datetime.now(UTC))

    def on_error(self, failure: Failure) -> Iterator[FailureItem | Request]:
        """Yield the failure of a source that did not answer. One that waited for a Splash that stays away stays due."""
        source: DueSource = failure.request.cb_kwargs["source"]
        error, now = failure.value, datetime.now(UTC)
        if isinstance(error, SplashAwayError):
            raise CloseSpider(SPLASH_AWAY)
        if isinstance(error, BrowserDiedError):
            logger.warning("%s: %s", source.cited_url, error)
            yield self.ask_plainly(source)
        elif isinstance(error, Refusal):
            yield outcome.of_nothing(source, now, verdict=error.verdict, reason=error.reason, renderer=None)
        else:
            verdict, reason = verdicts.of_exception(error)
            yield outcome.of_nothing(source, now, verdict=verdict, reason=reason, renderer=Renderer.HTTP)

    def _take_notes_in(self) -> None:
        report = sync_notes(
            self.sessions,
            self.options.notes,
            allowed_private_hosts=self.settings["ALLOWED_PRIVATE_HOSTS"],
            ignore_urls=self.settings["IGNORE_URLS"],
            now=datetime.now(UTC),
            progress=self._tell_progress,
        )
        for path, reason in report.unreadable:
            logger.warning("cannot read the note %s: %s", path, reason)
        for name in ("notes", "unchanged", "read", "renamed", "gone", "citations", "new_citations", "closed_citations"):
            self.crawler.stats.set_value(f"notes/{name}", getattr(report, name))

    def _tell_progress(self, done: int, total: int) -> None:
        self.crawler.stats.set_value("notes/read_so_far", done)
        self.crawler.stats.set_value("notes/to_read", total)

    def _due(self) -> array[int]:
        with read_scope(self.sessions) as session:
            return due_source_ids(
                session,
                root=self.options.notes,
                now=datetime.now(UTC),
                refresh=self.options.refresh,
                hosts=self.options.hosts,
                limit=self.options.limit,
                splash=self.splash_there,
            )

    def _load(self, ids: Sequence[int]) -> list[DueSource]:
        with read_scope(self.sessions) as session:
            return load_due(session, ids)
