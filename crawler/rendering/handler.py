"""The download handler: plain requests as ever, those for Splash through its gate; all have to end with the crawl."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from scrapy.utils.misc import load_object

from crawler.exceptions import BrokenOffError
from crawler.rendering.bounded_headers import BoundedDownloadHandler
from crawler.rendering.chromium import is_for_chromium, is_installed
from crawler.rendering.gate import SplashGate
from crawler.rendering.ping import splash_answers
from crawler.rendering.splash import is_sent_to_splash
from crawler.signals import breaking_off

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

CHROMIUM_HANDLER = "crawler.rendering.browser.ChromiumHandler"  # imported where it is installed
END_SECONDS = 10.0  # what is on the wire when the crawl is broken off may still come in for so long


class GatedDownloadHandler(BoundedDownloadHandler):
    """Keeps the requests in flight to Splash within its slots.

    This is the place for it: what waits here has had its host's delay, and its download time-out has not begun.
    Nothing is on its way for longer than END_SECONDS once the crawl is broken off.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        splash_url = settings["SPLASH_URL"]
        self.gate = SplashGate(
            slots=settings.getint("SPLASH_SLOTS"),
            patience=settings.getfloat("SPLASH_PATIENCE"),
            answers=lambda: asyncio.to_thread(splash_answers, splash_url),
            is_wanted=lambda: crawler.engine is not None and crawler.engine.running,
            stats=crawler.stats,
        )
        # Made with the crawl, as its signals want it; no browser runs before a page needs one.
        self._chromium: Any = load_object(CHROMIUM_HANDLER)(crawler) if is_installed() else None
        self._on_the_wire: set[asyncio.Timeout] = set()
        crawler.signals.connect(self._break_off, signal=breaking_off)

    async def download_request(self, request: Request) -> Response:
        if is_for_chromium(request):
            return await self._render_in_chromium(request)
        if not is_sent_to_splash(request):
            return await self._download(request)
        return await self.gate.pass_through(lambda: self._download(request))

    async def close(self) -> None:
        await super().close()
        if self._chromium is not None:
            await self._chromium.close()

    async def _render_in_chromium(self, request: Request) -> Response:
        async with self._bounded(request):
            response: Response = await self._chromium.download_request(request)
            return response

    async def _download(self, request: Request) -> Response:
        async with self._bounded(request):
            return await super().download_request(request)

    @asynccontextmanager
    async def _bounded(self, request: Request) -> AsyncIterator[None]:
        bound = asyncio.timeout(None)
        self._on_the_wire.add(bound)
        try:
            async with bound:
                yield
        except TimeoutError as error:
            if not bound.expired():
                raise
            raise BrokenOffError(f"not answered in time: {request.url}") from error
        finally:
            self._on_the_wire.discard(bound)

    def _break_off(self) -> None:
        deadline = asyncio.get_running_loop().time() + END_SECONDS
        for bound in self._on_the_wire:
            bound.reschedule(deadline)
