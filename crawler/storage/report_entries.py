"""The sources in a crawl's report: what happened to each, in a phrase, and the notes that this concerns."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.orm import load_only

from crawler.storage.chunks import in_chunks
from crawler.storage.export import cited_by, rfc3339
from crawler.storage.happenings import Happening
from crawler.storage.records import Fetch, Merge, Snapshot, Source
from crawler.storage.snapshots import article_ids
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from crawler.storage.report import CrawlReport, Span

BATCH = 200  # sources in memory at once


def report_entries(
    session: Session, report: CrawlReport, happening: Happening, *, shown: int | None = None
) -> Iterator[dict[str, Any]]:
    """Yield the sources of a section, at most `shown`, each with what happened to it and the notes that cite it."""
    ids = report.sections.get(happening, array("q"))
    for batch in in_chunks(ids[:shown], BATCH):
        yield from _entries(session, report, batch)


@dataclass(frozen=True)
class _Batch:
    """What the entries of a batch are made of, by source."""

    fetches: dict[int, Fetch]  # the last ones
    before: dict[int, Fetch]  # the last ones before the crawl
    articles: dict[int, Snapshot]
    copies: dict[int, str]  # the archive's addresses of the newest ones
    articles_before: dict[int, datetime]  # when the newest one before the crawl was taken
    merged_into: dict[int, str]


def _entries(session: Session, report: CrawlReport, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    batch = _load(session, report.span, ids)
    sources = session.scalars(select(Source).where(Source.id.in_(ids)).order_by(Source.id)).all()
    cited = cited_by(session, sources)
    for source in sources:
        yield _entry(source, report.happened[source.id], batch, cited[source.id].notes)


def _entry(source: Source, happened: Sequence[Happening], batch: _Batch, notes: list[dict[str, Any]]) -> dict[str, Any]:
    article, fetch = batch.articles.get(source.id), batch.fetches.get(source.id)
    is_away = source.dead_since is not None or Happening.RESCUED in happened
    moved_to = source.moved_to or (fetch.final_url if fetch else None)
    return {
        "url": source.url,
        "cited_url": source.cited_url,
        "title": article.title if article else None,
        "happened": [str(each) for each in happened],
        "verdict": source.verdict,
        "because": _because(happened[0], source, batch),
        "http_status": fetch.http_status if fetch else None,
        "moved_to": moved_to if Happening.MOVED in happened else None,
        "merged_into": batch.merged_into.get(source.id),
        "archived_from": batch.copies.get(source.id) if is_away else None,
        "dead_since": rfc3339(source.dead_since),
        "quality": article.quality if article else None,
        "quality_reasons": (article.quality_reasons or []) if article else [],
        "notes": notes,
    }


def _load(session: Session, span: Span, ids: Sequence[int]) -> _Batch:
    of_these = Fetch.source_id.in_(ids)
    earlier = (of_these, Fetch.crawl_id.not_in(span.ids), Fetch.verdict != Verdict.OFFLINE)
    ours = (Snapshot.source_id.in_(ids),)
    shown = load_only(Snapshot.source_id, Snapshot.title, Snapshot.quality, Snapshot.quality_reasons)
    articles = select(Snapshot).where(Snapshot.id.in_(article_ids().where(*ours)))
    copies = select(Snapshot.source_id, Snapshot.archived_from).where(*ours, Snapshot.archived_from.is_not(None))
    older = select(Snapshot.source_id, func.max(Snapshot.taken_at)).where(
        *ours, Snapshot.taken_at < span.began, Snapshot.archived_from.is_(None)
    )
    merged = select(Merge.source_id, Source.url).join(Merge.into).where(Merge.source_id.in_(ids), *span.merges)
    return _Batch(
        fetches=_last_fetches(session, of_these, Fetch.crawl_id.in_(span.ids)),
        before=_last_fetches(session, *earlier),
        articles={each.source_id: each for each in session.scalars(articles.options(shown))},
        copies={source_id: str(address) for source_id, address in session.execute(copies.order_by(Snapshot.id))},
        articles_before=dict(session.execute(older.group_by(Snapshot.source_id)).all()),
        merged_into=dict(session.execute(merged).all()),
    )


def _last_fetches(session: Session, *where: ColumnElement[bool]) -> dict[int, Fetch]:
    last = select(func.max(Fetch.id)).where(*where).group_by(Fetch.source_id)
    return {fetch.source_id: fetch for fetch in session.scalars(select(Fetch).where(Fetch.id.in_(last)))}


def _because(happening: Happening, source: Source, batch: _Batch) -> str | None:
    """Say in a phrase what it rests on."""
    reason = _reason(batch.fetches.get(source.id))
    match happening:
        case Happening.DIED:
            since = f", failing since {source.failing_since:%Y-%m-%d}" if source.failing_since else ""
            return f"{reason or source.verdict}{since}, {source.failures} times in a row"
        case Happening.BACK:
            before = batch.before[source.id]
            return f"{_reason(before) or before.verdict} on {before.fetched_at:%Y-%m-%d}"
        case Happening.CHANGED:
            return f"another text than that of {batch.articles_before[source.id]:%Y-%m-%d}"
        case Happening.FAILED | Happening.BLOCKED | Happening.WORDLESS | Happening.HELD_BACK:
            return reason
        case _:
            return None


def _reason(fetch: Fetch | None) -> str | None:
    reason = fetch.evidence.get("reason") if fetch else None
    return str(reason) if reason else None
