"""Copies of dead sources, taken from a web archive when the crawl has fetched all that was due."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.exceptions import DontCloseSpider, NotConfigured

from crawler.exceptions import ArchiveAwayError, BrokenOffError, DatabaseError, UnclearAnswerError
from crawler.items import ArticleItem, Copy, PageItem, Renderer
from crawler.rendering.archive import Archive
from crawler.signals import breaking_off
from crawler.storage import StoreError
from crawler.storage.citing_days import date_citations
from crawler.storage.rescues import dead_source_ids, load_dead, postpone_rescue, repeat_rescue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from scrapy.crawler import Crawler

    from crawler.rendering.archived_page import ArchivedPage
    from crawler.storage import Sessions
    from crawler.storage.rescues import DeadSource

logger = logging.getLogger(__name__)

PATIENCE = 3  # lookups in a row that the archive does not answer, before this crawl asks it no more
UNCLEAR_PATIENCE = 10  # the same where it answers something else than a copy, which may be about this URL alone


class Rescue:
    """Looks dead sources up in the archive, one after the other, once the spider is idle.

    A copy takes a page's way through the pipelines; one that they turn away is none, and the next nearest is tried.
    An archive that is away is no failure of the crawl: the next one asks again.
    """

    sessions: Sessions  # the spider's

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.stats = crawler.stats
        self._task: asyncio.Task[None] | None = None
        self._kept: set[str] = set()  # addresses of copies that were stored
        self._broken_off = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not crawler.settings["ARCHIVE_URL"]:
            raise NotConfigured
        rescue = cls(crawler)
        crawler.signals.connect(rescue.spider_idle, signal=signals.spider_idle)
        crawler.signals.connect(rescue.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(rescue.spider_closed, signal=signals.spider_closed)
        crawler.signals.connect(rescue.break_off, signal=breaking_off)
        return rescue

    def spider_idle(self) -> None:
        """Begin, where there is something to look up, and keep the spider open until it is done.

        Nothing waits for the reactor any more when it asks the database here.
        """
        if self._task is None and (ids := self._find()):
            self._task = asyncio.create_task(self._rescue_all(ids))
        if self._task is not None and not self._task.done():
            raise DontCloseSpider

    def item_scraped(self, item: Any) -> None:
        if isinstance(item, ArticleItem) and item.copy:
            self._kept.add(item.copy.address)

    def break_off(self) -> None:
        self._broken_off = True

    async def spider_closed(self) -> None:
        """Wait until the last lookup has left the database."""
        if self._task is not None:
            await asyncio.wait([self._task])

    def _find(self) -> list[int]:
        spider: Any = self.crawler.spider  # SourcesSpider
        self.sessions, options = spider.sessions, spider.options
        if options.limit == 0 or self._broken_off:
            return []
        limit = self.crawler.settings.getint("ARCHIVE_LOOKUPS")
        try:
            return dead_source_ids(
                self.sessions, root=options.notes, now=datetime.now(UTC), limit=limit, hosts=options.hosts
            )
        except DatabaseError:  # the crawl says so when it writes down that it ended
            return []

    async def _rescue_all(self, source_ids: Sequence[int]) -> None:
        self.stats.set_value("rescue/dead", len(source_ids))
        unanswered = 0
        for source_id in source_ids:
            try:
                await self._rescue(source_id)
                unanswered = 0
            except ArchiveAwayError as error:
                self.stats.inc_value("rescue/unanswered")
                unanswered += 1
                if unanswered >= (UNCLEAR_PATIENCE if isinstance(error, UnclearAnswerError) else PATIENCE):
                    logger.warning("the web archive does not answer (%s): the next crawl asks it again", error)
                    return
            except BrokenOffError:
                return
            except (DatabaseError, StoreError) as error:
                self.stats.inc_value("store/failed")
                logger.error("%s", error)  # noqa: TRY400  the line says it all
                return

    async def _rescue(self, source_id: int) -> None:
        await asyncio.to_thread(date_citations, self.sessions, [source_id])
        source = await asyncio.to_thread(load_dead, self.sessions, source_id)
        self.stats.inc_value("rescue/asked")
        try:
            is_done = await self._look_up(source)
        except ArchiveAwayError:
            await asyncio.to_thread(repeat_rescue, self.sessions, source_id, datetime.now(UTC))
            raise
        if not is_done:
            await asyncio.to_thread(postpone_rescue, self.sessions, source_id, datetime.now(UTC))

    async def _look_up(self, source: DeadSource) -> bool:
        """Return whether a copy was stored. Raises ArchiveAwayError where one may not have been served."""
        gate, download = self.crawler.settings["ARCHIVE_URL"], self.crawler.engine.download_async
        is_unsure = False
        for address in source.addresses:
            archive = Archive(gate, download, address, source.cited_at)
            async for page in archive.copies():
                if await self._keep(source, page):
                    return True
            is_unsure = is_unsure or archive.is_unsure
        if is_unsure:
            raise UnclearAnswerError(f"not all copies of {source.url} were served")
        return False

    async def _keep(self, source: DeadSource, page: ArchivedPage) -> bool:
        """Send a copy through the pipelines, and say whether it was stored."""
        if self._broken_off:  # they may be closed
            raise BrokenOffError(f"not stored: {page.address}")
        await self.crawler.engine.scraper.start_itemproc_async(_item(source, page), response=None)
        if self.stats.get_value("store/failed"):
            raise BrokenOffError(f"not stored: {page.address}")
        return page.address in self._kept


def _item(source: DeadSource, page: ArchivedPage) -> PageItem:
    return PageItem(
        source_id=source.id,
        source_url=source.url,
        url=source.cited_url,
        final_url=page.url,
        fetched_at=datetime.now(UTC),
        renderer=Renderer.HTTP,
        http_status=HTTPStatus.OK,
        body=page.body,
        content_type=page.content_type,
        copy=Copy(address=page.address, taken_at=page.taken_at, verdict=source.verdict),
    )
