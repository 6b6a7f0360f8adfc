"""The spider of `scrapy crawl sources`: takes the notes in and asks for every source that is due."""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.exceptions import CloseSpider

from crawler.exceptions import DatabaseError, JobError, RefkeepError
from crawler.storage import (
    cited_hosts,
    due_source_ids,
    load_due,
    read_scope,
    shows_newest,
    sync_notes,
    unknown_hosts,
)
from pipelines.clean import CleanPipeline
from pipelines.store import STORE_AWAY
from pipelines.workers import WorkFailedError
from spiders.options import CrawlOptions
from spiders.revisits import RevisitSpider

if TYPE_CHECKING:
    from array import array
    from collections.abc import AsyncIterator, Iterator, Sequence
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler

    from crawler.extraction import Article
    from crawler.items import PageItem
    from crawler.storage import DueSource, Sessions, SyncReport

logger = logging.getLogger(__name__)

WINDOW = 200  # sources taken from the database at a time: enough to keep many hosts busy, little to hold
HOSTS_NAMED = 12  # where an unknown one was asked for
NOTES_FAILED = "notes_failed"  # why the spider closed: the notes could not be taken in

# What the sync counted, each a stat "notes/…".
COUNTED = (
    *("notes", "unchanged", "read", "renamed", "gone"),
    *("citations", "new_citations", "closed_citations", "invalid"),
)


class SourcesSpider(RevisitSpider):
    """Fetches the sources that the notes cite. The database is its queue: what is not stored is still due."""

    name = "sources"

    def __init__(self, options: CrawlOptions, sessions: Sessions, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.options = options
        self.sessions = sessions
        self._sync: asyncio.Task[SyncReport] | None = None
        self._stopped = Event()

    @classmethod
    def from_crawler(cls, crawler: Crawler, sessions: Sessions, **arguments: Any) -> Self:
        """`sessions` are the command's, for all that the crawl does; `arguments` those of `-a`: see CrawlOptions."""
        options = CrawlOptions.parse(arguments, crawler.settings["NOTES_DIR"])
        return super().from_crawler(crawler, options, sessions)

    async def start(self) -> AsyncIterator[Request]:
        """Yield the requests as the scheduler runs dry: of 100,000 sources only a window is held at any time."""
        self._sync = asyncio.create_task(asyncio.to_thread(self._take_notes_in))
        with _told(NOTES_FAILED):
            self._count_notes(await asyncio.shield(self._sync))
        await self.look_for_splash()
        with _told(STORE_AWAY):
            due = await asyncio.to_thread(self._find_due)
        self.crawler.stats.set_value("sources/due", len(due))
        for first in range(0, len(due), WINDOW):
            with _told(STORE_AWAY):
                window = await asyncio.to_thread(self._load, due[first : first + WINDOW])
            for source in window:
                yield self.ask(source)
            await self.crawler.signals.wait_for(signals.scheduler_empty)

    async def is_stored(self, source: DueSource, page: PageItem) -> bool:
        pipeline = self.crawler.get_item_pipeline(CleanPipeline)
        try:
            article = await pipeline.wording_of(page) if pipeline else None
            return article is not None and await asyncio.to_thread(self._shows_newest, source.id, article)
        except (WorkFailedError, DatabaseError):  # the pipelines meet it again, and say so
            return False

    async def closed(self, reason: str) -> None:
        """Wait until the notes' sync has left the database: only then may another crawl have it."""
        self._stopped.set()
        if self._sync is not None:
            await asyncio.gather(self._sync, return_exceptions=True)  # that it was stopped is no news

    def _take_notes_in(self) -> SyncReport:
        return sync_notes(
            self.sessions,
            self.options.notes,
            allowed_private_hosts=self.settings["ALLOWED_PRIVATE_HOSTS"],
            ignore_urls=self.settings["IGNORE_URLS"],
            now=datetime.now(UTC),
            progress=self._tell_progress,
        )

    def _tell_progress(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise JobError("stopped while the notes were taken in; the next crawl goes on from there")
        self.crawler.stats.set_value("notes/read_so_far", done)
        self.crawler.stats.set_value("notes/to_read", total)

    def _count_notes(self, report: SyncReport) -> None:
        for path, reason in report.unreadable:
            logger.warning("cannot read the note %s: %s", path, reason)
        for name in COUNTED:
            self.crawler.stats.set_value(f"notes/{name}", getattr(report, name))

    def _find_due(self) -> array[int]:
        with read_scope(self.sessions) as session:
            unknown = unknown_hosts(session, root=self.options.notes, hosts=self.options.hosts)
            if unknown:
                _tell_unknown(unknown, cited_hosts(session, root=self.options.notes))
            return due_source_ids(
                session,
                root=self.options.notes,
                now=datetime.now(UTC),
                refresh=self.options.refresh,
                hosts=self.options.hosts,
                limit=self.options.limit,
                splash=self.splash_answers,
            )

    def _shows_newest(self, source_id: int, article: Article) -> bool:
        with read_scope(self.sessions) as session:
            return shows_newest(session, source_id, article)

    def _load(self, ids: Sequence[int]) -> list[DueSource]:
        with read_scope(self.sessions) as session:
            return load_due(session, ids)


@contextmanager
def _told(reason: str) -> Iterator[None]:
    """Make the crawl's end, for this reason, of an error that the user reads."""
    try:
        yield
    except RefkeepError as error:
        logger.error("%s", error)  # noqa: TRY400  the line says it all
        raise CloseSpider(reason) from error


def _tell_unknown(unknown: Sequence[str], hosts: Sequence[str]) -> None:
    named = ", ".join(hosts[:HOSTS_NAMED]) or "none"
    more = f" and {len(hosts) - HOSTS_NAMED:,} more" if len(hosts) > HOSTS_NAMED else ""
    logger.warning("no source on %s; hosts are %s%s", ", ".join(unknown), named, more)
