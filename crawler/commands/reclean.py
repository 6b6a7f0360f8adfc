"""scrapy reclean: every stored article made again by today's rules, from the stored page."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rich.table import Table
from scrapy.commands import ScrapyCommand

from crawler.commands import RefkeepCommand
from crawler.commands.crawl import check_settings
from crawler.commands.output import print_json, show, watched
from crawler.commands.stored import open_store
from crawler.exceptions import UsageError
from crawler.extraction import extract, rules_version
from crawler.platforms import all_platforms
from crawler.storage.hold import hold_lease
from crawler.storage.recleaning import count_snapshots, replace_articles, stored_snapshots
from pipelines.workers import Workers, WorkFailedError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import AsyncIterator, Iterable

    from crawler.extraction import Article
    from crawler.platforms import Platform
    from crawler.storage.recleaning import Remade, StoredSnapshot
    from crawler.storage.sessions import Sessions

BATCH = 32  # articles that are stored in one transaction: what a break costs
AHEAD = 2  # pages a worker, so that none waits for the database
SHOWN = 20  # articles that are named one by one


@dataclass
class Report:
    """What became of the articles."""

    made: int = 0
    changed: list[Remade] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)  # source URL → why; its article is as it was

    def add(self, remade: Iterable[Remade]) -> None:
        for article in remade:
            self.made += 1
            if article.fields:
                self.changed.append(article)

    @property
    def fields(self) -> dict[str, int]:
        """How often each field of an article changed."""
        return dict(Counter(name for article in self.changed for name in article.fields).most_common())


class Command(RefkeepCommand, ScrapyCommand):
    """Cleans what is stored once more. Fetches nothing; broken off, it goes on where it was."""

    examples = (
        "scrapy reclean                       what older rules made",
        "scrapy reclean --platform tistory    of this platform alone",
        "scrapy reclean --all --json | jq .fields",
    )

    def syntax(self) -> str:
        return "[--platform NAME] [--all] [--json]"

    def short_desc(self) -> str:
        return "Make the stored articles again by today's rules, from the stored pages"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--platform", metavar="NAME", help="only what is on this platform's hosts or was known as it"
        )
        parser.add_argument("--all", action="store_true", help="also what today's rules have made")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def execute(self, opts: Namespace) -> None:
        check_settings(self.setting)
        platform = _platform(opts.platform) if opts.platform else None
        sessions = open_store(self.setting("DATABASE_URL"))
        chosen: dict[str, Any] = {"not_by": None if opts.all else rules_version(), "platform": platform}
        with hold_lease(sessions):
            total = count_snapshots(sessions, **chosen)
            snapshots = watched(stored_snapshots(sessions, **chosen), total=total, what="cleaning")
            report = asyncio.run(self._reclean(sessions, snapshots))
        if opts.json:
            print_json(_document(report))
        else:
            _print(report)

    async def _reclean(self, sessions: Sessions, snapshots: Iterable[StoredSnapshot]) -> Report:
        report = Report()
        articles: dict[int, Article] = {}
        workers = Workers.from_settings(self.settings, preload=["crawler.extraction"])
        try:
            async for snapshot, result in _cleaned(workers, snapshots):
                if isinstance(result, str):
                    report.failed[snapshot.source_url] = result
                else:
                    articles[snapshot.id] = result
                if len(articles) == BATCH:
                    report.add(replace_articles(sessions, articles, rules_version()))
                    articles = {}
        finally:
            workers.close()
        report.add(replace_articles(sessions, articles, rules_version()))
        return report


async def _cleaned(
    workers: Workers, snapshots: Iterable[StoredSnapshot]
) -> AsyncIterator[tuple[StoredSnapshot, Article | str]]:
    """Yield each snapshot with its new article, or why it has none, as they are ready."""
    running: set[asyncio.Task[tuple[StoredSnapshot, Article | str]]] = set()
    for snapshot in snapshots:
        running.add(asyncio.create_task(_clean(workers, snapshot)))
        if len(running) == AHEAD * workers.count:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                yield task.result()
    for last in asyncio.as_completed(running):
        yield await last


async def _clean(workers: Workers, snapshot: StoredSnapshot) -> tuple[StoredSnapshot, Article | str]:
    page = (snapshot.body, snapshot.final_url, snapshot.content_type)
    try:
        article = await workers.run(extract, *page, fetched_at=snapshot.taken_at)
    except WorkFailedError as error:
        return snapshot, f"cleaning {error}"
    return snapshot, article if article.text or article.images else "nothing is left of its page"


def _platform(name: str) -> Platform:
    known = {platform.name: platform for platform in all_platforms()}
    if name not in known:
        raise UsageError(f"no platform {name!r}: there are {', '.join(sorted(known))}")
    return known[name]


def _document(report: Report) -> dict[str, Any]:
    changed = [article._asdict() for article in report.changed]
    return {"made": report.made, "fields": report.fields, "changed": changed, "failed": report.failed}


def _print(report: Report) -> None:
    counts = f"{report.made:,} made again, {len(report.changed):,} changed"
    show(f"{counts}, {len(report.failed):,} failed and as they were" if report.failed else counts)
    if report.changed:
        show("", ", ".join(f"{name} {count:,}" for name, count in report.fields.items()), "", _table(report.changed))
    for url, reason in report.failed.items():
        print(f"{url}: {reason}")


def _table(changed: list[Remade]) -> Table:
    """Draw the articles whose text changed most in length."""
    table = Table(box=None, header_style="bright_black", padding=(0, 1, 0, 0))
    for name in ("letters", "quality", "platform", "source"):
        table.add_column(name, justify="right" if name == "letters" else "left")
    for article in sorted(changed, key=_difference, reverse=True)[:SHOWN]:
        letters, quality = ("{:,} → {:,}".format(*article.letters), "{:.2f} → {:.2f}".format(*article.quality))
        table.add_row(letters, quality, article.platform or "generic", article.url)
    if len(changed) > SHOWN:
        table.add_row(f"… and {len(changed) - SHOWN:,} more", style="bright_black")
    return table


def _difference(article: Remade) -> int:
    return abs(article.letters[1] - article.letters[0])
