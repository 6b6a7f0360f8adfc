"""What a crawl changed, from its records: which sources died, moved, changed …, and the notes that this concerns.

What a killed crawl of the same notes brought stands in the report of the next one: it left none of its own.
Of each source a few bytes are held; crawler.storage.report_entries reads the rest, for whoever writes it out.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from crawler.storage.export import rfc3339
from crawler.storage.happenings import Happening, Seen, happenings
from crawler.storage.records import Crawl, Fetch, Merge, Snapshot, Source
from crawler.storage.schedule import GOOD
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row, Select
    from sqlalchemy.orm import Session

PREVIOUS = aliased(Fetch)
NOTES_COUNTS = ("notes", "citations", "new_citations", "closed_citations", "invalid")


class Span(NamedTuple):
    """The crawls that a report is about: one, and those before it that were killed."""

    ids: list[int]
    began: datetime

    @property
    def merges(self) -> tuple[ColumnElement[bool], ...]:
        """What the merges of these crawls have in common that are news: of two addresses that were known."""
        return (Merge.merged_at >= self.began, Merge.undone_at.is_(None), Merge.source.has(Source.fetches.any()))

    @property
    def rescues(self) -> tuple[ColumnElement[bool], ...]:
        """What the copies that these crawls took from an archive have in common."""
        return (Snapshot.rescued_at >= self.began,)


@dataclass
class CrawlReport:
    """A crawl in counts, and which sources it found changed."""

    span: Span
    crawl: dict[str, Any]
    notes: dict[str, int]
    asked: dict[str, int] = field(default_factory=dict)  # sources by how they were asked for
    as_before: int = 0  # alive, and nothing happened
    still_failing: int = 0
    offline: int = 0
    sections: dict[Happening, array[int]] = field(default_factory=dict)  # sources by the first of what happened to them
    happened: dict[int, tuple[Happening, ...]] = field(default_factory=dict)  # by source

    @property
    def sources(self) -> int:
        """How many were asked for."""
        return sum(self.asked.values())

    @property
    def counts(self) -> dict[str, int]:
        """The sources of each section, then the rest."""
        told = {str(each): len(ids) for each, ids in self.sections.items()}
        rest = {"as_before": self.as_before, "still_failing": self.still_failing, "offline": self.offline}
        return told | {name: count for name, count in rest.items() if count}


def crawl_report(session: Session, crawl_id: int) -> CrawlReport:
    """Sum a crawl up."""
    crawl = session.get_one(Crawl, crawl_id)
    span = _span(session, crawl)
    report = CrawlReport(span, _crawl(crawl), _notes(crawl))
    rescued = session.scalars(select(Snapshot.source_id).where(*span.rescues))
    report.happened |= dict.fromkeys(rescued, (Happening.RESCUED,))
    report.happened |= dict.fromkeys(session.scalars(select(Merge.source_id).where(*span.merges)), (Happening.MERGED,))
    for row in session.execute(_fetched(span).execution_options(yield_per=1000)):
        _count(report, row)
    for happening in Happening:
        if ids := array("q", sorted(id_ for id_, happened in report.happened.items() if happened[0] == happening)):
            report.sections[happening] = ids
    return report


def _span(session: Session, crawl: Crawl) -> Span:
    of_root = select(Crawl).where(Crawl.root == crawl.root, Crawl.id < crawl.id)
    told = select(func.max(of_root.where(Crawl.finished_at.is_not(None)).subquery().c.id))
    last = session.scalar(told) or 0
    crawls = [*session.scalars(of_root.where(Crawl.id > last).order_by(Crawl.id)), crawl]
    return Span([each.id for each in crawls], crawls[0].started_at)


def _crawl(crawl: Crawl) -> dict[str, Any]:
    seconds = (crawl.finished_at - crawl.started_at).total_seconds() if crawl.finished_at else None
    return {
        "id": crawl.id,
        "notes": crawl.root,
        "started_at": rfc3339(crawl.started_at),
        "finished_at": rfc3339(crawl.finished_at),
        "seconds": seconds if seconds is None else round(seconds, 1),
        "outcome": crawl.outcome,
    }


def _notes(crawl: Crawl) -> dict[str, int]:
    return {name: crawl.counts[f"notes/{name}"] for name in NOTES_COUNTS if f"notes/{name}" in crawl.counts}


def _fetched(span: Span) -> Select[*tuple[Any, ...]]:
    """Select the last fetch of each source in these crawls, and what was known of the source before."""
    last = select(func.max(Fetch.id)).where(Fetch.crawl_id.in_(span.ids)).group_by(Fetch.source_id)
    before = (
        select(func.max(PREVIOUS.id))
        .where(
            PREVIOUS.source_id == Fetch.source_id,
            PREVIOUS.id < Fetch.id,
            PREVIOUS.crawl_id.not_in(span.ids),
            PREVIOUS.verdict != Verdict.OFFLINE,
        )
        .correlate(Fetch)
        .scalar_subquery()
    )
    return (
        select(
            Fetch.source_id,
            Fetch.verdict,
            Fetch.final_url,
            Fetch.renderer,
            PREVIOUS.verdict.label("verdict_before"),
            PREVIOUS.final_url.label("address_before"),
            func.coalesce(Source.dead_since >= span.began, False).label("died"),
            _snapshot(Snapshot.taken_at < span.began, Snapshot.archived_from.is_(None)).label("had_article"),
            _snapshot(Snapshot.taken_at >= span.began, Snapshot.archived_from.is_(None)).label("has_snapshot"),
            _snapshot(*span.rescues).label("rescued"),
        )
        .join(Fetch.source)
        .outerjoin(PREVIOUS, PREVIOUS.id == before)
        .where(Fetch.id.in_(last))
    )


def _snapshot(*where: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(Snapshot.id).where(Snapshot.source_id == Fetch.source_id, *where).correlate(Fetch).exists()


def _count(report: CrawlReport, row: Row[Any]) -> None:
    how = row.renderer or "nothing"
    report.asked[how] = report.asked.get(how, 0) + 1
    if happened := happenings(_seen(row, merged=Happening.MERGED in report.happened.get(row.source_id, ()))):
        report.happened[row.source_id] = happened
    elif row.verdict == Verdict.OFFLINE:
        report.offline += 1
    elif row.verdict in GOOD:
        report.as_before += 1
    else:
        report.still_failing += 1


def _seen(row: Row[Any], *, merged: bool) -> Seen:
    return Seen(
        verdict=Verdict(row.verdict),
        before=Verdict(row.verdict_before) if row.verdict_before else None,
        address=row.final_url,
        address_before=row.address_before,
        died=bool(row.died),
        rescued=bool(row.rescued),
        merged=merged,
        had_article=bool(row.had_article),
        has_snapshot=bool(row.has_snapshot),
    )
