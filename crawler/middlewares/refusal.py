"""Why a request is not sent on: an exception that carries its verdict to the spider's errback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import IgnoreRequest

if TYPE_CHECKING:
    from crawler.verdict import Verdict


class Refusal(IgnoreRequest):
    """A request that a middleware does not let pass, with the verdict that this is for its source."""

    def __init__(self, verdict: Verdict, reason: str) -> None:
        super().__init__(reason)
        self.verdict = verdict
        self.reason = reason
