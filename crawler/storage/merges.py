"""Sources that were found to be one: which stands for which. No row moves, so that it can be undone.

There are no chains: a source that stands for others is never absorbed, and an absorbed one stands for none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from crawler.exceptions import UsageError
from crawler.storage.records import Merge, Source, hash_url

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from sqlalchemy import ScalarSelect, Select
    from sqlalchemy.orm import Session

    from crawler.storage.records import Citation, Snapshot

STANDS = Merge.undone_at.is_(None)


class StandingMerge(NamedTuple):
    """Two canonical URLs that are one source, and why."""

    url: str
    into: str
    evidence: dict[str, Any]
    merged_at: datetime


def absorbed_ids() -> Select[int]:
    """Select the ids of the sources for which another one stands."""
    return select(Merge.source_id).where(STANDS)


def head_of(record: type[Citation | Snapshot]) -> ScalarSelect[int]:
    """Return the id of the source that stands for that of a citation or snapshot, or is it: an expression beside it."""
    head = select(Merge.into_id).where(Merge.source_id == record.source_id, STANDS).correlate(record)
    return func.coalesce(head.scalar_subquery(), record.source_id)  # type: ignore[return-value]


def absorbed_by(session: Session, ids: Collection[int]) -> dict[int, int]:
    """Return the sources for which these stand: absorbed → which of these."""
    rows = session.execute(select(Merge.source_id, Merge.into_id).where(Merge.into_id.in_(ids), STANDS))
    return {row.source_id: row.into_id for row in rows}


def head_id(session: Session, url: str) -> int | None:
    """Return the id of the source that stands for a canonical URL; None where the store has none."""
    own = session.scalar(select(Source.id).where(Source.url_hash == hash_url(url)))
    return session.scalar(select(Merge.into_id).where(Merge.source_id == own, STANDS)) or own


def standing_merges(session: Session) -> Iterator[StandingMerge]:
    """Yield the merges that stand, the newest first."""
    into = aliased(Source)
    columns = select(Source.url, into.url, Merge.evidence, Merge.merged_at)
    joined = columns.select_from(Merge).join(Merge.source).join(into, into.id == Merge.into_id)
    for row in session.execute(joined.where(STANDS).order_by(Merge.id.desc())):
        yield StandingMerge(*row)


def merge(session: Session, source_id: int, into_id: int, evidence: dict[str, Any], now: datetime) -> Merge | None:
    """Let a source stand for another one; None where it must not.

    Of two that stand for others neither is absorbed; where only the first does, it is the one that goes on standing.
    What was undone is not done again on the same kind of evidence.
    """
    heads = set(session.scalars(select(Merge.into_id).where(Merge.into_id.in_((source_id, into_id)), STANDS)))
    if source_id in heads:
        source_id, into_id = into_id, source_id
    pair = (Merge.source_id.in_((source_id, into_id)), Merge.into_id.in_((source_id, into_id)))
    undone = session.scalars(select(Merge.evidence).where(*pair, Merge.undone_at.is_not(None)))
    if source_id in heads or any(each["kind"] == evidence["kind"] for each in undone):
        return None
    merged = Merge(source_id=source_id, into_id=into_id, evidence=evidence, merged_at=now)
    session.add(merged)
    session.flush()
    return merged


def undo_merges(session: Session, url: str, now: datetime) -> list[str]:
    """Undo the merge of the source with this canonical URL, or all of those for which it stands; return their URLs.

    Raises UsageError where there is none.
    """
    found = Source.url_hash == hash_url(url)
    of_it = or_(Merge.source.has(found), Merge.into.has(found))
    merges = session.scalars(select(Merge).where(of_it, STANDS).order_by(Merge.id)).all()
    if not merges:
        raise UsageError(f"{url} is merged with no other source: scrapy merge shows those that are")
    for each in merges:
        each.undone_at = now
    return [each.source.url for each in merges]
