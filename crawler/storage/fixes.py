"""Better addresses for what the notes cite: where a link has moved to, and the archived copy of one that died."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import aliased

from crawler.storage.merges import head_of
from crawler.storage.records import Citation, Note, Snapshot, Source
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
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

    A source for which another one stands has died with it, and moved where that one did, or where it led to it.
    """
    newest = select(func.max(Snapshot.id)).where(Snapshot.archived_from.is_not(None)).group_by(Snapshot.source_id)
    archived = select(Snapshot.source_id, Snapshot.archived_from).where(Snapshot.id.in_(newest)).subquery()
    head = aliased(Source)  # stands for the cited source, or is it
    died = head.dead_since.is_not(None) & archived.c.archived_from.is_not(None)
    moved_to = func.coalesce(_moved_to(head), _moved_to(Source))
    cited = (
        select(Note.root, Note.path, Source.url, moved_to, archived.c.archived_from, died, head.id)
        .join(Citation.note)
        .join(Citation.source)
        .join(head, head.id == head_of(Citation))
        .outerjoin(archived, archived.c.source_id == head.id)
        .where(Citation.closed_at.is_(None), Note.gone_at.is_(None), or_(moved_to.is_not(None), died))
        .order_by(Note.path)
    )
    fixes: dict[Path, dict[str, Fix]] = defaultdict(dict)
    for root, path, url, address, copy, is_dead, id_ in session.execute(cited):
        note = Path(root, path)
        if note.is_relative_to(place):
            fixes[note][url] = Fix(copy, Reason.DIED, id_) if is_dead else Fix(address, Reason.MOVED, id_)
    return dict(fixes)


def _moved_to(source: type[Source]) -> ColumnElement[str | None]:
    return case((source.verdict == Verdict.MOVED, source.moved_to))
