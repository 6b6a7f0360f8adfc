"""scrapy crawl sources: take the notes in, fetch what is due, leave the feeds."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from scrapy.commands.crawl import Command as CrawlCommand

from crawler.commands import RefkeepCommand
from crawler.commands.output import results
from crawler.commands.process import start_process
from crawler.exceptions import DatabaseError, JobError, UsageError
from crawler.feeds.export import write_feed
from crawler.feeds.summary import print_summary
from crawler.notes import find_notes
from crawler.rendering.policy import RenderPolicy
from crawler.settings import PROJECT_DIR
from crawler.storage import opened
from crawler.storage.hold import hold_lease
from crawler.urls.private import AllowedHosts
from spiders.options import CrawlOptions
from spiders.sources import SourcesSpider

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from scrapy.statscollectors import StatsCollector

    from crawler.storage import Sessions


SECONDS = (r"\d+(\.\d+)?", "number of seconds: take 1, 0.5, …")
NUMBERS = {
    "SPLASH_SLOTS": (r"[1-9]\d{0,3}", "number of slots: take 1, 2, …"),
    "SPLASH_PATIENCE": SECONDS,
    "CLEAN_WORKERS": (r"\d{1,4}", "number of processes: take 1, 2, …, or 0 for one each processor"),
    "DOWNLOAD_DELAY": SECONDS,
}


class Command(RefkeepCommand, CrawlCommand):
    """Scrapy's own command, with everything checked before anything is changed."""

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
        with opened(self.setting("DATABASE_URL")) as sessions:
            try:
                with hold_lease(sessions):
                    stats = self._crawl(opts, sessions)
                    write_feed(sessions, self._feed_dir / "feed.json")
            except DatabaseError as error:
                raise JobError(str(error)) from error  # it was there when the crawl began: no wrong usage
            if (crawl_id := stats.get_value("crawl/id")) is not None:
                with results() as console:
                    print_summary(console, sessions, crawl_id, self._feed_dir)
        self.exitcode = int(has_failed(stats))

    def _crawl(self, opts: argparse.Namespace, sessions: Sessions) -> StatsCollector:
        """Run the spider to its end. Its process is made here and not by Scrapy: it says so in the log at once."""
        self.crawler_process = process = start_process(self.settings)
        crawler = self._create_crawler(opts.spider)
        process.crawl(crawler, sessions, **opts.spargs)
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
        check_folder(self._feed_dir)
        if next(iter(find_notes(options.notes)), None) is None:
            raise UsageError(f"no notes in {options.notes}: it holds no .md, .markdown or .mdx file")


def has_failed(stats: StatsCollector) -> bool:
    """Return whether the crawl could not do its job. Dead links are results, no failure of the crawl."""
    return stats.get_value("finish_reason") != "finished" or any(
        stats.get_value(name)
        for name in ("store/failed", "spider_exceptions/count", "feedexport/failed_count/WholeFileFeedStorage")
    )


def check_folder(feed_dir: Path) -> None:
    """Raise UsageError where no feed can be left in the folder, which need not be there yet."""
    folder = next(path for path in (feed_dir, *feed_dir.parents) if path.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise UsageError(f"FEED_DIR={feed_dir} cannot be written to: name another folder")


def check_settings(setting: Callable[[str], str]) -> None:
    """Raise UsageError for a setting that a crawl would stumble over later."""
    AllowedHosts.parse(setting("ALLOWED_PRIVATE_HOSTS"))
    RenderPolicy.parse(setting("RENDER_POLICY"))
    for name, (form, what) in NUMBERS.items():
        if not re.fullmatch(form, setting(name)):
            raise UsageError(f"{name}={setting(name)} is no {what}")
    if not re.fullmatch(r"(https?://[^/@\s]+/?)?", setting("SPLASH_URL")):
        raise UsageError("SPLASH_URL is no URL like http://127.0.0.1:8050 (nothing at all: do without Splash)")
