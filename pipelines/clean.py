"""Makes an article of each page, and has it judged while it is parsed."""

from __future__ import annotations

import logging
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from crawler.extraction import UnsupportedContentError, extract_and_judge, extract_wording, rules_version
from crawler.extraction.judging import Answer
from crawler.items import ArticleItem, FailureItem, PageItem, Renderer
from crawler.verdict import Verdict
from pipelines.workers import Workers, WorkFailedError

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings
    from scrapy.statscollectors import StatsCollector

    from crawler.extraction import Article
    from crawler.items import FetchItem

logger = logging.getLogger(__name__)


class CleanPipeline:
    """Cleans pages to their content in worker processes.

    A page that cannot be cleaned, whatever the reason, is a failure and is kept; its link is alive all the same.
    """

    clean = staticmethod(extract_and_judge)  # what the workers run

    def __init__(self, settings: BaseSettings, stats: StatsCollector) -> None:
        self.settings = settings
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings, crawler.stats)

    def open_spider(self) -> None:
        self.workers = Workers.from_settings(self.settings, preload=["crawler.extraction"])

    def close_spider(self) -> None:
        self.workers.close()

    async def process_item(self, item: Any) -> Any:
        if not isinstance(item, PageItem):
            return item
        url = item.final_url or item.url
        fetched_at = item.copy.taken_at if item.copy else item.fetched_at
        try:
            article, judgement = await self.workers.run(
                self.clean, item.body, answer_of(item), item.content_type, fetched_at=fetched_at
            )
        except WorkFailedError as error:
            self.stats.inc_value("clean/failed")
            if isinstance(error.__cause__, UnsupportedContentError):
                return FailureItem.of_page(item, Verdict.OK, str(error.__cause__))
            logger.warning("cleaning %s: %s", url, error)
            return FailureItem.of_page(item, Verdict.OK, f"cleaning {error}")
        self.stats.inc_value(f"clean/{article.platform or 'generic'}")
        kept = {each.name: getattr(item, each.name) for each in fields(PageItem)}
        return ArticleItem(**kept, article=article, rules=rules_version(), judgement=judgement)

    async def wording_of(self, page: PageItem) -> Article:
        """Return title and Markdown of a page's article. Raises WorkFailedError where there is none."""
        url, kind = page.final_url or page.url, page.content_type
        return await self.workers.run(extract_wording, page.body, url, kind, fetched_at=page.fetched_at)


def answer_of(item: FetchItem) -> Answer:
    """Return what a page is judged by beside itself."""
    return Answer(
        url=item.url,
        final_url=item.final_url or item.url,
        status=item.http_status,
        headers=item.headers,
        rendered=item.renderer is Renderer.CHROMIUM,  # Splash cannot run the scripts of many a page of today
    )
