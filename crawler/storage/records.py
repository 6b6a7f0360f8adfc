"""The records: notes, citations, sources, merges, fetches, pages, snapshots, crawls.

    Note ─< Citation >─ Source ─< Fetch >─ Crawl
                           └──< Snapshot ─ Page ─< Fetch

Every time is UTC and aware. Nothing here is ever deleted: what went is closed.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import ForeignKey, Index, LargeBinary, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from crawler.storage.column_types import CleanJSON, CleanText, UTCDateTime, storable

if TYPE_CHECKING:
    from sqlalchemy.engine.default import DefaultExecutionContext


def hash_url(url: str) -> str:
    """Return the SHA-256, in hex, under which a source is found: no index holds a URL of any length."""
    return hashlib.sha256(storable(url).encode()).hexdigest()


def _hash_of_row(context: DefaultExecutionContext) -> str:
    return hash_url(context.get_current_parameters()["url"])  # type: ignore[no-untyped-call]


class Base(DeclarativeBase):
    """Names every constraint, so that a migration can find it again on any database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UTCDateTime,
        str: CleanText,
        list[str]: CleanJSON,
        dict[str, Any]: CleanJSON,
        dict[str, str]: CleanJSON,
    }


class Note(Base):
    """One Markdown file in a notes folder."""

    __tablename__ = "notes"
    __table_args__ = (UniqueConstraint("root", "path"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    root: Mapped[str]  # the notes folder, resolved
    path: Mapped[str]  # below the root, with "/", spelled as on disk
    title: Mapped[str]
    content_hash: Mapped[str] = mapped_column(String(64), index=True)  # SHA-256 of the file's bytes, hex
    reading: Mapped[str]  # what it was read under: parser version and the settings that choose citations
    first_seen_at: Mapped[datetime]
    gone_at: Mapped[datetime | None]  # since when the file is not there

    citations: Mapped[list[Citation]] = relationship(back_populates="note", order_by="Citation.line")


class Citation(Base):
    """One reference in one note. Closed, not deleted, when the note no longer holds it."""

    __tablename__ = "citations"

    id: Mapped[int] = mapped_column(primary_key=True)
    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"), index=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), index=True)
    url: Mapped[str]  # as meant, absolute, fragment kept
    as_written: Mapped[str]  # as the note spells it
    line: Mapped[int]  # 1-based
    label: Mapped[str]
    headings: Mapped[list[str]]  # from the note's first-level heading down
    marker: Mapped[str | None]  # "출처:", "Source:", …
    form: Mapped[str] = mapped_column(String(16))
    context: Mapped[str]  # the sentence or list item around it
    weak: Mapped[bool]
    first_seen_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    cited_at: Mapped[
        datetime | None
    ]  # when its note first held it, by the note's history; None: not looked up, or none

    note: Mapped[Note] = relationship(back_populates="citations")
    source: Mapped[Source] = relationship(back_populates="citations")


class Source(Base):
    """What is cited: one row per canonical URL. It says what is due, so the database is the queue."""

    __tablename__ = "sources"

    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str]  # canonical: the key, never fetched; as cited where the URL is unusable
    url_hash: Mapped[str] = mapped_column(String(64), unique=True, default=_hash_of_row)  # hash_url(url)
    cited_url: Mapped[str]  # the spelling cited last: what is fetched
    host: Mapped[str]  # of the cited URL, lower case, with a port where it is not the scheme's; "" where unusable
    first_seen_at: Mapped[datetime]
    verdict: Mapped[str | None] = mapped_column(String(16))  # of the last fetch; None until then
    fetched_at: Mapped[datetime | None]  # when the last fetch ended
    failures: Mapped[int] = mapped_column(default=0)  # in a row, up to the last fetch
    due_at: Mapped[datetime | None] = mapped_column(index=True)  # None: never (the URL cannot be asked for)
    fallback: Mapped[bool] = mapped_column(default=False)  # fetched plainly, Splash being away: due when it answers
    etag: Mapped[str | None]  # of the last good answer to a plain request, as it came
    last_modified: Mapped[str | None]  # the same
    body_hash: Mapped[str | None]  # SHA-256 of that answer's body, hex
    interval: Mapped[int | None]  # seconds from a good fetch to the next, by how often it changed
    failing_since: Mapped[datetime | None]  # the first failure of those in a row
    dead_since: Mapped[datetime | None]  # when enough failures over enough days had come together
    moved_to: Mapped[str | None]  # where permanent redirects lead from the cited URL
    rescue_at: Mapped[datetime | None]  # when a dead source is to be looked up in the archive again

    citations: Mapped[list[Citation]] = relationship(back_populates="source")
    fetches: Mapped[list[Fetch]] = relationship(back_populates="source", order_by="Fetch.id")
    snapshots: Mapped[list[Snapshot]] = relationship(back_populates="source", order_by="Snapshot.id")
    merges: Mapped[list[Merge]] = relationship(back_populates="source", foreign_keys="Merge.source_id")
    absorbed: Mapped[list[Merge]] = relationship(back_populates="into", foreign_keys="Merge.into_id")


class Merge(Base):
    """That two sources were found to be one, and on what evidence. Undone, it stays as history."""

    __tablename__ = "merges"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), index=True)  # keeps its ties and its history
    into_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), index=True)  # stands for both from then on
    evidence: Mapped[dict[str, Any]]
    merged_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]

    source: Mapped[Source] = relationship(back_populates="merges", foreign_keys=source_id)
    into: Mapped[Source] = relationship(back_populates="absorbed", foreign_keys=into_id)


