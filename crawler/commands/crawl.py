"""scrapy crawl sources: take the notes in, fetch what is due, leave the feeds."""

from __future__ import annotations

import gc
import logging
import re
from typing import TYPE_CHECKING, cast

from scrapy.commands.crawl import Command as CrawlCommand

from crawler.commands import RefkeepCommand
from crawler.commands.output import open_console
from crawler.exceptions import UsageError
from crawler.feeds.export import write_feed
from crawler.feeds.summary import print_summary
from crawler.notes import find_notes
from crawler.settings import PROJECT_DIR
from crawler.storage import make_sessions, open_engine, upgrade
from crawler.storage.hold import hold_lease
from crawler.urls.private import AllowedHosts
from spiders.options import CrawlOptions
from spiders.sources import SourcesSpider

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.statscollectors import StatsCollector


NUMBERS = ("SPLASH_SLOTS", "SPLASH_PATIENCE", "CLEAN_WORKERS", "DOWNLOAD_DELAY")


class Command(RefkeepCommand, CrawlCommand):
    """Scrapy's own command, with everything checked before anything is changed."""

    requires_crawler_process = True
    examples = (
        "scrapy crawl sources -a notes=~/notes",
        "scrapy crawl sources -a refresh=failed -a hosts=velog.io,tistory.com",
        "scrapy crawl sources -a limit=0    take the notes in, fetch nothing",
    )

    def syntax(self) -> str:
        return "sources [-a notes=DIR] [-a refresh=due|all|failed] [-a hosts=a.com,b.com] [-a limit=N]"

    def short_desc(self) -> str:
        return "Fetch the sources that the notes cite"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("spider", help="sources")

    def execute(self, opts: argparse.Namespace) -> None:
        self._check(opts)
        quieten(logging.getLogger(), self.setting("LOG_LEVEL"))
        engine = open_engine(self.setting("DATABASE_URL"))
        upgrade(engine)
        sessions = make_sessions(engine)
        with hold_lease(sessions):
            stats = self._crawl(opts)
            write_feed(sessions, self._feed_dir / "feed.json")
        if (crawl_id := stats.get_value("crawl/id")) is not None:
            print_summary(open_console(), sessions, crawl_id, self._feed_dir)
        self.exitcode = int(has_failed(stats))

    def _crawl(self, opts: argparse.Namespace) -> StatsCollector:
        crawler = self._create_crawler(opts.spider)
        process = cast("AsyncCrawlerProcess", self.crawler_process)  # requires_crawler_process
        process.crawl(crawler, **opts.spargs)
        gc.freeze()  # what is imported stays: the collector need not walk through it, nor at the end
        process.start()
        return crawler.stats

    @property
    def _feed_dir(self) -> Path:
        return PROJECT_DIR / self.setting("FEED_DIR")

    def _check(self, opts: argparse.Namespace) -> None:
        if opts.spider != SourcesSpider.name:
            raise UsageError(f"no spider {opts.spider!r}: there is one, {SourcesSpider.name!r}")
        check_settings(self.setting)
        options = CrawlOptions.parse(opts.spargs, self.setting("NOTES_DIR"))
        if next(iter(find_notes(options.notes)), None) is None:
            raise UsageError(f"no notes in {options.notes}: it holds no .md, .markdown or .mdx file")


def has_failed(stats: StatsCollector) -> bool:
    """Return whether the crawl could not do its job. Dead links are results, no failure of the crawl."""
    return stats.get_value("finish_reason") != "finished" or any(
        stats.get_value(name)
        for name in ("store/failed", "spider_exceptions/count", "feedexport/failed_count/WholeFileFeedStorage")
    )


def quieten(root: logging.Logger, level: str) -> None:
    """Let our own lines through, and only the warnings of the libraries; LOG_LEVEL=DEBUG lets all of them speak."""
    if level != "DEBUG":
        for name in ("scrapy", "twisted", "alembic"):
            root.getChild(name).setLevel(logging.WARNING)


def check_settings(setting: Callable[[str], str]) -> None:
    """Raise UsageError for a setting that a crawl would stumble over later."""
    AllowedHosts.parse(setting("ALLOWED_PRIVATE_HOSTS"))
    for name in NUMBERS:
        try:
            valid = float(setting(name)) >= 0
        except ValueError:
            valid = False
        if not valid:
            raise UsageError(f"{name}={setting(name)} is no number: take 0 or more")
    splash = setting("SPLASH_URL")
    if splash and not re.match(r"https?://[^/]+", splash):
        raise UsageError(f"SPLASH_URL={splash} is no URL: take http://127.0.0.1:8050, or nothing to do without Splash")
