"""Pages a second through the crawl and Splash, against Splash asked directly: same pages and script, as many in flight.

SPLASH_URL names a Splash that was started with ALLOWED_PRIVATE_HOSTS, the hosts that the pages lie on: `make bench`.
"""

from __future__ import annotations

import http.client
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.utils.project import get_project_settings

from benchmarks.corpus import source_url, write_lists
from benchmarks.crawls import Crawls
from benchmarks.figure import AtLeast, Figure
from benchmarks.rate import steady_rate
from benchmarks.site import running, take_times
from crawler.rendering.requests import RenderOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Size:
    """How much is measured, how often."""

    pages: int = 300
    repeats: int = 3


def measure(folder: Path, size: Size) -> Iterator[Figure]:
    if not os.environ.get("SPLASH_URL") or not os.environ.get("ALLOWED_PRIVATE_HOSTS"):
        sys.exit("benchmarks: no Splash for the benchmark's hosts: start them by `make bench`")
    settings = get_project_settings()
    hosts = len(os.environ["ALLOWED_PRIVATE_HOSTS"].split(","))
    splash = Splash(os.environ["SPLASH_URL"], RenderOptions.from_settings(settings), settings.getint("SPLASH_SLOTS"))
    crawls = Crawls(folder, splash_url=splash.url)
    with running(seed=1) as origin:
        base_url = origin.replace("127.0.0.1", "127.0.0.{host}")
        urls = [source_url(base_url, n, hosts) for n in range(size.pages)]
        write_lists(crawls.notes, urls)
        crawls.take_in()
        crawls.keep_database()
        splash.render_all(urls[: size.pages // 3])  # it is warm then
        take_times(origin)
        ours, direct = [], []
        for _ in range(size.repeats):
            crawls.reset_database()
            crawls.crawl()
            ours.append(steady_rate(take_times(origin)))
            splash.render_all(urls)
            direct.append(steady_rate(take_times(origin)))
    yield Figure.of("through Splash : Splash asked directly", ours, direct, unit="pages/s", bound=AtLeast(0.9))


@dataclass(frozen=True)
class Splash:
    """Splash, asked without a crawler."""

    url: str
    options: RenderOptions
    slots: int

    def render_all(self, urls: Sequence[str]) -> None:
        """Render each page, as many at a time as Splash has slots."""
        with ThreadPoolExecutor(self.slots) as threads:
            for _ in threads.map(self.render, urls):
                pass

    def render(self, url: str) -> None:
        """Render a page and read what comes. Raises HTTPException where that is none."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        try:
            body = json.dumps(self.options.arguments(url))
            connection.request("POST", "/execute", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            if answer.status != http.HTTPStatus.OK or "html" not in json.load(answer):
                raise http.client.HTTPException(f"Splash did not render {url}: HTTP {answer.status}")
        finally:
            connection.close()