class Crawl(Base):
    """One run of the spider."""

    __tablename__ = "crawls"

    id: Mapped[int] = mapped_column(primary_key=True)
    root: Mapped[str]  # the notes folder that was synced
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]  # None: running, or killed
    outcome: Mapped[str | None]  # Scrapy's reason for closing: "finished", "shutdown", …
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)  # what it did, by name

    fetches: Mapped[list[Fetch]] = relationship(back_populates="crawl")


class Page(Base):
    """A page as fetched, kept once however often it came, so that its article can be made again."""

    __tablename__ = "pages"

    id: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)  # SHA-256 of content type, NUL, body; hex
    content_type: Mapped[str | None]
    size: Mapped[int]  # of the body, in bytes, before compression
    body: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)  # zlib

    fetches: Mapped[list[Fetch]] = relationship(back_populates="page")
    snapshots: Mapped[list[Snapshot]] = relationship(back_populates="page")


class Fetch(Base):
    """One attempt at one source, good or bad, with what came back."""

    __tablename__ = "fetches"
    __table_args__ = (
        Index(None, "source_id", "id"),
        UniqueConstraint("source_id", "crawl_id", "fetched_at"),  # a batch that is stored again finds its rows
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    crawl_id: Mapped[int] = mapped_column(ForeignKey("crawls.id"), index=True)
    page_id: Mapped[int | None] = mapped_column(ForeignKey("pages.id"), index=True)
    fetched_at: Mapped[datetime]
    url: Mapped[str]  # as asked for
    final_url: Mapped[str | None]
    redirects: Mapped[list[str]]
    http_status: Mapped[int | None]
    headers: Mapped[dict[str, str]]
    renderer: Mapped[str | None] = mapped_column(String(16))  # None: nothing was asked of the source's host
    fallback: Mapped[str | None] = mapped_column(String(16))  # why plainly, where it should have been rendered
    why: Mapped[str | None]  # why it was rendered, or asked plainly: the step of the ladder, in words
    verdict: Mapped[str] = mapped_column(String(16))
    evidence: Mapped[dict[str, Any]]  # what the verdict rests on

    source: Mapped[Source] = relationship(back_populates="fetches")
    crawl: Mapped[Crawl] = relationship(back_populates="fetches")
    page: Mapped[Page | None] = relationship(back_populates="fetches")


class Snapshot(Base):
    """A stored version of a source's article.

    The source's article is the newest of its own; where it has none, the newest that came from an archive.
    """

    __tablename__ = "snapshots"
    __table_args__ = (Index(None, "source_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"), index=True)
    taken_at: Mapped[datetime]  # when its page was first fetched; of a copy: by the archive
    rules: Mapped[str]  # version of the cleaning rules that made it
    renderer: Mapped[str] = mapped_column(String(16))
    final_url: Mapped[str]
    content_hash: Mapped[str] = mapped_column(String(64))  # SHA-256 of the title and the Markdown, hex
    title: Mapped[str | None]
    authors: Mapped[list[str]]
    site_name: Mapped[str | None]
    language: Mapped[str | None]
    published_at: Mapped[datetime | None]
    modified_at: Mapped[datetime | None]
    canonical_url: Mapped[str | None]
    platform: Mapped[str | None]
    quality: Mapped[float]
    quality_reasons: Mapped[list[str] | None]  # what lowers it; None: made before that was measured
    text: Mapped[str]
    markdown: Mapped[str]
    html: Mapped[str]
    images: Mapped[list[str]]
    raw: Mapped[dict[str, Any]]
    archived_from: Mapped[str | None]  # the archive's address, where the copy came from one
    rescued_at: Mapped[datetime | None]  # when it was taken from there

    source: Mapped[Source] = relationship(back_populates="snapshots")
    page: Mapped[Page] = relationship(back_populates="snapshots")


class Candidate(Base):
    """A doubtful page of a source, kept next to its article until it is confirmed, accepted or discarded."""

    __tablename__ = "candidates"

    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"), index=True)  # of the last fetch that brought it
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    days: Mapped[int]  # on how many days (UTC) it came
    fetches: Mapped[int]  # doubtful ones in a row, those of the candidates before it too
    renderer: Mapped[str] = mapped_column(String(16))
    final_url: Mapped[str]
    content_hash: Mapped[str] = mapped_column(String(64))  # as of a snapshot
    title: Mapped[str | None]
    markdown: Mapped[str]  # what the next fetch is compared with
    quality: Mapped[float]

    source: Mapped[Source] = relationship()
    page: Mapped[Page] = relationship()


class Lease(Base):
    """The right to crawl, held by one process at a time and lost when it expires."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    holder: Mapped[str]  # a token of the process that holds it
    host: Mapped[str]  # its machine, by the name that people know
    machine: Mapped[str]  # whose table of processes holds the pid: see crawler.storage.process
    pid: Mapped[int]
    process: Mapped[str]  # tells a reused pid from the holder: see crawler.storage.process
    taken_at: Mapped[datetime]
    expires_at: Mapped[datetime]
