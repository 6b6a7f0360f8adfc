"""The download handler: plain requests as ever, those for Splash through its gate."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler

from crawler.rendering.gate import SplashGate
from crawler.rendering.ping import splash_answers
from crawler.rendering.splash import is_sent_to_splash

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class GatedDownloadHandler(HTTP11DownloadHandler):
    """Keeps the requests in flight to Splash within its slots.

    This is the place for it: what waits here has had its host's delay, and its download time-out has not begun.
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

    async def download_request(self, request: Request) -> Response:
        download = super().download_request
        if not is_sent_to_splash(request):
            return await download(request)
        return await self.gate.pass_through(lambda: download(request))
