"""Hosts that say when to come again (Retry-After) are left alone for so long."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy import signals

from crawler.exceptions import HostPausedError
from crawler.rendering.rendered import said_by_page
from crawler.storage.schedule import asked_pause

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta
    from typing import Self

    from scrapy import Request
    from scrapy.core.downloader import Slot
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class PauseMiddleware:
    """Obeys Retry-After of a 429 or 503, of plain answers and of rendered ones.

    For a short time the host's other sources wait in its slot. For more than MAX_PAUSE seconds they are not asked for
    in this crawl: they stay due, and nothing is held against them.
    """

    def __init__(self, crawler: Crawler, longest: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.crawler = crawler
        self.longest = longest
        self.clock = clock
        self._until: dict[str, float] = {}  # by download slot: hosts that are asked for nothing before

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = cls(crawler, crawler.settings.getfloat("MAX_PAUSE"))
        # Before the slot gives out the next request: when an answer passes the middlewares that is on its way already.
        crawler.signals.connect(middleware.read, signal=signals.response_downloaded)
        return middleware

    def process_request(self, request: Request) -> None:
        key = self.crawler.engine.downloader.get_slot_key(request)
        if self.clock() < self._until.get(key, 0):
            raise HostPausedError(f"{key} asked to be left alone: {request.url}")

    def read(self, response: Response, request: Request) -> None:
        """Look whether an answer asks for a pause."""
        status, headers = said_by_page(request, response)
        if pause := asked_pause(status, headers, datetime.now(UTC)):
            self._pause(self.crawler.engine.downloader.get_slot_key(request), pause)

    def _pause(self, key: str, pause: timedelta) -> None:
        seconds = pause.total_seconds()
        slot: Slot | None = self.crawler.engine.downloader.slots.get(key)
        if seconds > self.longest:
            self._until[key] = max(self._until.get(key, 0), self.clock() + seconds)
            self._send_away(key, slot)
        elif slot is not None:
            slot.lastseen = max(slot.lastseen, self.clock() + seconds)  # from when its delay counts

    def _send_away(self, key: str, slot: Slot | None) -> None:
        """Drop what waits for its host's delay."""
        while slot is not None and slot.queue:
            request, queued = slot.queue.popleft()
            queued.errback(HostPausedError(f"{key} asked to be left alone: {request.url}"))
