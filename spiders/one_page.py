"""One page, fetched as a crawl fetches it, and stored nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess

from crawler.exceptions import JobError
from crawler.items import FailureItem, PageItem
from crawler.storage import DueSource
from crawler.urls import canonical_url
from spiders.pages import PageSpider

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy import Request
    from scrapy.settings import Settings


class OnePageSpider(PageSpider):
    """Fetches one URL, with the manners and the renderer of a crawl."""

    name = "one_page"
    custom_settings = {"ITEM_PIPELINES": {}, "EXTENSIONS": {}, "FEEDS": {}, "LOG_LEVEL": "WARNING"}  # noqa: RUF012

    def __init__(self, url: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.url = url

    async def start(self) -> AsyncIterator[Request]:
        await self.look_for_splash()
        yield self.ask(DueSource(0, canonical_url(self.url), self.url, urlsplit(self.url).netloc))


def fetch_page(url: str, settings: Settings) -> PageItem:
    """Return the page at `url`. Raises JobError with the verdict where none comes. Runs the reactor: once a process."""
    items: list[PageItem | FailureItem] = []

    def keep(item: PageItem | FailureItem) -> None:
        items.append(item)

    settings.setdict({"LOG_LEVEL": "WARNING"})
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(OnePageSpider)
    crawler.signals.connect(keep, signal=signals.item_scraped)
    process.crawl(crawler, url=url)
    process.start()
    match items:
        case [PageItem() as page]:
            return page
        case [FailureItem() as failure]:
            raise JobError(f"cannot fetch {url}: {failure.verdict} ({failure.evidence['reason']})")
    raise JobError(f"cannot fetch {url}: the fetch was broken off")
