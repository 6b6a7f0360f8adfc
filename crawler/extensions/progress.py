"""How far the crawl is, for someone who watches a terminal."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text
from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

SECONDS = 0.25
HOSTS = 5  # shown at once


class ProgressBar:
    """Shows notes read, sources fetched, cleaned and failed, the hosts being waited for, and the time left."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        columns = (
            TextColumn("{task.description:<8}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[more]}"),
        )
        self.bars = Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn())
        self.notes = self.bars.add_task("notes", total=None, more="")
        self.sources = self.bars.add_task("sources", total=None, start=False, more="")
        self.hosts = Text(style="dim")
        console = Console(stderr=True)
        self.live = Live(Group(self.bars, self.hosts), console=console, transient=True, auto_refresh=False)
        self.loop = create_looping_call(self.update)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not sys.stderr.isatty():
            raise NotConfigured  # standard error is no terminal
        extension = cls(crawler)
        crawler.signals.connect(extension.start, signal=signals.spider_opened)
        crawler.signals.connect(extension.stop, signal=signals.spider_closed)
        return extension

    def start(self) -> None:
        self.live.start()
        _send_logs_to(sys.stderr)  # which rich redirects now: a log line goes above the bars, not through them
        self.loop.start(SECONDS)

    def stop(self) -> None:
        self.loop.stop()
        self.live.stop()
        _send_logs_to(sys.stderr)

    def update(self) -> None:
        stats = self.crawler.stats
        read, total = stats.get_value("notes/read_so_far", 0), stats.get_value("notes/to_read")
        self.bars.update(self.notes, completed=read, total=total)
        due = stats.get_value("sources/due")
        if due is not None and not self.bars.tasks[self.sources].started:
            self.bars.start_task(self.sources)
        kept = stats.get_value("store/articles", 0) + stats.get_value("store/unchanged", 0)
        failures = stats.get_value("store/failures", 0)
        self.bars.update(self.sources, completed=kept + failures, total=due, more=f"{kept} kept, {failures} failed")
        self.hosts.plain = self._waiting_hosts()
        self.live.refresh()

    def _waiting_hosts(self) -> str:
        """Name the hosts with most requests under way."""
        slots = self.crawler.engine.downloader.slots
        busy = sorted(((len(slot.active), host) for host, slot in slots.items() if slot.active), reverse=True)
        return "  ".join(f"{host} {count}" for count, host in busy[:HOSTS])


def _send_logs_to(stream: object) -> None:
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.StreamHandler) and not isinstance(handler, logging.FileHandler):
            handler.setStream(stream)
