"""Better addresses for what the notes cite: where a link has moved to, and the archived copy of one that died."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import case, func, select
from sqlalchemy.orm import aliased

from crawler.storage.merges import STANDS, head_of
from crawler.storage.merging import address_key
from crawler.storage.records import Citation, Merge, Note, Snapshot, Source
from crawler.urls import without_carried
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, ScalarSelect
    from sqlalchemy.orm import Session


class Reason(StrEnum):
    """Why a link should have another address."""

    MOVED = "moved"
    DIED = "died"


class Fix(NamedTuple):
    """What a source should be cited as."""

    address: str
    reason: Reason
    source_id: int  # of the source that stands for it


def holds_notes(session: Session, place: Path) -> bool:
    """Return whether a crawl has taken in a note at or below `place`, which is resolved."""
    notes = session.execute(select(Note.root, Note.path).where(Note.gone_at.is_(None)))
    return any(Path(root, path).is_relative_to(place) for root, path in notes)


def find_fixes(session: Session, place: Path) -> dict[Path, dict[str, Fix]]:
    """Return the fixes of each note at or below `place`, which is resolved: source URL (canonical) → fix.

    A source for which another one stands has died with it, and moved where that one did, or where it led to it. What is
    asked for at its new address already, since another note has that, has moved there all the same.
    """
    head = aliased(Source)  # stands for the cited source, or is it
    copy_of_dead = case((head.dead_since.is_not(None), Snapshot.archived_from))
    moved_to = func.coalesce(_moved_to(head), _moved_to(Source), _readdressed_to(head))
    cited = (
        select(Note.root, Note.path, Source.url, moved_to, head.cited_url, copy_of_dead, head.id)
        .join(Citation.note)
        .join(Citation.source)
        .join(head, head.id == head_of(Citation))
        .outerjoin(Snapshot, Snapshot.id == _newest_copy(head))
        .where(Citation.closed_at.is_(None), Note.gone_at.is_(None), func.coalesce(moved_to, copy_of_dead).is_not(None))
        .order_by(Note.path)
    )
    fixes: dict[Path, dict[str, Fix]] = defaultdict(dict)
    for root, path, url, address, asked, copy, id_ in session.execute(cited):
        note = Path(root, path)
        if not note.is_relative_to(place):
            continue
        if copy is not None:
            fixes[note][url] = Fix(copy, Reason.DIED, id_)
        elif address is not None and address_key(address) != url:
            fixes[note][url] = Fix(without_carried(address, asked), Reason.MOVED, id_)
    return dict(fixes)


def _newest_copy(source: type[Source]) -> ScalarSelect[int]:
    copies = Snapshot.source_id == source.id, Snapshot.archived_from.is_not(None)
    return select(func.max(Snapshot.id)).where(*copies).correlate(source).scalar_subquery()


def _moved_to(source: type[Source]) -> ColumnElement[str | None]:
    return case((source.verdict == Verdict.MOVED, source.moved_to))


def _readdressed_to(source: type[Source]) -> ColumnElement[str | None]:
    """Return the address that a note has for a source which moved there, and which was never asked for by itself."""
    address = aliased(Source)
    known = select(address.cited_url).join(Merge, (Merge.source_id == address.id) & STANDS)
    never = address.verdict.is_(None), Merge.into_id == source.id
    return known.where(*never).order_by(Merge.id.desc()).limit(1).correlate(source).scalar_subquery()
