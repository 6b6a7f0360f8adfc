"""scrapy crawl sources: take the notes in, fetch what is due, leave the feeds."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from scrapy.commands.crawl import Command as CrawlCommand

from crawler.commands import RefkeepCommand
from crawler.commands.output import results
from crawler.commands.process import start_process
from crawler.commands.versions import write_changed
from crawler.exceptions import DatabaseError, InvalidURLError, JobError, UsageError
from crawler.feeds.export import write_feed
from crawler.feeds.report import write_failure, write_report
from crawler.feeds.summary import print_summary
from crawler.feeds.webhook import check_webhook, post_report
from crawler.notes import find_notes
from crawler.rendering.chromium import is_installed
from crawler.rendering.policy import RenderPolicy, Way
from crawler.settings import PROJECT_DIR
from crawler.storage import opened
from crawler.storage.hold import hold_lease
from crawler.storage.merging import merge_fetched
from crawler.urls.parts import host_of, split
from crawler.urls.private import AllowedHosts
from spiders.options import CrawlOptions
from spiders.sources import SourcesSpider

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from scrapy.statscollectors import StatsCollector

    from crawler.storage import Sessions


DAYS = (r"\d{1,5}(\.\d{1,6})?", "number of days: take 1, 7, 0.5, …")
SECONDS = (r"\d{1,9}(\.\d{1,6})?", "number of seconds: take 1, 0.5, …")
WHOLE_SECONDS = (r"[1-9]\d{0,8}", "number of whole seconds: take 1, 2, …")
BYTES = (r"\d{1,12}", "number of bytes: take 1048576, …")
NUMBERS = {
    "SPLASH_SLOTS": (r"[1-9]\d{0,3}", "number of slots: take 1, 2, …"),
    "SPLASH_PATIENCE": SECONDS,
    "CLEAN_WORKERS": (r"\d{1,2}", "number of processes: take 1, 2, … 99, or 0 for one each processor"),
    "DOWNLOAD_DELAY": SECONDS,
    "ARCHIVE_DELAY": SECONDS,
    "RECRAWL_MIN": DAYS,
    "RECRAWL_MAX": DAYS,
    "RENDER_TIMEOUT": WHOLE_SECONDS,
    "RENDER_LOAD_SECONDS": WHOLE_SECONDS,
    "RENDER_QUIET_SECONDS": WHOLE_SECONDS,
    "MAX_PAGE_BYTES": BYTES,
    "MAX_PDF_BYTES": BYTES,
    "MAX_IMAGE_BYTES": BYTES,
    "MAX_TEXT_BYTES": BYTES,
    "MAX_CRAWL_DELAY": SECONDS,
    "MAX_PAUSE": SECONDS,
    "CLEAN_SECONDS": SECONDS,
    "ARCHIVE_LOOKUPS": (r"\d{1,9}", "number of sources: take 0, 1, 2, …"),
}
ENDED = {
    "shutdown": "it was broken off",
    "notes_failed": "the notes could not be taken in",
    "splash_away": "Splash went away and stayed away",
    "store_away": "the database went away",
}
BROKEN = {
    "store/failed": "not all could be stored",
    "spider_exceptions/count": "an error of the program, in its log",
    "feedexport/failed_count/WholeFileFeedStorage": "a feed could not be written",
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
                    self._merge(stats, sessions)
                    write_feed(sessions, self._feed_dir / "feed.json")
                    write_changed(sessions, self._feed_dir / "changed.json", self.settings)
                    report = self._report(stats, sessions)
            except DatabaseError as error:
                self._post(write_failure(self._feed_dir, failed=str(error), now=datetime.now(UTC)))
                raise JobError(str(error)) from error  # it was there when the crawl began: no wrong usage
            self.exitcode = int(why_failed(stats) is not None)
            try:
                self._print(stats, sessions)
            finally:  # whoever reads the summary may have gone
                self._post(report)

    def _crawl(self, opts: argparse.Namespace, sessions: Sessions) -> StatsCollector:
        """Run the spider to its end. Its process is made here and not by Scrapy: it says so in the log at once."""
        self.crawler_process = process = start_process(self.settings)
        crawler = self._create_crawler(opts.spider)
        process.crawl(crawler, sessions, **opts.spargs)
        process.start()
        return crawler.stats

    def _report(self, stats: StatsCollector, sessions: Sessions) -> dict[str, Any]:
        failed, crawl_id = why_failed(stats), stats.get_value("crawl/id")
        if crawl_id is None:
            return write_failure(self._feed_dir, failed=failed or "it did not begin", now=datetime.now(UTC))
        return write_report(sessions, crawl_id, self._feed_dir, failed=failed)

    def _print(self, stats: StatsCollector, sessions: Sessions) -> None:
        if (crawl_id := stats.get_value("crawl/id")) is not None:
            with results() as console:
                print_summary(console, sessions, crawl_id, self._feed_dir)

    def _post(self, report: dict[str, Any]) -> None:
        if url := self.setting("WEBHOOK_URL"):
            post_report(url, report)

    def _merge(self, stats: StatsCollector, sessions: Sessions) -> None:
        """Let one source stand for another where the crawl has shown that they are one."""
        if (crawl_id := stats.get_value("crawl/id")) is not None:
            merge_fetched(sessions, crawl_id, now=datetime.now(UTC))

    @property
    def _feed_dir(self) -> Path:
        return PROJECT_DIR / self.setting("FEED_DIR")

    def _check(self, opts: argparse.Namespace) -> None:
        if opts.spider != SourcesSpider.name:
            raise UsageError(f"no spider {opts.spider!r}: there is one, {SourcesSpider.name!r}")
        check_settings(self.setting)
        options = CrawlOptions.parse(opts.spargs, self.setting("NOTES_DIR"))
        check_folder(self._feed_dir, f"FEED_DIR={self._feed_dir}")
        for file in (*(opts.output or ()), *(opts.overwrite_output or ())):
            name = file.rpartition(":")[0] or file
            if name != "-" and "://" not in name:
                check_folder(Path(name).absolute().parent, f"the folder of {name}")
        if next(iter(find_notes(options.notes)), None) is None:
            raise UsageError(f"no notes in {options.notes}: it holds no .md, .markdown or .mdx file")


def why_failed(stats: StatsCollector) -> str | None:
    """Return why the crawl could not do its job; None where it did. Dead links are results, no failure of the crawl."""
    reason = str(stats.get_value("finish_reason"))
    if reason != "finished":
        return ENDED.get(reason, reason)
    return next((words for name, words in BROKEN.items() if stats.get_value(name)), None)


def check_folder(folder: Path, name: str) -> None:
    """Raise UsageError, about what is named so, where nothing can be left in a folder, which need not be there yet."""
    try:
        there = next(path for path in (folder, *folder.parents) if path.is_symlink() or path.exists())
        with TemporaryFile(dir=there):  # /proc and what is mounted read-only refuse it, whatever their modes say
            return
    except OSError as error:
        raise UsageError(f"{name} cannot be written to ({error.strerror}): name another folder") from None


def check_settings(setting: Callable[[str], str]) -> None:
    """Raise UsageError for a setting that a crawl would stumble over later."""
    AllowedHosts.parse(setting("ALLOWED_PRIVATE_HOSTS"))
    policy = RenderPolicy.parse(setting("RENDER_POLICY"))
    if Way.CHROMIUM in policy.overrides.values() and not is_installed():
        raise UsageError("RENDER_POLICY names chromium, which is not installed: make chromium")
    check_webhook(setting("WEBHOOK_URL"))
    for name, (form, what) in NUMBERS.items():
        if not re.fullmatch(form, setting(name)):
            raise UsageError(f"{name}={setting(name)} is no {what}")
    if not re.fullmatch(r"[ -~]*", setting("CONTACT")):
        raise UsageError("CONTACT is no line of ASCII letters: give an address or a page, https://… (nothing: none)")
    if not _is_address(setting("ARCHIVE_URL"), r"https?://[^/@\s]+/\S*"):
        raise UsageError("ARCHIVE_URL is no URL like https://web.archive.org/web/ (nothing at all: ask no archive)")
    if float(setting("RECRAWL_MIN")) > float(setting("RECRAWL_MAX")):
        raise UsageError(f"RECRAWL_MIN={setting('RECRAWL_MIN')} is more than RECRAWL_MAX={setting('RECRAWL_MAX')}")
    if not _is_address(setting("SPLASH_URL"), r"https?://[^/@\s]+/?"):
        raise UsageError("SPLASH_URL is no URL like http://127.0.0.1:8050 (nothing at all: do without Splash)")


def _is_address(url: str, form: str) -> bool:
    """Say whether a URL that may be left empty has this form, and a host and a port that can be."""
    try:
        return not url or (re.fullmatch(form, url) is not None and bool(host_of(split(url))))
    except InvalidURLError:
        return False
