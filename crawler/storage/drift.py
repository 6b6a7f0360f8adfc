"""What a source was when the notes cited it, beside what it is now.

Of each open citation that snapshot is taken which is nearest to its day: that of the note's history, else the day when
a crawl first saw it. An archived copy is of the day when the archive made it. A source that stands for others goes back
to what they were before it was known.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from crawler.drift.pointing import Version
from crawler.extraction import rules_version
from crawler.notes import NoteUnreadableError, decode_note
from crawler.storage.chunks import in_chunks
from crawler.storage.export import open_citations
from crawler.storage.merges import absorbed_by, head_id, head_of
from crawler.storage.recleaning import StoredSnapshot
from crawler.storage.records import Citation, Page, Snapshot, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from crawler.extraction import Article

ONE_CRAWL = timedelta(days=1)  # as far apart as the fetches of one crawl may be


class SeenCitation(NamedTuple):
    """A citation as it is now, and when its note began to cite."""

    path: str  # of its note
    title: str
    line: int
    label: str
    url: str
    context: str
    lines: Sequence[str]  # of the note; none where it is not there any more, or was edited since
    cited_at: datetime
    by_history: bool  # cited_at is from the note's history, not from the first crawl that saw it


@dataclass(frozen=True)
class DriftingSource:
    """A source with the versions that its citations meant."""

    url: str  # canonical
    cited_url: str
    now: Snapshot
    cited: list[tuple[Snapshot, list[SeenCitation]]]  # oldest first; `now` among them where nothing came since

    def outdated(self) -> list[StoredSnapshot]:
        """Return what must be cleaned again, so that all versions are made by the same rules."""
        snapshots = {snapshot.id: snapshot for snapshot in (self.now, *(version for version, _ in self.cited))}.values()
        if len({snapshot.rules for snapshot in snapshots}) == 1:
            return []
        return [_stored(self.url, snapshot) for snapshot in snapshots if snapshot.rules != rules_version()]


def version_of(snapshot: Snapshot, articles: Mapping[int, Article]) -> Version:
    """Return a snapshot as it is compared; of those that were cleaned again the new article."""
    article = articles.get(snapshot.id)
    made = snapshot if article is None else article
    return Version(
        title=made.title or "",
        text=made.text,
        markdown=made.markdown,
        body=zlib.decompress(snapshot.page.body),
        url=snapshot.final_url,
        content_type=snapshot.page.content_type,
    )


def drift_of(session: Session, url: str) -> DriftingSource | None:
    """Return the source of a canonical URL; None where it has no article, or no note cites it."""
    id_ = head_id(session, url)
    return next((_load(session, meant) for meant in _meant(session, [id_])), None) if id_ else None


def drifting_sources(session: Session) -> Iterator[DriftingSource]:
    """Yield the sources of which a newer snapshot came than the one that a note cites."""
    several = select(head_of(Snapshot).label("head")).group_by("head").having(func.count() > 1)
    cited = select(head_of(Citation)).select_from(Citation).where(Citation.closed_at.is_(None))
    chosen = select(Source.id).where(Source.id.in_(several), Source.id.in_(cited)).order_by(Source.id)
    for meant in _meant(session, session.scalars(chosen).all()):
        if meant.citations.keys() != {meant.newest}:
            yield _load(session, meant)


def nearest(days: Mapping[int, datetime], moment: datetime) -> int:
    """Return the key of the day that is nearest to a moment; of two the earlier one."""
    return min(days, key=lambda key: (abs(days[key] - moment), days[key], key))


class _Meant(NamedTuple):
    """Which snapshots of a source its citations mean."""

    source_id: int
    days: dict[int, datetime]  # of its snapshots, by id
    newest: int
    citations: dict[int, list[Citation]]  # by snapshot


def _meant(session: Session, source_ids: Sequence[int]) -> Iterator[_Meant]:
    for chunk in in_chunks(source_ids):
        days, cited = _days(session, chunk), open_citations(session, chunk)
        for source_id in sorted(days.keys() & cited.keys()):
            its = days[source_id]
            meant = defaultdict[int, list[Citation]](list)
            for citation in cited[source_id]:
                meant[nearest(its, citation.cited_at or citation.first_seen_at)].append(citation)
            yield _Meant(source_id, its, max(its, key=lambda id_: (its[id_], id_)), meant)


def _days(session: Session, source_ids: Sequence[int]) -> dict[int, dict[int, datetime]]:
    """Return when the snapshots of each source were taken, by id; those of the sources for which it stands among them.

    Of these only what is older than its own: two addresses of one page, fetched in one crawl, are one version of it.
    """
    absorbed = absorbed_by(session, source_ids)
    columns = select(Snapshot.source_id, Snapshot.id, Snapshot.taken_at, Snapshot.archived_from)
    taken = columns.where(Snapshot.source_id.in_({*source_ids, *absorbed})).order_by(Snapshot.taken_at)
    rows = session.execute(taken).all()
    first = {row.source_id: row.taken_at for row in reversed(rows) if row.archived_from is None}
    days = defaultdict[int, dict[int, datetime]](dict)
    for source_id, id_, taken_at, _ in rows:
        head = absorbed.get(source_id, source_id)
        if head == source_id or head not in first or taken_at < first[head] - ONE_CRAWL:
            days[head][id_] = taken_at
    return days


def _seen(citation: Citation) -> SeenCitation:
    note = citation.note
    return SeenCitation(
        path=note.path,
        title=note.title,
        line=citation.line,
        label=citation.label,
        url=citation.url,
        context=citation.context,
        lines=_lines(Path(note.root, note.path), note.content_hash),
        cited_at=citation.cited_at or citation.first_seen_at,
        by_history=citation.cited_at is not None,
    )


def _lines(note: Path, content_hash: str) -> list[str]:
    """Return the lines of a note, none where its file is not what was read."""
    try:
        content = note.read_bytes()
        return decode_note(content).splitlines() if hashlib.sha256(content).hexdigest() == content_hash else []
    except (OSError, NoteUnreadableError):
        return []


def _load(session: Session, meant: _Meant) -> DriftingSource:
    chosen = select(Snapshot).where(Snapshot.id.in_({meant.newest, *meant.citations})).join(Snapshot.page)
    loaded = session.scalars(chosen.options(contains_eager(Snapshot.page).undefer(Page.body)))
    versions = {snapshot.id: snapshot for snapshot in loaded}
    source = session.get_one(Source, meant.source_id)
    in_order = sorted(meant.citations, key=lambda id_: (meant.days[id_], id_))
    return DriftingSource(
        url=source.url,
        cited_url=source.cited_url,
        now=versions[meant.newest],
        cited=[(versions[id_], [_seen(citation) for citation in meant.citations[id_]]) for id_ in in_order],
    )


def _stored(url: str, snapshot: Snapshot) -> StoredSnapshot:
    page = snapshot.page
    body = zlib.decompress(page.body)
    return StoredSnapshot(snapshot.id, url, snapshot.final_url, snapshot.taken_at, page.content_type, body)
