"""scrapy diff: what changed in a source since the notes cited it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from scrapy.commands import ScrapyCommand

from crawler.commands import RefkeepCommand
from crawler.commands.output import print_json, show
from crawler.commands.stored import key_of, open_store, read_source
from crawler.commands.versions import measure_one
from crawler.drift.lines import MARKS, lines_of, pieces_of
from crawler.drift.pointing import State
from crawler.exceptions import JobError
from crawler.feeds.drift import drift_document, heading
from crawler.storage.citing_days import date_citations
from crawler.storage.drift import drift_of
from crawler.storage.merges import head_id
from crawler.storage.sessions import read_scope

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from crawler.drift.lines import Line
    from crawler.feeds.drift import SourceDrift, Tie
    from crawler.storage.drift import DriftingSource
    from crawler.storage.sessions import Sessions

STYLES = {MARKS["gone"]: "red", MARKS["new"]: "green", "same": "", "gone": "red", "new": "green"}
COLOURS = {State.STANDS: "green", State.GONE: "red", State.UNKNOWN: "yellow"}
WORDS = {State.STANDS: "stands", State.GONE: "gone", State.UNKNOWN: "cannot tell"}
NAMES = {"fragment": "#{}", "text": "“{}”", "quote": "“{}”"}
LONGEST = 60  # characters of what a citation points at


class Command(RefkeepCommand, ScrapyCommand):
    """Compares the copy that is nearest to the day of each citation with the newest one."""

    examples = (
        "scrapy diff https://goldsony.tistory.com/37",
        "scrapy diff goldsony.tistory.com/m/37 --json | jq .score    any spelling of the URL",
    )

    def syntax(self) -> str:
        return "URL [--json]"

    def short_desc(self) -> str:
        return "Show what changed in a source since the notes cited it"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("url", metavar="URL", help="the source, in any spelling")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def execute(self, opts: Namespace) -> None:
        url, sessions = key_of(opts.url), open_store(self.setting("DATABASE_URL"))
        _date(sessions, url)
        with read_scope(sessions) as session:
            drift = measure_one(_source(session, url), self.settings)
            if opts.json:
                print_json(drift_document(drift))
            else:
                show(*_page(drift))


def _date(sessions: Sessions, url: str) -> None:
    """Look up when the notes began to cite the source: a crawl does so of dead ones alone."""
    with read_scope(sessions) as session:
        id_ = head_id(session, url)
    if id_ is not None:
        date_citations(sessions, [id_])


def _source(session: Session, url: str) -> DriftingSource:
    source = drift_of(session, url)
    if source is None:
        missing = "article" if read_source(session, url)["content_hash"] is None else "citation any more"
        raise JobError(f"{url} has no {missing}: there is nothing to compare")
    return source


def _page(drift: SourceDrift) -> Iterator[Text]:
    yield Text(drift.title, "bold")
    now = drift.source.now
    yield Text(f"{now.final_url}, now as of {now.taken_at:%Y-%m-%d}")
    for each in drift.drifts:
        yield Text(f"\n{heading(each)}", "bold")
        for tie in each.ties:
            yield from _tie(tie)
        for number, line in enumerate(lines_of(each.comparison)):
            yield _line(line) if number else Text("\n").append_text(_line(line))


def _tie(tie: Tie) -> Iterator[Text]:
    citation = tie.citation
    yield Text(f"  {citation.path}:{citation.line} cited {citation.cited_at:%Y-%m-%d}{_distance(tie.days_after)}")
    for kind, what, state in tie.pointed:
        name = NAMES[kind].format(what if len(what) <= LONGEST else f"{what[:LONGEST]}…")
        yield Text(f"    {name}: ").append(WORDS[state], COLOURS[state])


def _distance(days: int) -> str:
    """Say how far the copy is from the day of citing, in days."""
    return f", {abs(days):,} day{'s' * (abs(days) > 1)} {'before' if days > 0 else 'after'} this copy" if days else ""


def _line(line: Line) -> Text:
    text = Text(f"{line.mark} ", STYLES.get(line.mark, "bright_black" if line.mark == "…" else ""))
    for kind, words in pieces_of(line):
        text.append(words, STYLES[kind])
    return text
