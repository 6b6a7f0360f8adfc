"""How a spider asks for a page and what it makes of the answer: the same for one page and for a hundred thousand."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Spider
from scrapy.exceptions import CloseSpider, ResponseDataLossError

from crawler.exceptions import NotAskedError, SplashAwayError
from crawler.items import FailureItem, Renderer
from crawler.middlewares.refusal import Refusal
from crawler.rendering import outcome, verdicts
from crawler.rendering.chromium import chromium_request, is_installed
from crawler.rendering.gate import BrowserDiedError
from crawler.rendering.ladder import NOT_RENDERED, Ladder
from crawler.rendering.network import Network
from crawler.rendering.ping import clear_cache, splash_answers
from crawler.rendering.policy import RenderPolicy
from crawler.rendering.rendered import html_of_chromium, read_answer
from crawler.rendering.requests import RenderOptions, plain_request, rendered_request
from crawler.rendering.revisit import validators_of_rendered
from crawler.rendering.thin import Seen, is_page, look, may_need_more
from crawler.signals import breaking_off
from crawler.urls.parts import port_of
from crawler.urls.private import AllowedHosts
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy import Request
    from scrapy.http import Response

    from crawler.items import PageItem, UnchangedItem, Validators
    from crawler.rendering.ladder import Step
    from crawler.rendering.rendered import Rendered
    from crawler.storage import DueSource

    Result = PageItem | FailureItem | UnchangedItem | Request

logger = logging.getLogger(__name__)

NOTHING_SEEN = Seen(None, None)
MORE = 1.1  # times as long as the document that a browser got is one of which it got a part
SPLASH_AWAY = "splash_away"  # why the spider closed: the sources that waited for Splash stay due


class PageSpider(Spider):
    """Asks for pages step by step (crawler.rendering.ladder), and yields a page or a failure for each source."""

    splash_answers = False  # until `look_for_splash`

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.network = Network()

    async def look_for_splash(self) -> None:
        """Find out, before the first page, whether there is a Splash to render."""
        self.render_options = RenderOptions.from_settings(self.settings)
        if url := self.settings["SPLASH_URL"]:
            self.splash_answers = await asyncio.to_thread(splash_answers, url)
            if self.splash_answers:
                await asyncio.to_thread(clear_cache, url)
            else:
                logger.warning("Splash does not answer at %s: what it should render is fetched plainly", url)
        self.ladder = Ladder(
            policy=RenderPolicy.parse(self.settings["RENDER_POLICY"]),
            splash_wanted=bool(url),
            splash_answers=self.splash_answers,
            chromium=is_installed(),
        )

    def ask(self, source: DueSource) -> Request:
        """Return the first request for a source."""
        return self.take(source, self.ladder.first(source.cited_url, source.platform))

    def take(self, source: DueSource, step: Step, validators: Validators | None = None) -> Request:
        """Return the request that a step is; `validators` are those of the plain page that it follows."""
        self._count(step.stat)
        url = source.cited_url
        if step.renderer is Renderer.HTTP:
            return plain_request(url, self.parse, self.on_error, source=source, step=step)
        asked: dict[str, Any] = {"source": source, "step": step, "validators": validators}
        if step.renderer is Renderer.SPLASH:
            return rendered_request(url, self.render_options, self.parse_rendered, self.on_error, **asked)
        return chromium_request(url, self.parse_chromium, self.on_error, **asked)

    async def parse(self, response: Response, source: DueSource, step: Step) -> AsyncIterator[Result]:
        """Yield what a plain request brought, or the request that follows it."""
        item = outcome.of_plain(source, response, datetime.now(UTC), fallback=step.fallback, why=step.why)
        yield item if step.is_last or isinstance(item, FailureItem) else await self.after_plain(source, item)

    async def after_plain(self, source: DueSource, page: PageItem, known: Step | None = None) -> Result:
        """Return what follows a plain page: itself where it is enough or no page, else the request that renders it.

        `known` is the step where it needs no look at the page.
        """
        url = page.final_url or page.url
        if not is_page(page.body, url, page.content_type):
            page.why = "no page, but a file"
            return page
        seen = await asyncio.to_thread(look, page.body, url, page.content_type)
        if seen.thin:  # a shell that stays as it is says nothing of what its scripts will show
            page.validators = None
        step = known or self.ladder.after_plain(url, seen)
        if step.renderer is not Renderer.HTTP:
            return await self.render(source, page, step)
        self._count(step.stat)
        page.why, page.fallback = step.why, step.fallback
        return page

    async def render(self, source: DueSource, page: PageItem, step: Step) -> Result:
        """Return the request that renders a page which came plainly."""
        return self.take(source, step, page.validators)

    async def parse_rendered(
        self, response: Response, source: DueSource, step: Step, validators: Validators | None
    ) -> AsyncIterator[Result]:
        """Yield what Splash brought; what it cannot render is asked for plainly, where errors are told more exactly."""
        rendered = await asyncio.to_thread(read_answer, response, source.cited_url)
        if response.status == HTTPStatus.BAD_REQUEST:
            yield self.take(source, self.ladder.after_failed_script(step), validators)
        elif rendered is None or rendered.file_type or rendered.html is None:
            yield self.take(source, NOT_RENDERED)
        else:
            yield await self._after_document(source, step, rendered, validators)

    async def _after_document(
        self, source: DueSource, step: Step, rendered: Rendered, validators: Validators | None
    ) -> Result:
        item = outcome.of_rendered(source, rendered, datetime.now(UTC), why=step.why)
        if isinstance(item, FailureItem):
            return item
        item.validators = validators or await asyncio.to_thread(validators_of_rendered, rendered)
        if rendered.may_be_cut:
            self._count("render/checked_plainly")
            checked: dict[str, Any] = {"source": source, "step": step, "rendered": rendered, "page": item}
            return plain_request(source.cited_url, self.parse_check, self.on_check_error, **checked)
        return await self.after_splash(source, item, step, script_failed=rendered.script_failed)

    async def parse_check(
        self, response: Response, source: DueSource, step: Step, rendered: Rendered, page: PageItem
    ) -> AsyncIterator[Result]:
        """Yield a rendered page whose document has no end, or the plain page where that is longer."""
        why, fallback = NOT_RENDERED.why, NOT_RENDERED.fallback
        plain = outcome.of_plain(source, response, datetime.now(UTC), fallback=fallback, why=why)
        if not isinstance(plain, FailureItem) and len(plain.body) > MORE * len(rendered.document or b""):
            yield plain
        else:
            yield await self.after_splash(source, page, step, script_failed=rendered.script_failed)

    async def on_check_error(self, failure: Any) -> AsyncIterator[Result]:
        """Yield the failure of a source whose body breaks off plainly too; else the page that was rendered."""
        if isinstance(failure.value, ResponseDataLossError):
            async for result in self.on_error(failure):
                yield result
        else:
            asked = failure.request.cb_kwargs
            failed = asked["rendered"].script_failed
            yield await self.after_splash(asked["source"], asked["page"], asked["step"], script_failed=failed)

    async def after_splash(self, source: DueSource, page: PageItem, step: Step, *, script_failed: bool) -> Result:
        """Return what follows a page that Splash rendered: itself, or the request to a current browser."""
        seen = NOTHING_SEEN
        if script_failed or may_need_more(page.body):
            seen = await asyncio.to_thread(look, page.body, page.final_url or page.url, page.content_type)
        above = self.ladder.after_splash(step, seen, script_failed=script_failed)
        if above.renderer is Renderer.CHROMIUM:
            return self.take(source, above, page.validators)
        self._count(above.stat)
        page.why = above.why
        return page

    async def parse_chromium(
        self, response: Response, source: DueSource, step: Step, validators: Validators | None
    ) -> AsyncIterator[Result]:
        """Yield what Chromium brought; a file, and what did not come whole, is requested plainly."""
        html = await asyncio.to_thread(html_of_chromium, response)
        if html is None:
            yield self.take(source, NOT_RENDERED)
            return
        item = outcome.of_chromium(source, response, datetime.now(UTC), html=html, why=step.why)
        item.validators = validators
        yield item

    async def on_error(self, failure: Any) -> AsyncIterator[FailureItem | Request]:
        """Yield the failure of a source that did not answer.

        One that waited for a Splash that stays away, or was not asked for after all, stays due.

        `failure` is Twisted's, with the request that Scrapy puts on it.
        """
        source: DueSource = failure.request.cb_kwargs["source"]
        step: Step = failure.request.cb_kwargs["step"]
        error, now, why = failure.value, datetime.now(UTC), step.why
        if isinstance(error, SplashAwayError):
            self.crawler.signals.send_catch_log(signal=breaking_off)
            raise CloseSpider(SPLASH_AWAY)
        if isinstance(error, NotAskedError):
            self._count("sources/left_due")
            return
        if isinstance(error, BrowserDiedError):
            logger.warning("%s: %s", source.cited_url, error)
            self._count("render/browser_died")
            yield self.take(source, NOT_RENDERED)
        elif step.renderer is Renderer.SPLASH and isinstance(error, ValueError):  # who answered is no Splash of ours
            yield self.take(source, NOT_RENDERED)
        elif step.renderer is Renderer.CHROMIUM and not isinstance(error, Refusal):
            yield self.take(source, self.ladder.after_chromium())
        elif isinstance(error, Refusal):
            yield outcome.of_nothing(
                source, now, verdict=error.verdict, reason=error.reason, renderer=None, why=step.why
            )
        elif verdicts.is_loop(error) and (browser := self._browser_for(step)):
            yield self.take(source, browser)
        elif await self._is_offline(source, error):
            reason = "no network: not even the root name servers have an address"
            yield outcome.of_nothing(source, now, verdict=Verdict.OFFLINE, reason=reason, renderer=None, why=why)
        else:
            verdict, reason = verdicts.of_exception(error)
            yield outcome.of_nothing(source, now, verdict=verdict, reason=reason, renderer=Renderer.HTTP, why=why)

    def _browser_for(self, step: Step) -> Step | None:
        """Return the step to a browser from a plain one whose redirects have no end: its scripts may set a cookie."""
        if step.is_last or step.renderer is not Renderer.HTTP:
            return step if step.renderer is Renderer.SPLASH else None
        return self.ladder.after_loop()

    async def _is_offline(self, source: DueSource, error: Exception) -> bool:
        """Return whether our own network is what failed; hosts that are allowed though private need none."""
        parts = urlsplit(source.cited_url)
        allowed = AllowedHosts.parse(self.settings["ALLOWED_PRIVATE_HOSTS"])
        if not isinstance(error, verdicts.NETWORK) or allowed.allows(parts.hostname or "", port_of(parts)):
            return False
        return await self.network.is_away()

    def _count(self, stat: str) -> None:
        self.crawler.stats.inc_value(stat)
