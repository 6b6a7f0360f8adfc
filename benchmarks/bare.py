"""The yardstick of cleaning, a bare spider: `python -m benchmarks.bare BASE_URL PAGES DELAY [text|markdown]`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import trafilatura
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

from benchmarks.corpus import source_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response

SETTINGS = {
    "CONCURRENT_REQUESTS": 32,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "ROBOTSTXT_OBEY": True,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "LOG_LEVEL": "ERROR",
}


MARKDOWN = {"output_format": "markdown", "include_links": True, "include_images": True, "with_metadata": True}
OPTIONS: dict[str, dict[str, Any]] = {"text": {}, "markdown": MARKDOWN}


class BareSpider(Spider):
    """Calls trafilatura on each page."""

    name = "bare"

    def __init__(self, base_url: str, pages: int, made: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.urls = [source_url(base_url, n) for n in range(pages)]
        self.options = OPTIONS[made]

    async def start(self) -> AsyncIterator[Request]:
        for url in self.urls:
            yield Request(url)

    def parse(self, response: Response) -> Iterator[dict[str, str | None]]:
        yield {"url": response.url, "article": trafilatura.extract(response.text, url=response.url, **self.options)}


if __name__ == "__main__":
    base_url, pages, delay, made = sys.argv[1:]
    process = AsyncCrawlerProcess({**SETTINGS, "DOWNLOAD_DELAY": float(delay)})
    process.crawl(BareSpider, base_url=base_url, pages=int(pages), made=made)
    process.start()
