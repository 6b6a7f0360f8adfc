"""scrapy status: how the store stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand

from crawler.commands import RefkeepCommand
from crawler.commands.output import print_json, show
from crawler.commands.stored import open_store
from crawler.rendering.chromium import is_installed
from crawler.rendering.policy import RenderPolicy, Way, default_ways
from crawler.storage.sessions import read_scope
from crawler.storage.status import NOT_FETCHED, failed_citations, has_one_folder, store_status

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from sqlalchemy.orm import Session

HOSTS_SHOWN = 12
BAR = 24  # columns of the longest bar
COLOURS = {"ok": "green", "moved": "green", "offline": "yellow", NOT_FETCHED: "bright_black"}  # any other: red


class Command(RefkeepCommand, ScrapyCommand):
    """Counts what the store holds, or lists the citations whose source could not be fetched."""

    examples = (
        "scrapy status",
        "scrapy status --failed           a line each: NOTE:LINE VERDICT URL, and since when it is dead",
        "scrapy status --json | jq .verdicts",
    )

    def syntax(self) -> str:
        return "[--failed] [--json]"

    def short_desc(self) -> str:
        return "Show what the store holds: notes, citations, sources by verdict and host, the last crawl"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--failed", action="store_true", help="list each citation whose source was not fetched")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def execute(self, opts: Namespace) -> None:
        policy = RenderPolicy.parse(self.setting("RENDER_POLICY"))
        with read_scope(open_store(self.setting("DATABASE_URL"))) as session:
            if opts.failed:
                report_failed(session, opts)
            else:
                report_status(session, opts, policy)


def report_failed(session: Session, opts: Namespace) -> None:
    failed = failed_citations(session)
    if opts.json:
        print_json([citation._asdict() for citation in failed])
        return
    says_enough = has_one_folder(session)
    for folder, note, line, verdict, url, dead_since in failed:
        death = f" dead since {dead_since[:10]}" if dead_since else ""
        print(f"{note if says_enough else Path(folder, note)}:{line} {verdict} {url}{death}")


def report_status(session: Session, opts: Namespace, policy: RenderPolicy) -> None:
    status = store_status(session)
    if opts.json:
        ways = {"platforms": default_ways(), "overrides": dict(policy.overrides), "chromium": is_installed()}
        print_json({**status, "rendering": ways})
        return
    show(_headline(status), "")
    if status["sources"]:
        tables = Table.grid(padding=(0, 4, 0, 0))
        tables.add_row(_verdict_table(status), _host_table(status["hosts"]))
        show(tables, "")
    show(_rendering_table(policy), _chromium_line(status["last_crawl"]), "")
    show(_crawl_line(status["last_crawl"]))


def _headline(status: dict[str, Any]) -> Text:
    counts = (
        ("notes", ""),
        ("citations", _aside(status, "weak", "unusable")),
        ("sources", _aside(status, "dead")),
    )
    return Text("   ").join(
        Text.assemble((f"{status[kind]:,}", "bold"), f" {kind.removesuffix('s') if status[kind] == 1 else kind}{aside}")
        for kind, aside in counts
    )


def _aside(status: dict[str, Any], *kinds: str) -> str:
    asides = [f"{status[kind]:,} {kind}" for kind in kinds if status[kind]]
    return f" ({', '.join(asides)})" if asides else ""


def _verdict_table(status: dict[str, Any]) -> Table:
    table = Table(box=None, header_style="bright_black", padding=(0, 1, 0, 0))
    table.add_column("verdict")
    table.add_column("sources", justify="right")
    table.add_column("")
    for verdict, count in status["verdicts"].items():
        bar = "█" * max(1, round(BAR * count / status["sources"]))
        table.add_row(verdict, f"{count:,}", Text(bar, COLOURS.get(verdict, "red")))
    return table


def _host_table(hosts: dict[str, int]) -> Table:
    table = Table(box=None, header_style="bright_black", padding=(0, 1, 0, 0))
    table.add_column("host", overflow="fold")
    table.add_column("sources", justify="right")
    for host, count in list(hosts.items())[:HOSTS_SHOWN]:
        table.add_row(Text(host), f"{count:,}")
    if len(hosts) > HOSTS_SHOWN:
        rest = list(hosts.values())[HOSTS_SHOWN:]
        table.add_row(f"… and {len(rest):,} more", f"{sum(rest):,}", style="bright_black")
    return table


def _rendering_table(policy: RenderPolicy) -> Table:
    """Say which platforms go which way by their files, and what RENDER_POLICY says instead."""
    table = Table(box=None, header_style="bright_black", padding=(0, 2, 0, 0))
    table.add_column("rendering", no_wrap=True)
    table.add_column("RENDER_POLICY", overflow="fold")
    table.add_column("platforms by their files", overflow="fold")
    for way in Way:
        own = [name for name, default in default_ways().items() if default == way]
        said = [name for name, override in policy.overrides.items() if override == way]
        if own or said:
            table.add_row(way, ", ".join(said), "all others" if way == Way.AUTO else ", ".join(own))
    return table


def _chromium_line(crawl: dict[str, Any] | None) -> Text:
    if is_installed():
        return Text("Chromium is installed, for what Splash is too old for.")
    needed = crawl["counts"].get("render/too_old", 0) if crawl else 0
    who = f"{needed:,} source{'' if needed == 1 else 's'} of the last crawl need{'s' if needed == 1 else ''} it: "
    return Text(f"Chromium is not installed; {who if needed else ''}make chromium", "yellow" if needed else "")


def _crawl_line(crawl: dict[str, Any] | None) -> Text:
    if crawl is None:
        return Text("no crawl yet")
    ended = f"{crawl['outcome']} {crawl['finished_at']}" if crawl["finished_at"] else "not finished"
    fetches = f"{crawl['fetches']:,} asked for, of {crawl['notes']}"
    return Text(f"last crawl {crawl['started_at']}, {ended}: {fetches}")
