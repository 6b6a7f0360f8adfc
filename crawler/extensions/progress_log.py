"""How far the crawl is, for a log that someone reads later."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)


class ProgressLog:
    """Writes a line at intervals, where standard error is no terminal."""

    def __init__(self, stats: StatsCollector, seconds: float) -> None:
        self.stats = stats
        self.seconds = seconds
        self.loop = create_looping_call(self.tell)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if sys.stderr.isatty():
            raise NotConfigured  # a terminal has the progress bar
        extension = cls(crawler.stats, crawler.settings.getfloat("LOGSTATS_INTERVAL"))
        crawler.signals.connect(extension.start, signal=signals.spider_opened)
        crawler.signals.connect(extension.stop, signal=signals.spider_closed)
        return extension

    def start(self) -> None:
        self.loop.start(self.seconds, now=False)

    def stop(self) -> None:
        self.loop.stop()

    def tell(self) -> None:
        value = self.stats.get_value
        if value("sources/due") is None:
            logger.info("read %s of %s notes", value("notes/read_so_far", 0), value("notes/to_read", "?"))
            return
        kept, failures = value("store/articles", 0) + value("store/unchanged", 0), value("store/failures", 0)
        logger.info("%d of %d sources: %d kept, %d failed", kept + failures, value("sources/due"), kept, failures)
