"""A crawl that is broken off ends soon: what was not sent yet is not sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.exceptions import BrokenOffError
from crawler.signals import breaking_off

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler


class EndingMiddleware:
    """Lets nothing more through once the crawl is broken off, and drops what waits for its host's delay.

    Scrapy would wait until each of them was sent and answered. The sources stay due.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.broken_off = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = cls(crawler)
        crawler.signals.connect(middleware.break_off, signal=breaking_off)
        return middleware

    def process_request(self, request: Request) -> None:
        if self.broken_off:
            raise BrokenOffError(f"not asked for: {request.url}")

    def break_off(self) -> None:
        self.broken_off = True
        for slot in self.crawler.engine.downloader.slots.values():
            waiting = list(slot.queue)
            slot.queue.clear()
            for request, queued in waiting:
                queued.errback(BrokenOffError(f"not asked for: {request.url}"))
