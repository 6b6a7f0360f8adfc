"""Better addresses for what the notes cite: where a link has moved to, and the archived copy of one that died."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, or_, select

from crawler.storage.records import Citation, Note, Snapshot, Source
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Reason(StrEnum):
    """Why a link should have another address."""

    MOVED = "moved"
    DIED = "died"


class Fix(NamedTuple):
    """What a source should be cited as."""

    address: str
    reason: Reason


def find_fixes(session: Session, place: Path) -> dict[Path, dict[str, Fix]]:
    """Return the fixes of each note at or below `place`, which is resolved: source URL (canonical) → fix."""
    newest = select(func.max(Snapshot.id)).where(Snapshot.archived_from.is_not(None)).group_by(Snapshot.source_id)
    archived = select(Snapshot.source_id, Snapshot.archived_from).where(Snapshot.id.in_(newest)).subquery()
    died = Source.dead_since.is_not(None) & archived.c.archived_from.is_not(None)
    moved = (Source.verdict == Verdict.MOVED) & Source.moved_to.is_not(None)
    cited = (
        select(Note.root, Note.path, Source.url, Source.moved_to, archived.c.archived_from, died)
        .join(Citation.note)
        .join(Citation.source)
        .outerjoin(archived, archived.c.source_id == Source.id)
        .where(Citation.closed_at.is_(None), Note.gone_at.is_(None), or_(moved, died))
        .order_by(Note.path)
    )
    fixes: dict[Path, dict[str, Fix]] = defaultdict(dict)
    for root, path, url, moved_to, archived_from, is_dead in session.execute(cited):
        note = Path(root, path)
        if note.is_relative_to(place):
            fixes[note][url] = Fix(archived_from, Reason.DIED) if is_dead else Fix(moved_to, Reason.MOVED)
    return dict(fixes)
