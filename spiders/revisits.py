"""How a spider comes back to a source that it has: as cheaply as the site allows."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from crawler.items import FailureItem, Renderer
from crawler.rendering import outcome
from crawler.rendering.requests import plain_request
from crawler.rendering.revisit import conditions, is_about, not_modified, unchanged
from crawler.verdict import Verdict
from spiders.pages import PageSpider

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy import Request
    from scrapy.http import Response

    from crawler.items import PageItem, UnchangedItem, Validators
    from crawler.rendering.ladder import Step
    from crawler.storage import DueSource
    from spiders.pages import Result


class RevisitSpider(PageSpider):
    """Asks plainly for what is stored already, on condition that it changed, before any step of the ladder.

    304, the same body ─► unchanged
    another body ─► would it be rendered? ─► the same content ─► unchanged
                                          └► other content ─► rendered
                    └► the page
    """

    def ask(self, source: DueSource) -> Request:
        step, before = self.ladder.first(source.cited_url, source.platform), source.before
        if before is None or (step.renderer is not Renderer.HTTP and before.renderer == Renderer.HTTP):
            return self.take(source, step)  # nothing to compare with, or made in a way that is no longer the one
        return self.ask_again(source, step, before.validators)

    def ask_again(self, source: DueSource, step: Step, known: Validators | None) -> Request:
        """Return the plain request for a stored source, whose first step it would be otherwise; with its conditions."""
        headers, asked = conditions(known) if known else None, {"source": source, "step": step, "known": known}
        return plain_request(source.cited_url, self.parse_again, self.on_error, headers, **asked)

    async def parse_again(
        self, response: Response, source: DueSource, step: Step, known: Validators | None
    ) -> AsyncIterator[Result]:
        """Yield that the source is as it was, or what follows."""
        item = outcome.of_plain(source, response, datetime.now(UTC), fallback=step.fallback, why=step.why)
        if known and response.status == HTTPStatus.NOT_MODIFIED:
            yield self._after_not_modified(source, step, known, item)
        elif known and response.status == HTTPStatus.PRECONDITION_FAILED:
            yield self.ask_again(source, step, None)
        elif isinstance(item, FailureItem):
            yield self.take(source, step) if self._may_be_let_in(item, step) else item
        elif _has_body_of(item, source):
            self._count("revisit/same_body")
            yield unchanged(item, "the same body")
        elif step.is_last:
            yield item
        elif step.renderer is Renderer.HTTP:
            yield await self.after_plain(source, item)
        else:  # what says the same is no shell: the look at the page is spared
            yield await self._compared(source, item) or await self.after_plain(source, item, step)

    async def render(self, source: DueSource, page: PageItem, step: Step) -> Result:
        is_compared = page.why == step.why  # the step was known before the page came
        found = None if is_compared or page.validators is None else await self._compared(source, page)
        return found or await super().render(source, page, step)

    async def _compared(self, source: DueSource, page: PageItem) -> UnchangedItem | None:
        if source.before is None or not await self.is_stored(source, page):
            return None
        self._count("revisit/same_content")
        return unchanged(page, "the same content")

    async def is_stored(self, source: DueSource, page: PageItem) -> bool:
        """Return whether a plain page says what is stored of its source already, so that no browser need say it."""
        raise NotImplementedError

    def _after_not_modified(
        self, source: DueSource, step: Step, known: Validators, item: PageItem | FailureItem
    ) -> Result:
        if source.before is None or not is_about(source.before, item.final_url or item.url):
            return self.ask_again(source, step, None)
        self._count("revisit/not_modified")
        return not_modified(item, known)

    def _may_be_let_in(self, failure: FailureItem, step: Step) -> bool:
        """Return whether a browser may get what a plain request did not: some sites are closed to all but browsers."""
        refused = failure.verdict is Verdict.BLOCKED and failure.http_status != HTTPStatus.TOO_MANY_REQUESTS
        return refused and step.renderer is not Renderer.HTTP


def _has_body_of(item: PageItem, source: DueSource) -> bool:
    if item.validators is None or source.before is None:
        return False
    return item.validators.body_hash == source.before.validators.body_hash
