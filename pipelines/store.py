"""Writes articles and failures into the database, off the reactor's thread."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from itemadapter import ItemAdapter
from scrapy import signals
from scrapy.exceptions import DropItem

from crawler.exceptions import DatabaseError
from crawler.items import ArticleItem, FailureItem, UnchangedItem
from crawler.signals import breaking_off
from crawler.storage import (
    StoreError,
    finish_crawl,
    session_scope,
    start_crawl,
    store_results,
)
from crawler.storage.schedule import Bounds
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Spider
    from scrapy.crawler import Crawler

    from crawler.storage import Sessions, Stored

logger = logging.getLogger(__name__)

STORE_AWAY = "store_away"  # why the spider closed
BATCH = 50  # items in one transaction at the most: ten commits cost what one costs
GATHER_SECONDS = 0.2  # that the first item of a batch waits for others, where it is not full already


class StorePipeline:
    """Stores what came under its crawl, and lets an item go on only when it is safely in the database.

    An article that brought nothing new goes on as an UnchangedItem: the crawl's feed holds what is new or changed.
    One that is held back goes on as a failure: the kept article stays the source's.

    Items gather for a moment, and while one batch is being written: a transaction costs as much as storing five of
    them. The spider closes only when each is stored, so nothing is on the way then.
    """

    sessions: Sessions  # the spider's

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.stats = crawler.stats
        days = crawler.settings.getfloat
        self.bounds = Bounds(timedelta(days=days("RECRAWL_MIN")), timedelta(days=days("RECRAWL_MAX")))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.spider_closed, signal=signals.spider_closed)
        return pipeline

    async def open_spider(self) -> None:
        spider: Any = self.crawler.spider  # SourcesSpider
        self.sessions, root = spider.sessions, spider.options.notes
        self.crawl_id = await asyncio.to_thread(start_crawl, self.sessions, root=root, now=datetime.now(UTC))
        self.stats.set_value("crawl/id", self.crawl_id)
        self._is_away = False  # the database
        self._waiting: asyncio.Queue[tuple[Any, asyncio.Future[Stored]]] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write_forever())

    async def process_item(self, item: Any) -> Any:
        if item.copy and isinstance(item, FailureItem):
            raise DropItem(f"no copy to keep: {item.evidence['reason']}", log_level="DEBUG")
        written: asyncio.Future[Stored] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait((item, written))
        stored = await written
        if stored.doubt:
            item = FailureItem.of_page(item, Verdict.DOUBTFUL, **stored.doubt.evidence)
        elif isinstance(item, ArticleItem) and _is_known(item, stored):
            item = UnchangedItem.of_page(item)
        self._count(item, stored)
        ItemAdapter(item).update(cited_urls=stored.cited.urls, notes=stored.cited.notes)
        return item

    def _count(self, item: Any, stored: Stored) -> None:
        match item:
            case ArticleItem() if item.copy:
                self.stats.inc_value("rescue/found")
            case FailureItem():
                self.stats.inc_value("store/failures")
                self.stats.inc_value(f"verdict/{item.verdict}")
            case UnchangedItem():
                self.stats.inc_value("store/unchanged")
            case _:
                self.stats.inc_value("store/articles")
        if stored.new_snapshot:
            self.stats.inc_value("store/snapshots")

    async def close_spider(self) -> None:
        self._writer.cancel()
        with suppress(asyncio.CancelledError):
            await self._writer

    async def spider_closed(self, spider: Spider, reason: str) -> None:
        counts = {name: value for name, value in self.stats.get_stats().items() if isinstance(value, int | float | str)}
        try:
            await asyncio.to_thread(
                finish_crawl, self.sessions, self.crawl_id, outcome=reason, counts=counts, now=datetime.now(UTC)
            )
        except DatabaseError as error:
            self._tell(error)
            self.stats.inc_value("store/failed")

    async def _write_forever(self) -> None:
        while True:
            batch = [await self._waiting.get()]
            if self._waiting.qsize() < BATCH - 1:
                await asyncio.sleep(GATHER_SECONDS)
            while not self._waiting.empty() and len(batch) < BATCH:
                batch.append(self._waiting.get_nowait())
            await self._write(batch)

    async def _write(self, batch: list[tuple[Any, asyncio.Future[Stored]]]) -> None:
        try:
            results = await asyncio.to_thread(self._store, [item for item, _ in batch])
        except DatabaseError as error:
            self._give_up(batch, error)
        except StoreError as error:
            await self._write_one_by_one(batch, error)
        else:
            for (_, written), stored in zip(batch, results, strict=True):
                written.set_result(stored)

    async def _write_one_by_one(self, batch: list[tuple[Any, asyncio.Future[Stored]]], error: StoreError) -> None:
        """One item that the database does not take costs itself alone; its source stays due."""
        if len(batch) > 1:
            for each in batch:
                await self._write([each])
            return
        item, written = batch[0]
        self.stats.inc_value("store/failed")
        logger.error("cannot store %s: %s", item.source_url, error)
        written.set_exception(DropItem(str(error), log_level="DEBUG"))

    def _give_up(self, batch: list[tuple[Any, asyncio.Future[Stored]]], error: DatabaseError) -> None:
        """The database is away: what was not stored stays due, and there is no use in asking for more."""
        if not self._is_away:
            self.crawler.signals.send_catch_log(signal=breaking_off)
            asyncio.ensure_future(self.crawler.engine.close_spider_async(reason=STORE_AWAY))  # noqa: RUF006  waits for us
        self._tell(error)
        self.stats.inc_value("store/failed", len(batch))
        for _, written in batch:
            written.set_exception(DropItem("the database is away", log_level="DEBUG"))

    def _tell(self, error: DatabaseError) -> None:
        if not self._is_away:
            logger.error("%s", error)
        self._is_away = True

    def _store(self, items: list[ArticleItem | FailureItem | UnchangedItem]) -> list[Stored]:
        with session_scope(self.sessions) as session:
            return store_results(session, self.crawl_id, items, bounds=self.bounds)


def _is_known(item: ArticleItem, stored: Stored) -> bool:
    """Return whether the article was stored already; one that does not count, and an archive's copy, are none such."""
    return item.copy is None and stored.snapshot_id is not None and not stored.new_snapshot
