"""How the store stands: counts, what failed, and what one crawl brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from crawler.storage.export import rfc3339
from crawler.storage.records import Citation, Crawl, Fetch, Note, Source
from crawler.storage.schedule import GOOD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

NOT_FETCHED = "not_fetched"  # stands among the verdicts for the sources that no crawl has asked for yet


class FailedCitation(NamedTuple):
    """A citation whose source could not be fetched."""

    note: str  # path below its notes folder
    line: int
    verdict: str
    url: str  # as the note means it


def store_status(session: Session) -> dict[str, Any]:
    """Count the notes there are, the open citations, and all sources, which the verdicts add up to."""
    is_open = Citation.closed_at.is_(None)
    unusable = select(func.count()).select_from(Citation).join(Citation.source).where(is_open, Source.host == "")
    return {
        "notes": _count(session, select(func.count()).select_from(Note).where(Note.gone_at.is_(None))),
        "citations": _count(session, select(func.count()).select_from(Citation).where(is_open)),
        "weak": _count(session, select(func.count()).select_from(Citation).where(is_open, Citation.weak)),
        "unusable": _count(session, unusable),
        "sources": _count(session, select(func.count()).select_from(Source)),
        "verdicts": _sources_by(session, func.coalesce(Source.verdict, NOT_FETCHED)),
        "hosts": {host: count for host, count in _sources_by(session, Source.host).items() if host},
        "last_crawl": _last_crawl(session),
    }


def failed_citations(session: Session) -> Iterator[FailedCitation]:
    """Yield the open citations whose source's last fetch brought no page, by note and line."""
    failed = (
        select(Note.path, Citation.line, Source.verdict, Citation.url)
        .join(Citation.note)
        .join(Citation.source)
        .where(Citation.closed_at.is_(None), Source.verdict.not_in(GOOD))
        .order_by(Note.path, Note.root, Citation.line, Citation.id)
        .execution_options(yield_per=1000)
    )
    for path, line, verdict, url in session.execute(failed):
        yield FailedCitation(path, line, str(verdict), url)


def _count(session: Session, counted: Select[int]) -> int:
    return session.scalars(counted).one()


def _sources_by(session: Session, key: ColumnElement[str] | Any) -> dict[str, int]:
    """Count the sources under each key, the most frequent first."""
    rows = session.execute(select(key.label("key"), func.count(Source.id)).group_by("key"))
    return dict(sorted(((name, count) for name, count in rows), key=lambda row: (-row[1], row[0])))


def _last_crawl(session: Session) -> dict[str, Any] | None:
    crawl = session.scalars(select(Crawl).order_by(Crawl.id.desc()).limit(1)).first()
    if crawl is None:
        return None
    fetches = select(func.count()).select_from(Fetch).where(Fetch.crawl_id == crawl.id)
    return {
        "id": crawl.id,
        "notes": crawl.root,
        "started_at": rfc3339(crawl.started_at),
        "finished_at": rfc3339(crawl.finished_at),
        "outcome": crawl.outcome,
        "fetches": _count(session, fetches),
        "counts": crawl.counts,
    }
