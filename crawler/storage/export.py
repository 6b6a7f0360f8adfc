"""What the feeds hold: each source of the store as one document, read in bounded memory.

A document is the contract's "source": what is cited, what the last fetch showed, the newest article, who cites it.
Nothing is hidden: a source that no note cites any more is there with empty `notes`, one without an article with a null
`content_hash`.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, defer

from crawler.exceptions import UsageError
from crawler.storage.merges import absorbed_by, absorbed_ids, head_id, head_of
from crawler.storage.records import Citation, Fetch, Note, Page, Snapshot, Source
from crawler.storage.schedule import GOOD
from crawler.storage.snapshots import article_ids

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime
    from typing import Self

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

BATCH = 50  # sources in memory at once: with the largest articles (about 1 MB each in three forms) some tens of MB

SOURCE_FIELDS = (
    "url",
    "cited_urls",
    "final_url",
    "verdict",
    "http_status",
    "title",
    "authors",
    "site_name",
    "language",
    "published_at",
    "modified_at",
    "fetched_at",
    "renderer",
    "platform",
    "quality",
    "quality_reasons",
    "text",
    "markdown",
    "html",
    "images",
    "content_hash",
    "archived_from",
    "notes",
)


class StoredPage(NamedTuple):
    """A page as fetched, read back from the store."""

    body: bytes
    content_type: str | None
    url: str  # where it was in the end


class CitedBy(NamedTuple):
    """Who cites a source now, as the feeds show it."""

    urls: list[str]  # every spelling that the notes use, the one that is fetched first; at the least that one
    notes: list[dict[str, Any]]  # a tie for each citation, by note and line

    @classmethod
    def of(cls, source: Source, citations: Sequence[Citation]) -> Self:
        spellings = list(dict.fromkeys(citation.url for citation in citations)) or [source.cited_url]
        return cls(sorted(spellings, key=lambda url: url != source.cited_url), [_tie(each) for each in citations])


def feed_sources(session: Session, *, note: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield each source as a document, in the order in which the notes first cited them.

    With `note` (a path below its notes folder, or an absolute one): only what that note cites, each with all its ties.
    Raises UsageError at once where the store has no such note.
    """
    return _documents(session, _chosen(session, note))


def feed_articles(session: Session) -> Iterator[dict[str, Any]]:
    """Yield the documents of the sources that have an article, in the same order."""
    return _documents(session, _chosen(session, None).where(Source.snapshots.any()))


def count_sources(session: Session, *, note: str | None = None) -> int:
    """Return how many documents `feed_sources` yields."""
    chosen = _chosen(session, note).with_only_columns(Source.id).subquery()
    return session.scalars(select(func.count()).select_from(chosen)).one()


def stored_source(session: Session, url: str) -> dict[str, Any] | None:
    """Return the document of the source that stands for a canonical URL; None where the store has none."""
    return next(_documents(session, select(Source).where(Source.id == head_id(session, url))), None)


def stored_page(session: Session, url: str) -> StoredPage | None:
    """Return the page of the article of the source that stands for a canonical URL; None where there is none."""
    article = article_ids().where(Snapshot.source_id == head_id(session, url))
    columns = select(Page.body, Page.content_type, Snapshot.final_url).join(Snapshot.page)
    row = session.execute(columns.where(Snapshot.id.in_(article))).first()
    return StoredPage(zlib.decompress(row.body), row.content_type, row.final_url) if row else None


def cited_by(session: Session, sources: Collection[Source]) -> dict[int, CitedBy]:
    """Return who cites each of these sources now, by its id."""
    cited = open_citations(session, [source.id for source in sources])
    return {source.id: CitedBy.of(source, cited[source.id]) for source in sources}


def open_citations(session: Session, source_ids: Sequence[int]) -> defaultdict[int, list[Citation]]:
    """Return the open citations of each source, those of the sources for which it stands among them."""
    absorbed = absorbed_by(session, source_ids)
    citations = (
        select(Citation)
        .join(Citation.note)
        .options(contains_eager(Citation.note), defer(Citation.as_written))
        .where(Citation.source_id.in_({*source_ids, *absorbed}), Citation.closed_at.is_(None))
    )
    cited = defaultdict[int, list[Citation]](list)
    for citation in sorted(session.scalars(citations), key=_place):  # databases sort text each in its own way
        for source_id in {citation.source_id, absorbed.get(citation.source_id, citation.source_id)}:
            cited[source_id].append(citation)
    return cited


