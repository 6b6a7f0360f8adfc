"""Dead sources: which are to be looked up in an archive, and for which day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, or_, select

from crawler.storage.column_types import UTCDateTime
from crawler.storage.due import is_below, is_cited
from crawler.storage.merges import absorbed_by
from crawler.storage.merging import address_key
from crawler.storage.records import Citation, Snapshot, Source
from crawler.storage.schedule import next_rescue
from crawler.storage.sessions import read_scope, session_scope
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime
    from pathlib import Path

    from crawler.storage.sessions import Sessions


class DeadSource(NamedTuple):
    """A source that a crawl looks up in an archive."""

    id: int
    url: str  # canonical
    cited_url: str
    verdict: Verdict
    cited_at: datetime  # when a note first cited it: the day whose copy is wanted
    addresses: list[str]  # what is looked up, one after the other until a copy is found: all that we know it by


def dead_source_ids(
    sessions: Sessions, *, root: Path, now: datetime, limit: int, hosts: Collection[str] = ()
) -> list[int]:
    """Return the ids of the dead sources to look up, those that were never looked up first.

    Only what a note in this folder cites now, and of what no archive's copy is kept.
    """
    wanted = select(Source.id).where(
        Source.dead_since.is_not(None),
        or_(Source.rescue_at.is_(None), Source.rescue_at <= now),
        ~Source.snapshots.any(Snapshot.archived_from.is_not(None)),
        is_cited(root),
    )
    if hosts:
        wanted = wanted.where(or_(*(is_below(host.lower()) for host in hosts)))
    first = (Source.rescue_at.is_not(None), Source.rescue_at, Source.dead_since, Source.id)
    with read_scope(sessions) as session:
        return list(session.scalars(wanted.order_by(*first).limit(limit)))


def load_dead(sessions: Sessions, source_id: int) -> DeadSource:
    """Return a dead source, with the day when a note, of those that cite it now, first did."""
    cited_at = select(func.min(func.coalesce(Citation.cited_at, Citation.first_seen_at), type_=UTCDateTime))
    with read_scope(sessions) as session:
        source = session.get_one(Source, source_id)
        absorbed = list(absorbed_by(session, [source_id]))
        citing = Citation.source_id.in_([source_id, *absorbed])
        first = session.scalar(cited_at.where(citing, Citation.closed_at.is_(None)))
        others = session.scalars(select(Source.cited_url).where(Source.id.in_(absorbed)).order_by(Source.id))
        return DeadSource(
            id=source.id,
            url=source.url,
            cited_url=source.cited_url,
            verdict=Verdict(source.verdict or Verdict.GONE),
            cited_at=first or source.first_seen_at,
            addresses=_distinct([source.cited_url, *others, source.url]),
        )


def _distinct(addresses: Iterable[str]) -> list[str]:
    """Return the first of each page's addresses: how it is spelled is all the same to an archive."""
    found: dict[str | None, str] = {}
    for address in addresses:
        found.setdefault(address_key(address), address)
    return list(found.values())


def postpone_rescue(sessions: Sessions, source_id: int, now: datetime) -> None:
    """Keep that no archive had a good copy, and when to look again."""
    with session_scope(sessions) as session:
        source = session.get_one(Source, source_id)
        source.rescue_at = next_rescue(source.dead_since or now, now)


def repeat_rescue(sessions: Sessions, source_id: int, now: datetime) -> None:
    """Keep that an archive did not answer: the next crawl looks again, after the sources that no crawl looked up."""
    with session_scope(sessions) as session:
        session.get_one(Source, source_id).rescue_at = now
