"""How a spider asks for a page and what it makes of the answer: the same for one page and for a hundred thousand."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Spider
from scrapy.exceptions import CloseSpider

from crawler.exceptions import BrokenOffError, SplashAwayError
from crawler.items import Fallback, Renderer, Verdict
from crawler.middlewares.refusal import Refusal
from crawler.rendering import outcome, verdicts
from crawler.rendering.gate import BrowserDiedError
from crawler.rendering.network import Network
from crawler.rendering.ping import splash_answers
from crawler.rendering.rendered import read_rendered
from crawler.rendering.requests import RenderOptions, names_a_file, plain_request, rendered_request
from crawler.urls.parts import port_of
from crawler.urls.private import AllowedHosts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy import Request
    from scrapy.http import Response

    from crawler.items import FailureItem, PageItem
    from crawler.rendering.splash import SplashJsonResponse
    from crawler.storage import DueSource

logger = logging.getLogger(__name__)

SPLASH_AWAY = "splash_away"  # why the spider closed: the sources that waited for Splash stay due


class PageSpider(Spider):
    """Asks for pages through Splash where it answers, for files plainly, and yields a page or a failure for each."""

    splash_answers = False  # until `look_for_splash`

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.network = Network()

    async def look_for_splash(self) -> None:
        """Find out, before the first page, whether there is a Splash to render."""
        self.render_options = RenderOptions.from_settings(self.settings)
        if url := self.settings["SPLASH_URL"]:
            self.splash_answers = await asyncio.to_thread(splash_answers, url)
            if not self.splash_answers:
                logger.warning("Splash does not answer at %s: pages are fetched plainly", url)

    def ask(self, source: DueSource) -> Request:
        """Return the request for a source: through Splash unless its URL names a file."""
        if names_a_file(source.cited_url):
            return self.ask_plainly(source)
        if not self.splash_answers:
            return self.ask_plainly(source, fallback=Fallback.SPLASH_AWAY if self.settings["SPLASH_URL"] else None)
        return rendered_request(
            source.cited_url, self.render_options, self.parse_rendered, self.on_error, source=source
        )

    def ask_plainly(self, source: DueSource, *, fallback: Fallback | None = None) -> Request:
        """Return the request for a source without Splash; `fallback` says why, where Splash would be better."""
        return plain_request(source.cited_url, self.parse, self.on_error, source=source, fallback=fallback)

    def parse(self, response: Response, **asked: Any) -> Iterator[PageItem | FailureItem]:
        """Yield what a plain request brought."""
        yield outcome.of_plain(asked["source"], response, datetime.now(UTC), fallback=asked["fallback"])

    def parse_rendered(
        self, response: SplashJsonResponse, source: DueSource
    ) -> Iterator[PageItem | FailureItem | Request]:
        """Yield what Splash brought; what it cannot render is asked for plainly, where errors are told more exactly."""
        rendered = read_rendered(response.data, source.cited_url) if response.status == HTTPStatus.OK else None
        if rendered is None or rendered.file_type or rendered.html is None:
            self._count("render/not_rendered")
            yield self.ask_plainly(source, fallback=Fallback.NOT_RENDERED)
        else:
            yield outcome.of_rendered(source, rendered, datetime.now(UTC))

    async def on_error(self, failure: Any) -> AsyncIterator[FailureItem | Request]:
        """Yield the failure of a source that did not answer.

        One that waited for a Splash that stays away, or was not asked for before the crawl's end, stays due.

        `failure` is Twisted's, with the request that Scrapy puts on it.
        """
        source: DueSource = failure.request.cb_kwargs["source"]
        error, now = failure.value, datetime.now(UTC)
        if isinstance(error, SplashAwayError):
            raise CloseSpider(SPLASH_AWAY)
        if isinstance(error, BrokenOffError):
            self._count("sources/left_due")
            return
        if isinstance(error, BrowserDiedError):
            logger.warning("%s: %s", source.cited_url, error)
            self._count("render/browser_died")
            yield self.ask_plainly(source, fallback=Fallback.NOT_RENDERED)
        elif isinstance(error, Refusal):
            yield outcome.of_nothing(source, now, verdict=error.verdict, reason=error.reason, renderer=None)
        elif await self._is_offline(source, error):
            reason = "no network: not even the root name servers have an address"
            yield outcome.of_nothing(source, now, verdict=Verdict.OFFLINE, reason=reason, renderer=None)
        else:
            verdict, reason = verdicts.of_exception(error)
            yield outcome.of_nothing(source, now, verdict=verdict, reason=reason, renderer=Renderer.HTTP)

    async def _is_offline(self, source: DueSource, error: Exception) -> bool:
        """Return whether our own network is what failed; hosts that are allowed though private need none."""
        parts = urlsplit(source.cited_url)
        allowed = AllowedHosts.parse(self.settings["ALLOWED_PRIVATE_HOSTS"])
        if not isinstance(error, verdicts.NETWORK) or allowed.allows(parts.hostname or "", port_of(parts)):
            return False
        return await self.network.is_away()

    def _count(self, stat: str) -> None:
        self.crawler.stats.inc_value(stat)
