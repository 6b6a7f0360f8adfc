"""A database of the test's own, on SQLite and on PostgreSQL, and the records that most tests begin with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from crawler.storage import make_sessions, open_engine, session_scope, start_crawl
from crawler.storage.records import Citation, Note, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from crawler.storage import Sessions

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def sessions(engine: Engine) -> Sessions:
    return make_sessions(engine)


@pytest.fixture
def crawl_id(sessions: Sessions, tmp_path: Path) -> int:
    return start_crawl(sessions, root=tmp_path, now=NOW)


@pytest.fixture
def add_source(sessions: Sessions) -> Callable[..., int]:
    """Return what adds a source, cited by a note of its own unless `root` is None; and returns its id."""

    def add(url: str, *, root: str | None = "/notes", gone: bool = False, closed: bool = False, **columns: Any) -> int:
        host = url.split("/")[2]
        values = {"cited_url": url, "host": host, "first_seen_at": NOW, "due_at": NOW, **columns}
        with session_scope(sessions) as session:
            source = Source(url=url, **values)
            session.add(source)
            session.flush()
            if root is not None:
                session.add(_cite(source, root, gone=gone, closed=closed))
            return source.id

    return add


def _cite(source: Source, root: str, *, gone: bool, closed: bool) -> Citation:
    note = Note(
        root=root,
        path=f"note-{source.id}.md",
        title="A note",
        content_hash="",
        reading="",
        first_seen_at=NOW,
        gone_at=NOW if gone else None,
    )
    return Citation(
        note=note,
        source=source,
        url=source.cited_url,
        as_written=source.cited_url,
        line=3,
        label="the source",
        headings=["A note", "Sources"],
        marker="출처:",
        form="inline",
        context="출처: the source",
        weak=False,
        first_seen_at=NOW,
        closed_at=NOW if closed else None,
    )
