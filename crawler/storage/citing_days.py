"""The day on which each note first cited what it cites, looked up in the notes' git history and kept."""

from __future__ import annotations

import logging
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from crawler.notes.history import FORMAT, first_written
from crawler.storage.merges import absorbed_by
from crawler.storage.records import Citation, Note
from crawler.storage.sessions import read_scope, session_scope

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from crawler.storage.sessions import Sessions

logger = logging.getLogger(__name__)

SECONDS = 20  # for the history of one note
# Of the user's own settings, none that runs another program or writes the answer in another form.
GIT = ("git", "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
LOG = ("log", "--follow", FORMAT, "--patch", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv")


def date_citations(sessions: Sessions, source_ids: Collection[int]) -> None:
    """Write down when the citations of these sources that stand now were first written, where git knows.

    What cites a source for which one of these stands is among them.

    One `git log` for each note at the most, and none where the notes are in no repository.
    """
    undated = (
        select(Note.root, Note.path, Citation.id, Citation.as_written)
        .join(Citation.note)
        .where(Citation.cited_at.is_(None), Citation.closed_at.is_(None), Note.gone_at.is_(None))
    )
    with read_scope(sessions) as session:
        cited = Citation.source_id.in_({*source_ids, *absorbed_by(session, source_ids)})
        rows = session.execute(undated.where(cited)).all()
    of_notes: dict[Path, list[tuple[int, str]]] = defaultdict(list)
    for root, path, citation_id, written in rows:
        of_notes[Path(root, path)].append((citation_id, written))
    for note, citations in of_notes.items():
        first = first_written(_log(note), {written for _, written in citations})
        _keep(sessions, [(citation_id, first[written]) for citation_id, written in citations if written in first])


def _keep(sessions: Sessions, days: list[tuple[int, datetime]]) -> None:
    if days:
        with session_scope(sessions) as session:
            session.execute(update(Citation), [{"id": id_, "cited_at": at} for id_, at in days])


def _log(note: Path) -> str:
    """Return what git tells of the note's history; nothing where it knows none."""
    if not any((folder / ".git").exists() for folder in note.parents):
        return ""
    command = (*GIT, "-C", str(note.parent), *LOG, "--", note.name)
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603  our words and a path
    except (OSError, subprocess.SubprocessError) as error:
        logger.debug("no history of %s: %s", note, error)
        return ""
    return done.stdout.decode("utf-8", "replace")
