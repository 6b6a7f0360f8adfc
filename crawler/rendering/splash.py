"""The one place that knows scrapy-splash, and makes it run on today's Scrapy.

scrapy-splash 0.11.1 does not import on Scrapy 2.16 and newer, and its middleware takes a `spider` argument that is on
its way out (https://github.com/scrapy-plugins/scrapy-splash/issues/332). tests/rendering/test_splash.py fails on the
day when upstream no longer needs this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import scrapy.utils.url
from w3lib.url import canonicalize_url

if not hasattr(scrapy.utils.url, "canonicalize_url"):
    scrapy.utils.url.canonicalize_url = canonicalize_url  # type: ignore[attr-defined]  # where scrapy-splash looks

from scrapy_splash import SplashJsonResponse, SplashMiddleware, SplashRequest

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

__all__ = ["SplashAddon", "SplashJsonResponse", "SplashRequest", "TargetSplashMiddleware", "is_sent_to_splash"]


class TargetSplashMiddleware(SplashMiddleware):  # type: ignore[misc]  # scrapy-splash ships no types
    """scrapy-splash's middleware with today's signatures, in the download slot of the page's own host."""

    def process_request(self, request: Request) -> Request | None:
        sent: Request | None = super().process_request(request, self.crawler.spider)
        if sent is not None:
            sent.meta["proxy"] = None  # http_proxy is for the web, not for our own Splash
        return sent

    def process_response(self, request: Request, response: Response) -> Response | Request:
        processed: Response | Request = super().process_response(request, response, self.crawler.spider)
        return processed

    def _get_slot_key(self, request: Request) -> str:
        key: str = self.crawler.engine.downloader.get_slot_key(request)
        return key


class SplashAddon:
    """Puts Splash into a crawl: its middleware, and the settings that it needs of Scrapy's own."""

    def update_settings(self, settings: BaseSettings) -> None:
        settings.set("REQUEST_FINGERPRINTER_CLASS", "scrapy_splash.SplashRequestFingerprinter", "addon")
        middlewares: Any = settings["DOWNLOADER_MIDDLEWARES"]
        middlewares[TargetSplashMiddleware] = 725


def is_sent_to_splash(request: Request) -> bool:
    """Return whether the request is the one that goes to Splash itself, no longer to the page's host."""
    return "_splash_processed" in request.meta
