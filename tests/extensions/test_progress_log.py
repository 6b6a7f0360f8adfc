"""What a log says of a crawl under way."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest
from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.statscollectors import StatsCollector

from crawler.extensions.progress import ProgressBar
from crawler.extensions.progress_log import ProgressLog

if TYPE_CHECKING:
    from typing import Any

pytestmark = pytest.mark.usefixtures("capsys")  # standard error is no terminal

NAME = "crawler.extensions.progress_log"


def crawler_with(**stats: Any) -> Crawler:
    crawler = Crawler(Spider, {"LOGSTATS_INTERVAL": 0.02})
    crawler.stats = StatsCollector(crawler)
    crawler.stats.set_stats({name.replace("_", "/", 1): value for name, value in stats.items()})
    return crawler


@pytest.mark.parametrize(
    ("stats", "line"),
    [
        ({}, "read 0 of ? notes"),
        ({"notes_read_so_far": 3, "notes_to_read": 11}, "read 3 of 11 notes"),
        ({"notes_read_so_far": 11, "notes_to_read": 11, "sources_due": 0}, "0 of 0 sources: 0 kept, 0 failed"),
        ({"sources_due": 40, "store_articles": 7}, "7 of 40 sources: 7 kept, 0 failed"),
        ({"sources_due": 40, "store_articles": 7, "store_failures": 2}, "9 of 40 sources: 7 kept, 2 failed"),
    ],
)
def test_a_line_says_how_far_the_crawl_is(stats: dict[str, int], line: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, NAME)

    async def tell() -> None:
        ProgressLog.from_crawler(crawler_with(**stats)).tell()

    asyncio.run(tell())

    assert caplog.messages == [line]


def test_lines_come_while_the_spider_is_open(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, NAME)

    async def crawl() -> int:
        crawler = crawler_with(sources_due=2)
        extension = ProgressLog.from_crawler(crawler)
        await asyncio.sleep(0.1)
        crawler.signals.send_catch_log(signals.spider_opened)
        assert caplog.messages == []  # not before it opened, and not at once
        while len(caplog.messages) < 3:  # noqa: ASYNC110 - a log has no event
            await asyncio.sleep(0.01)
        crawler.signals.send_catch_log(signals.spider_closed)
        told = len(caplog.messages)
        await asyncio.sleep(0.1)
        del extension  # signals hold no reference
        return told

    told = asyncio.run(crawl())

    assert caplog.messages == ["0 of 2 sources: 0 kept, 0 failed"] * told


def test_the_bars_are_for_a_terminal() -> None:
    with pytest.raises(NotConfigured):
        ProgressBar.from_crawler(crawler_with())
