"""Marks shells that came plainly for want of a Splash, for the day when there is one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import NotConfigured

from crawler.extraction.judging.sight import MUCH
from crawler.extraction.judging.voice import amount
from crawler.items import ArticleItem, Fallback, is_html
from crawler.rendering.thin import look

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler


class ShellPipeline:
    """Lets a page that waits for its scripts take no rendered page's place, and keeps nothing to know it again by.

    Only where no Splash is wanted: else the spider has looked at the page, and asked for it to be rendered.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if crawler.settings["SPLASH_URL"]:
            raise NotConfigured
        return cls()

    async def process_item(self, item: Any) -> Any:
        if isinstance(item, ArticleItem) and await self._is_shell(item):
            item.fallback, item.validators = Fallback.NOT_RENDERED, None
        return item

    async def _is_shell(self, item: ArticleItem) -> bool:
        """Return whether the page is thin; what has a long article is not, and is spared the look."""
        if amount(item.article.text) > MUCH or not is_html(item.content_type):
            return False
        seen = await asyncio.to_thread(look, item.body, item.final_url or item.url, item.content_type)
        return seen.thin is not None