def rfc3339(moment: datetime | None) -> str | None:
    """Write an aware time as RFC 3339 with its offset, to the second."""
    return moment.isoformat(timespec="seconds") if moment else None


def _chosen(session: Session, note: str | None) -> Select[Source]:
    """Select the sources, each that stands for others in their place."""
    if note is None:
        return select(Source).where(Source.id.not_in(absorbed_ids()))
    cited = select(head_of(Citation)).select_from(Citation)
    in_note = Citation.note_id.in_(_note_ids(session, note))
    return select(Source).where(Source.id.in_(cited.where(in_note, Citation.closed_at.is_(None))))


def _note_ids(session: Session, path: str) -> list[int]:
    """Find the note however the path spells it: below its notes folder, absolute, or from where the user stands."""
    wanted = {_nfc(str(PurePosixPath(path))), _nfc(str(Path(path).resolve()))}
    notes = session.execute(select(Note.id, Note.root, Note.path).where(Note.gone_at.is_(None)))
    found = [note.id for note in notes if wanted & {_nfc(note.path), _nfc(f"{note.root}/{note.path}")}]
    if not found:
        raise UsageError(
            f"no note {path!r} in the store: give its path in the notes folder, or crawl the folder that holds it"
        )
    return found


def _nfc(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def _documents(session: Session, chosen: Select[Source]) -> Iterator[dict[str, Any]]:
    batch = chosen.order_by(Source.id).limit(BATCH)
    last = 0
    while sources := session.scalars(batch.where(Source.id > last)).all():
        ids = [source.id for source in sources]
        fetches, snapshots = _newest_fetches(session, ids), _articles(session, ids)
        cited = open_citations(session, ids)
        for source in sources:
            yield _document(
                source, fetches.get(source.id), snapshots.get(source.id), CitedBy.of(source, cited[source.id])
            )
        last = ids[-1]


def _newest_fetches(session: Session, source_ids: Sequence[int]) -> dict[int, Fetch]:
    newest = select(func.max(Fetch.id)).where(Fetch.source_id.in_(source_ids)).group_by(Fetch.source_id)
    return {row.source_id: row for row in session.scalars(select(Fetch).where(Fetch.id.in_(newest)))}


def _articles(session: Session, source_ids: Sequence[int]) -> dict[int, Snapshot]:
    ids = article_ids().where(Snapshot.source_id.in_(source_ids))
    return {row.source_id: row for row in session.scalars(select(Snapshot).where(Snapshot.id.in_(ids)))}


def _place(citation: Citation) -> tuple[str, str, int, int]:
    return citation.note.path, citation.note.root, citation.line, citation.id


def _document(source: Source, fetch: Fetch | None, article: Snapshot | None, cited: CitedBy) -> dict[str, Any]:
    return {
        "url": source.url,
        "cited_urls": cited.urls,
        "final_url": fetch.final_url if fetch else None,
        "verdict": source.verdict,
        "http_status": fetch.http_status if fetch else None,
        "title": article.title if article else None,
        "authors": article.authors if article else [],
        "site_name": article.site_name if article else None,
        "language": article.language if article else None,
        "published_at": rfc3339(article.published_at) if article else None,
        "modified_at": rfc3339(article.modified_at) if article else None,
        "fetched_at": rfc3339(source.fetched_at),
        "renderer": _renderer(fetch, article) if fetch else None,
        "platform": article.platform if article else None,
        "quality": article.quality if article else None,
        "quality_reasons": (article.quality_reasons or []) if article else [],
        "text": article.text if article else None,
        "markdown": article.markdown if article else None,
        "html": article.html if article else None,
        "images": article.images if article else [],
        "content_hash": article.content_hash if article else None,
        "archived_from": article.archived_from if article else None,
        "notes": cited.notes,
    }


def _renderer(fetch: Fetch, article: Snapshot | None) -> str | None:
    """Return how the last fetch came by its page; one that found it unchanged came by none of its own."""
    if article is not None and fetch.page_id is None and fetch.verdict in GOOD:
        return article.renderer
    return fetch.renderer


def _tie(citation: Citation) -> dict[str, Any]:
    return {
        "path": citation.note.path,
        "title": citation.note.title,
        "line": citation.line,
        "label": citation.label,
        "headings": citation.headings,
        "marker": citation.marker,
        "context": citation.context,
    }
