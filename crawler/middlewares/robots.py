"""robots.txt, for the host that a page really comes from."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING

from protego import Protego
from scrapy import Request
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached
from w3lib.encoding import read_bom

from crawler.middlewares.refusal import Refusal
from crawler.rendering.rendered import rendered_url
from crawler.rendering.verdicts import UNANSWERED
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response

STEADY = 0.0  # jitter: a delay that a site names is no mean
MAX_BYTES = 8 << 20  # that are fetched
READ_BYTES = 512 << 10  # RFC 9309 asks for 500 KiB; reading more would hold up the reactor
PRIORITY = 1000  # before the pages that wait for it


class TargetRobotsMiddleware:
    """Obeys robots.txt of the target host, its Crawl-delay too, and of the host that a redirect inside Splash ended on.

    Scrapy's own middleware never sees the redirects that a browser follows, and in 2.19 it lets through those requests
    that waited for the same robots.txt as another one: its Deferred has one result, for the first who asks.
    """

    def __init__(self, crawler: Crawler, user_agent: str, longest_delay: float) -> None:
        """`longest_delay`: seconds of a Crawl-delay that are obeyed."""
        self.crawler = crawler
        self.user_agent = user_agent
        self.longest_delay = longest_delay
        self._rules: dict[str, asyncio.Future[Protego | None]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler, crawler.settings["ROBOTSTXT_USER_AGENT"], crawler.settings.getfloat("MAX_CRAWL_DELAY"))

    async def process_request(self, request: Request) -> None:
        if not request.meta.get("dont_obey_robotstxt"):
            await self._check(request)

    async def process_response(self, request: Request, response: Response) -> Response:
        final_url = rendered_url(response)
        asked_url = request.meta.get("splash", {}).get("args", {}).get("url", request.url)
        if final_url is not None and final_url != asked_url and final_url.startswith(("http://", "https://")):
            await self._check(Request(final_url))
        return response

    async def _check(self, request: Request) -> None:
        parts = urlparse_cached(request)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        if origin not in self._rules:
            self._rules[origin] = asyncio.ensure_future(self._fetch(origin))
        rules = await asyncio.shield(self._rules[origin])
        if rules is not None and not rules.can_fetch(request.url, self.user_agent):
            raise Refusal(Verdict.ROBOTS, f"robots.txt of {parts.hostname} asks not to fetch it")

    async def _fetch(self, origin: str) -> Protego | None:
        """Return a host's rules; none where it has none, or does not answer: then the page says what is wrong.

        Raises Refusal where the server is in trouble: RFC 9309 takes that for a no.
        """
        request = Request(
            f"{origin}/robots.txt",
            NO_CALLBACK,
            priority=PRIORITY,
            meta={"dont_obey_robotstxt": True, "dont_retry": True, "download_maxsize": MAX_BYTES},
        )
        try:
            response = await self.crawler.engine.download_async(request)
        except UNANSWERED:
            return None
        if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Refusal(Verdict.SERVER_ERROR, f"HTTP {response.status} for {origin}/robots.txt")
        if response.status != HTTPStatus.OK:
            return None
        rules = Protego.parse(_text(_beginning(response.body)))
        if delay := rules.crawl_delay(self.user_agent):
            self._slow_down(request, min(delay, self.longest_delay))
        return rules

    def _slow_down(self, request: Request, seconds: float) -> None:
        """Keep the Crawl-delay between two requests to the host, where it is longer than ours may be."""
        downloader = self.crawler.engine.downloader
        key = downloader.get_slot_key(request)
        slot = downloader.slots.get(key)
        if slot is not None and seconds > slot.delay * (1 - slot.jitter):
            slot.delay, slot.jitter = max(seconds, slot.delay), STEADY
            downloader.per_slot_settings[key] = {"delay": slot.delay, "jitter": STEADY}  # of the slot after this one


def _beginning(body: bytes) -> bytes:
    """Return the whole lines of a robots.txt that are read."""
    return body if len(body) <= READ_BYTES else body[:READ_BYTES].rpartition(b"\n")[0]


def _text(body: bytes) -> str:
    """Decode a robots.txt: UTF-8, or what its byte order mark says; marks inside come from files put together."""
    name, mark = read_bom(body)
    text = body[len(mark) :].decode(name, "replace") if name and mark else body.decode("utf-8", "replace")
    return text.replace("\ufeff", "")
