"""Notes that were read, written into the database: rows made or brought up to date, citations kept, opened, closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from crawler.storage.chunks import in_chunks
from crawler.storage.cited_sources import keep_sources
from crawler.storage.known_addresses import known_addresses
from crawler.storage.matching import HeldCitation, match_citations, match_readdressed
from crawler.storage.records import Citation, Note

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from crawler.storage.reading import FoundCitation, ReadNote

WRITTEN = ("url", "as_written", "line", "label", "headings", "marker", "form", "context", "weak")  # what a note says


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note that was read, with the row that it has already: its own, or that of a gone note of the same content."""

    note: ReadNote
    path: str  # as the row spells it
    id: int | None


@dataclass(frozen=True, slots=True)
class Written:
    """What writing changed."""

    new_citations: int = 0  # new ones, and closed ones that are back
    closed_citations: int = 0


@dataclass(slots=True)
class _Matched:
    """What a note cites now beside what it cited."""

    note_id: int
    found: Sequence[FoundCitation]
    matches: list[HeldCitation | None]  # what each found one is; None: it is new
    left: list[HeldCitation]  # what no found one is

    @property
    def new(self) -> list[FoundCitation]:
        return [each for each, match in zip(self.found, self.matches, strict=True) if match is None]


def write_notes(session: Session, placed: Sequence[PlacedNote], *, root: str, reading: str, now: datetime) -> Written:
    """Write a batch of notes and their citations, in the session's transaction."""
    ids = _write_rows(session, placed, root, reading, now)
    held = _load_held(session, [each.id for each in placed if each.id is not None])
    matched = [
        _Matched(id_, each.note.citations, *match_citations(held.get(id_, []), each.note.citations))
        for each, id_ in zip(placed, ids, strict=True)
    ]
    _match_readdressed(session, matched)
    pairs = [(each.note_id, *pair) for each in matched for pair in zip(each.found, each.matches, strict=True)]
    left = [citation for each in matched for citation in each.left]
    return _write_citations(session, pairs, left, now)


def close_notes(session: Session, ids: Sequence[int], now: datetime) -> Written:
    """Mark notes as gone and close their citations. Both are kept."""
    session.execute(update(Note).where(Note.id.in_(ids)).values(gone_at=now))
    open_ones = select(Citation.id).where(Citation.note_id.in_(ids), Citation.closed_at.is_(None))
    return Written(closed_citations=_close(session, session.scalars(open_ones).all(), now))


def _write_rows(session: Session, placed: Sequence[PlacedNote], root: str, reading: str, now: datetime) -> list[int]:
    """Write the notes' own rows, and return their ids in order."""
    rows = [
        {
            "path": each.path,
            "title": each.note.title,
            "content_hash": each.note.content_hash,
            "reading": reading,
            "gone_at": None,
        }
        for each in placed
    ]
    held = [{"id": each.id, **row} for each, row in zip(placed, rows, strict=True) if each.id is not None]
    new = [
        {"root": root, "first_seen_at": now, **row} for each, row in zip(placed, rows, strict=True) if each.id is None
    ]
    if held:
        session.execute(update(Note), held)
    made = _insert_notes(session, root, new)
    return [made[each.path] if each.id is None else each.id for each in placed]


def _insert_notes(session: Session, root: str, rows: list[dict[str, Any]]) -> dict[str, int]:
    """Insert notes and return their ids by path (SQLite returns ids in order only row by row, which is slow)."""
    if rows:
        session.execute(insert(Note).execution_options(render_nulls=True), rows)
    ids: dict[str, int] = {}
    for paths in in_chunks([row["path"] for row in rows]):
        ids.update(session.execute(select(Note.path, Note.id).where(Note.root == root, Note.path.in_(paths))).all())
    return ids


def _load_held(session: Session, note_ids: Sequence[int]) -> dict[int, list[HeldCitation]]:
    columns = select(Citation.__table__)
    held: dict[int, list[HeldCitation]] = {}
    for chunk in in_chunks(note_ids):
        for row in session.execute(columns.where(Citation.note_id.in_(chunk))).mappings():
            citation = HeldCitation(
                id=row["id"],
                source_id=row["source_id"],
                closed_at=row["closed_at"],
                values={name: row[name] for name in WRITTEN},
            )
            held.setdefault(row["note_id"], []).append(citation)
    return held


def _match_readdressed(session: Session, notes: Sequence[_Matched]) -> None:
    """Find what is left of the notes' citations under other addresses: those are looked up once for all notes."""
    readdressed = [each for each in notes if any(citation.closed_at is None for citation in each.left)]
    keys = {found.source_url for each in readdressed for found in each.new}
    known = {key: address.source_ids for key, address in known_addresses(session, keys).items()}
    for each in readdressed:
        matches = iter(match_readdressed(each.left, each.new, known))
        each.matches = [match or next(matches) for match in each.matches]


def _write_citations(
    session: Session,
    pairs: Sequence[tuple[int, FoundCitation, HeldCitation | None]],
    left: Sequence[HeldCitation],
    now: datetime,
) -> Written:
    fresh = [found for _, found, held in pairs if held is None or held.closed_at]
    sources = keep_sources(session, (found for _, found, _ in pairs), fresh, now)
    new, changed = [], []
    for note_id, found, held in pairs:
        row = {"source_id": sources[found.source_url], "closed_at": None, **found.values}
        if held is None:
            new.append({"note_id": note_id, "first_seen_at": now, **row})
        elif row != {"source_id": held.source_id, "closed_at": held.closed_at, **held.values}:
            changed.append({"id": held.id, **row})
    if new:
        session.execute(insert(Citation).execution_options(render_nulls=True), new)
    if changed:
        session.execute(update(Citation), changed)
    closed = _close(session, [citation.id for citation in left if citation.closed_at is None], now)
    return Written(new_citations=len(fresh), closed_citations=closed)


def _close(session: Session, citation_ids: Collection[int], now: datetime) -> int:
    for chunk in in_chunks(citation_ids):
        session.execute(update(Citation).where(Citation.id.in_(chunk)).values(closed_at=now))
    return len(citation_ids)
