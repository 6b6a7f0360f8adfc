"""What a crawl brought, for whoever started it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from crawler.storage.due import due_source_ids
from crawler.storage.schedule import GOOD
from crawler.storage.sessions import read_scope
from crawler.storage.status import crawl_outcome, store_status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from rich.console import Console

    from crawler.storage.sessions import Sessions
    from crawler.storage.status import CrawlOutcome, FetchedSource

SHOWN = 20  # sources in the table
PLACES = 2  # NOTE:LINE for each
STEPS = {  # of the ladder (crawler.rendering.ladder), by the stat that counts each
    "render/at_once": "rendered at once",
    "render/recognised": "rendered for their platform",
    "render/thin": "rendered for being thin",
    "render/plain_enough": "enough as they came",
    "render/chromium": "rendered by Chromium",
    "render/not_rendered": "beyond Splash",
}
FEEDS = {
    "report.md": "what this crawl found changed, to read; report.json for programs",
    "feed.json": "every source with an article, for any feed reader",
    "articles.json": "what this crawl found new or changed",
    "failures.json": "what this crawl did not get, and why",
    "changed.json": "what changed since the notes cited it",
}


def print_summary(console: Console, sessions: Sessions, crawl_id: int, feed_dir: Path) -> None:
    """Print what the crawl kept and did not get, what the store holds now, and where the feeds lie."""
    with read_scope(sessions) as session:
        outcome = crawl_outcome(session, crawl_id, shown=SHOWN)
        status = store_status(session)
        root, now = Path(status["last_crawl"]["notes"]), datetime.now(UTC)
        due = len(due_source_ids(session, root=root, now=now, refresh="due", splash=False))
    if outcome.sources:
        table = _source_table(outcome)
        table.expand = console.is_terminal
        console.print(table, "", sep="\n")
    crawl = status["last_crawl"]
    came = outcome.verdicts.keys() - {"offline"}
    steps = _steps_lines(crawl["counts"]) if came else ()  # of what was asked for, whether it came or not
    warnings = _warnings(outcome, crawl, due)
    for line in (_fetched_line(outcome, due, crawl), *steps, *warnings, _store_line(status)):
        console.print(line, soft_wrap=True)
    console.print(_feed_table(feed_dir))


def _source_table(outcome: CrawlOutcome) -> Table:
    table = Table(box=None, header_style="bright_black", padding=(0, 2, 0, 0))
    table.add_column("verdict", no_wrap=True)
    table.add_column("source", no_wrap=True, overflow="ellipsis", ratio=3)
    table.add_column("host", no_wrap=True, overflow="ellipsis", max_width=24)
    table.add_column("cited by", no_wrap=True, overflow="ellipsis", ratio=2)
    for source in outcome.sources:
        table.add_row(_verdict(source.verdict), Text(source.title), Text(source.host), Text(_places(source)))
    more = sum(outcome.verdicts.values()) - outcome.merged - len(outcome.sources)
    if more:
        table.add_row("", f"… and {more:,} more", style="bright_black")
    return table


def _verdict(verdict: str) -> Text:
    return Text(verdict, "green" if verdict in GOOD else "yellow" if verdict == "offline" else "red")


def _places(source: FetchedSource) -> str:
    more = len(source.cited_by) - PLACES
    return ", ".join(source.cited_by[:PLACES]) + (f" and {more} more" if more > 0 else "")


def _fetched_line(outcome: CrawlOutcome, due: int, crawl: dict[str, Any]) -> Text:
    if not outcome.verdicts:
        return Text(f"Nothing was fetched; {_sources(due)} due." if due else "Nothing was due.")
    failures = {verdict: count for verdict, count in outcome.verdicts.items() if verdict not in GOOD}
    if wordless := sum(outcome.verdicts.values()) - sum(failures.values()) - outcome.kept:
        failures["without text"] = wordless
    line = Text.assemble("Kept ", (f"{outcome.kept:,}", "bold"), f" of {sum(outcome.verdicts.values()):,} sources.")
    if outcome.merged:
        line.append(f" {outcome.merged:,} {'is' if outcome.merged == 1 else 'are'} another one's second address.")
    if unchanged := crawl["counts"].get("store/unchanged"):
        line.append(f" {unchanged:,} unchanged.")
    if failures:
        ranked = sorted(failures.items(), key=lambda row: (-row[1], row[0]))
        line.append(f" Not kept: {', '.join(f'{count:,} {verdict}' for verdict, count in ranked)}.")
    return line


def _steps_lines(counts: dict[str, Any]) -> Iterator[Text]:
    if steps := [f"{counts[stat]:,} {what}" for stat, what in STEPS.items() if counts.get(stat)]:
        yield Text(f"Of the pages {', '.join(steps)}.")
    if old := counts.get("render/too_old"):
        need = "needs" if old == 1 else "need"
        yield Text(f"{_sources(old)} {need} a current browser: make chromium.", "yellow")


def _warnings(outcome: CrawlOutcome, crawl: dict[str, Any], due: int) -> Iterator[Text]:
    if crawl["outcome"] not in {None, "finished"}:
        yield Text(f"The crawl was broken off ({crawl['outcome']}); {_sources(due)} still due.", "yellow")
    if closed := crawl["counts"].get("notes/closed_citations"):
        yield Text(f"{_count(closed, 'citation')} that the notes held before {'is' if closed == 1 else 'are'} gone.")
    if asked := crawl["counts"].get("rescue/asked"):
        found = crawl["counts"].get("rescue/found", 0)
        yield Text(f"Rescued {found:,} of {asked:,} dead sources from the web archive.")
    if offline := outcome.verdicts.get("offline"):
        stay = "stays" if offline == 1 else "stay"
        yield Text(f"There is no network: {_sources(offline)} {stay} due for the next crawl.", "yellow")
    if plain := outcome.fallbacks:
        are = "is" if plain == 1 else "are"
        line = f"Splash did not answer: {_sources(plain)} came by plain HTTP and {are} due again when it does."
        yield Text(line, "yellow")


def _store_line(status: dict[str, Any]) -> Text:
    unusable = f" ({status['unusable']:,} unusable)" if status["unusable"] else ""
    return Text(
        f"The store holds {_sources(status['sources'])}, for {_count(status['citations'], 'citation')}{unusable} "
        f"in {_count(status['notes'], 'note')}."
    )


def _sources(count: int) -> str:
    return _count(count, "source")


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _feed_table(feed_dir: Path) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(style="bright_black")
    for name, what in FEEDS.items():
        if (feed_dir / name).exists():
            table.add_row(Text(str(feed_dir / name)), what)
    return table
