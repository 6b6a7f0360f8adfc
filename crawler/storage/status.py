"""How the store stands: counts, what failed, and what one crawl brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from crawler.items import Fallback
from crawler.storage.due import is_cited
from crawler.storage.export import cited_by, rfc3339
from crawler.storage.merges import STANDS, absorbed_ids, head_of
from crawler.storage.records import Citation, Crawl, Fetch, Merge, Note, Snapshot, Source
from crawler.storage.schedule import GOOD
from crawler.storage.snapshots import article_ids
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, ColumnExpressionArgument
    from sqlalchemy.orm import Session

    from crawler.storage.records import Base

NOT_FETCHED = "not_fetched"  # stands among the verdicts for the sources that no crawl has asked for yet


class FailedCitation(NamedTuple):
    """A citation whose source could not be fetched."""

    folder: str  # of the notes, absolute
    note: str  # path below it
    line: int
    verdict: str
    url: str  # as the note means it
    dead_since: str | None  # RFC 3339; None: it may come back


class FetchedSource(NamedTuple):
    """A source that a crawl asked for, as its summary shows it."""

    verdict: str
    title: str  # of its article; where it has none, the URL
    host: str
    cited_by: list[str]  # NOTE:LINE, by note and line


class CrawlOutcome(NamedTuple):
    """What a crawl brought."""

    verdicts: dict[str, int]  # sources by the verdict of their last fetch in this crawl
    kept: int  # of them, those with an article
    fallbacks: int  # of them, fetched plainly only because Splash was away
    merged: int  # of them, those that turned out to be another one under a second address
    sources: list[FetchedSource]  # the first of them


def store_status(session: Session) -> dict[str, Any]:
    """Count the notes there are, the open citations, and all sources, which the verdicts add up to.

    A source for which another one stands is none of them: it is counted as merged. Dead is what a note cites and is.
    """
    is_open = Citation.closed_at.is_(None)
    return {
        "notes": _count(session, Note, Note.gone_at.is_(None)),
        "citations": _count(session, Citation, is_open),
        "weak": _count(session, Citation, is_open, Citation.weak),
        "unusable": _count(session, Citation, is_open, Citation.source.has(Source.verdict == Verdict.INVALID)),
        "sources": _count(session, Source, Source.id.not_in(absorbed_ids())),
        "merged": _count(session, Merge, STANDS),
        "dead": _count(session, Source, Source.dead_since.is_not(None), is_cited(None)),
        "verdicts": _sources_by(session, func.coalesce(Source.verdict, NOT_FETCHED)),
        "hosts": {host: count for host, count in _sources_by(session, Source.host).items() if host},
        "last_crawl": _last_crawl(session),
    }


def failed_citations(session: Session) -> Iterator[FailedCitation]:
    """Yield the open citations whose source's last fetch brought no page, by note and line."""
    failed = (
        select(Note.root, Note.path, Citation.line, Source.verdict, Citation.url, Source.dead_since)
        .join(Citation.note)
        .join(Source, Source.id == head_of(Citation))
        .where(Citation.closed_at.is_(None), Source.verdict.not_in(GOOD))
        .order_by(Note.path, Note.root, Citation.line, Citation.id)
        .execution_options(yield_per=1000)
    )
    for folder, path, line, verdict, url, dead_since in session.execute(failed):
        yield FailedCitation(folder, path, line, str(verdict), url, rfc3339(dead_since))


def has_one_folder(session: Session) -> bool:
    """Return whether all notes are of one folder, so that a path below it says enough."""
    folders = select(func.count(Note.root.distinct())).where(Note.gone_at.is_(None))
    return session.scalars(folders).one() <= 1


def crawl_outcome(session: Session, crawl_id: int, *, shown: int) -> CrawlOutcome:
    """Return what a crawl brought, with its first `shown` sources, those with their page before those without.

    What turned out to be another source is shown as that one.
    """
    last = select(func.max(Fetch.id)).where(Fetch.crawl_id == crawl_id).group_by(Fetch.source_id)
    verdicts = select(Fetch.verdict, func.count()).where(Fetch.id.in_(last)).group_by(Fetch.verdict)
    kept = _count(session, Fetch, Fetch.id.in_(last), Fetch.verdict.in_(GOOD), Fetch.source.has(Source.snapshots.any()))
    fallbacks = _count(session, Fetch, Fetch.id.in_(last), Fetch.fallback == Fallback.SPLASH_AWAY)
    merged = _count(session, Fetch, Fetch.id.in_(last), Fetch.source_id.in_(absorbed_ids()))
    failed_last = case((Fetch.verdict.in_(GOOD), 0), else_=1)
    own = Fetch.id.in_(last), Fetch.source_id.not_in(absorbed_ids())
    first = select(Fetch).where(*own).order_by(failed_last, Fetch.id).limit(shown)
    fetches = session.scalars(first.options(joinedload(Fetch.source))).all()
    cited = cited_by(session, [fetch.source for fetch in fetches])
    titles = _titles(session, [fetch.source_id for fetch in fetches])
    sources = [
        FetchedSource(
            fetch.verdict,
            titles.get(fetch.source_id) or fetch.source.cited_url,
            fetch.source.host,
            list(dict.fromkeys(f"{tie['path']}:{tie['line']}" for tie in cited[fetch.source_id].notes)),
        )
        for fetch in fetches
    ]
    return CrawlOutcome(dict(session.execute(verdicts).all()), kept, fallbacks, merged, sources)


def _titles(session: Session, source_ids: Sequence[int]) -> dict[int, str | None]:
    ids = article_ids().where(Snapshot.source_id.in_(source_ids))
    rows = session.execute(select(Snapshot.source_id, Snapshot.title).where(Snapshot.id.in_(ids)))
    return dict(rows.all())


def _count(session: Session, record: type[Base], *where: ColumnExpressionArgument[bool]) -> int:
    return session.scalars(select(func.count()).select_from(record).where(*where)).one()


def _sources_by(session: Session, key: ColumnElement[str] | Any) -> dict[str, int]:
    """Count the sources under each key, the most frequent first."""
    counted = select(key.label("key"), func.count(Source.id)).where(Source.id.not_in(absorbed_ids()))
    rows = session.execute(counted.group_by("key"))
    return dict(sorted((tuple(row) for row in rows), key=lambda row: (-row[1], row[0])))


def _last_crawl(session: Session) -> dict[str, Any] | None:
    crawl = session.scalars(select(Crawl).order_by(Crawl.id.desc()).limit(1)).first()
    if crawl is None:
        return None
    return {
        "id": crawl.id,
        "notes": crawl.root,
        "started_at": rfc3339(crawl.started_at),
        "finished_at": rfc3339(crawl.finished_at),
        "outcome": crawl.outcome,
        "fetches": _count(session, Fetch, Fetch.crawl_id == crawl.id),
        "counts": crawl.counts,
    }
