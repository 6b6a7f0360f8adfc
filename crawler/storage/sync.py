"""Notes in: a folder's notes and what they cite, brought into the database.

Only what changed since the last time is parsed and written, in batches that each leave the database in order: after a
kill the next run goes on where this one stopped.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from crawler.exceptions import UsageError
from crawler.notes import find_notes
from crawler.storage.chunks import in_chunks
from crawler.storage.note_writer import PlacedNote, close_notes, write_notes
from crawler.storage.reading import NoteReader, ReadNote, UnreadableNote, read_notes
from crawler.storage.records import Citation, Note, Source
from crawler.storage.sessions import read_scope, session_scope
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from crawler.storage.sessions import Sessions

BATCH = 250  # notes in one transaction: on SQLite nobody else writes meanwhile
HASHED = 500  # notes between two reports of progress while unchanged ones are passed


@dataclass
class SyncReport:
    """What a sync found and did. Every note is unchanged, read, or unreadable."""

    notes: int = 0
    unchanged: int = 0
    read: int = 0
    renamed: int = 0  # of those read
    gone: int = 0  # since the last sync
    citations: int = 0  # that stand in the folder's notes now
    new_citations: int = 0  # of those: first seen now, or back again
    closed_citations: int = 0  # that went
    invalid: int = 0  # of those that stand: with a URL that no one can ask for
    unreadable: list[tuple[str, str]] = field(default_factory=list)  # path, reason


@dataclass(frozen=True, slots=True)
class _KnownNote:
    id: int
    content_hash: str
    reading: str
    gone: bool


def sync_notes(
    sessions: Sessions,
    root: Path,
    *,
    allowed_private_hosts: str,
    ignore_urls: str,
    now: datetime,
    progress: Callable[[int, int], None] | None = None,
) -> SyncReport:
    """Bring the notes of a folder into the database; `progress` hears how many of how many are done.

    Notes are keyed by the resolved folder and the path below it: no other folder's are touched. A note that went is
    marked and its citations are closed; a note of the same content at a new path keeps its row. Raises UsageError
    where the folder is none, or holds no note.
    """
    sync = _Sync(sessions, NoteReader(root.resolve(), allowed_private_hosts, ignore_urls), now)
    sync.take_in(progress or (lambda _done, _total: None))
    sync.close_gone()
    return sync.count()


class _Sync:
    """One run over one folder."""

    def __init__(self, sessions: Sessions, reader: NoteReader, now: datetime) -> None:
        self.sessions = sessions
        self.reader = reader
        self.now = now
        self.root = str(reader.root)
        self.paths = {_spell(path): path for path in _find(reader.root)}
        self.known = _load_known(sessions, self.root)
        self.vanished: dict[str, list[str]] = {}  # content hash → paths that are no more, those of just now first
        unlisted = tuple(path for path in self.paths if path.endswith("/"))
        self.absent = {path for path in self.known.keys() - self.paths.keys() if not path.startswith(unlisted)}
        for path in sorted(self.absent, key=lambda path: (self.known[path].gone, path)):
            self.vanished.setdefault(self.known[path].content_hash, []).append(path)
        self.report = SyncReport(notes=len(self.paths))

    def take_in(self, progress: Callable[[int, int], None]) -> None:
        """Read what is new or changed, and write it in batches."""
        changed: list[str] = []
        for done, (spelling, path) in enumerate(self.paths.items()):
            if done % HASHED == 0:
                progress(done - len(changed), len(self.paths))
            if not self._is_unchanged(spelling, path):
                changed.append(path)
        self.report.unchanged = len(self.paths) - len(changed)
        for batch in in_chunks(read_notes(self.reader, changed), BATCH):
            self._write(batch)
            progress(self.report.unchanged + self.report.read + len(self.report.unreadable), len(self.paths))

    def close_gone(self) -> None:
        """Close what stood in notes that are not there any more, and did not move."""
        gone = [note.id for path, note in self.known.items() if path in self.absent and not note.gone]
        for ids in in_chunks(gone):
            with session_scope(self.sessions) as session:
                self.report.closed_citations += close_notes(session, ids, self.now).closed_citations
        self.report.gone = len(gone)

    def count(self) -> SyncReport:
        """Return the report, with what stands in the folder's notes now."""
        standing = (
            select(func.count(), func.count().filter(Source.verdict == Verdict.INVALID))
            .select_from(Citation)
            .join(Citation.note)
            .join(Citation.source)
            .where(Note.root == self.root, Citation.closed_at.is_(None))
        )
        with read_scope(self.sessions) as session:
            self.report.citations, self.report.invalid = session.execute(standing).one()
        return self.report

    def _is_unchanged(self, spelling: str, path: str) -> bool:
        known = self.known.get(spelling)
        if known is None or known.gone or known.reading != self.reader.reading:
            return False
        try:
            return self.reader.hash(path) == known.content_hash
        except OSError:
            return False  # reading it will say why

    def _write(self, batch: list[ReadNote | UnreadableNote]) -> None:
        self.report.unreadable += [
            (_spell(note.path), note.reason) for note in batch if isinstance(note, UnreadableNote)
        ]
        placed = [self._place(note) for note in batch if isinstance(note, ReadNote)]
        with session_scope(self.sessions) as session:
            written = write_notes(session, placed, root=self.root, reading=self.reader.reading, now=self.now)
        self.report.read += len(placed)
        self.report.new_citations += written.new_citations
        self.report.closed_citations += written.closed_citations

    def _place(self, note: ReadNote) -> PlacedNote:
        """Find the row of a note: its own; or a vanished one's of the same content, which moved; or none yet."""
        path = _spell(note.path)
        if path in self.known:
            return PlacedNote(note, path, self.known[path].id)
        vanished = self.vanished.get(note.content_hash)
        if not vanished:
            return PlacedNote(note, path, None)
        self.report.renamed += 1
        return PlacedNote(note, path, self.known.pop(vanished.pop(0)).id)


def _find(folder: Path) -> list[str]:
    """Return the notes' paths below the folder. Raises UsageError where there is none."""
    if not folder.is_dir():
        raise UsageError(f"no notes folder {folder}: give the folder of your Markdown files")
    paths = list(find_notes(folder))
    if not paths:
        raise UsageError(f"no notes in {folder}: give the folder of your Markdown files")
    return paths


def _spell(path: str) -> str:
    """Write a path as text, also where its bytes are no UTF-8; two paths stay two."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _load_known(sessions: Sessions, root: str) -> dict[str, _KnownNote]:
    columns = select(Note.path, Note.id, Note.content_hash, Note.reading, Note.gone_at.is_not(None).label("gone"))
    with read_scope(sessions) as session:
        rows = session.execute(columns.where(Note.root == root))
        return {row.path: _KnownNote(row.id, row.content_hash, row.reading, row.gone) for row in rows}
