"""scrapy crawl sources: take the notes in, fetch what is due, leave the feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands.crawl import Command as CrawlCommand

from crawler.commands import RefkeepCommand
from crawler.exceptions import UsageError
from crawler.notes import find_notes
from crawler.storage import hold_lease, make_sessions, open_engine, upgrade
from spiders.options import CrawlOptions
from spiders.sources import SourcesSpider

if TYPE_CHECKING:
    import argparse


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
        options = self._check(opts)
        sessions = make_sessions(open_engine(self.setting("DATABASE_URL")))
        upgrade(sessions.kw["bind"])
        with hold_lease(sessions):
            crawler = self._create_crawler(opts.spider)
            self.crawler_process.crawl(crawler, **opts.spargs)
            self.crawler_process.start()

    def _check(self, opts: argparse.Namespace) -> CrawlOptions:
        if opts.spider != SourcesSpider.name:
            raise UsageError(f"no spider {opts.spider!r}: there is one, {SourcesSpider.name!r}")
        options = CrawlOptions.parse(opts.spargs, self.setting("NOTES_DIR"))
        if next(iter(find_notes(options.notes)), None) is None:
            raise UsageError(f"no notes in {options.notes}: it holds no .md, .markdown or .mdx file")
        return options
