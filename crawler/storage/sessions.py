"""Sessions: one scope that writes, one that only reads."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session, sessionmaker

from crawler.storage.engine import open_engine
from crawler.storage.schema import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

Sessions = sessionmaker[Session]

READ_ONLY = {"read_only": True, "postgresql_readonly": True}  # the first is crawler.storage.engine's
ONE_MOMENT = {"postgresql": {"isolation_level": "REPEATABLE READ"}}  # as in SQLite, whatever is written meanwhile


def make_sessions(engine: Engine) -> Sessions:
    """Return what makes the sessions of this engine. Records stay readable after the commit."""
    return sessionmaker(engine, expire_on_commit=False)


@contextmanager
def opened(url: str) -> Iterator[Sessions]:
    """Give the sessions of the database at `url`, brought up to this code's schema, and close what is open at the end.

    Raises DatabaseError.
    """
    engine = open_engine(url)
    try:
        upgrade(engine)
        yield make_sessions(engine)
    finally:
        engine.dispose()


@contextmanager
def session_scope(sessions: Sessions) -> Iterator[Session]:
    """Commit on success, roll back on error, always close. On SQLite the first statement waits for other writers."""
    with sessions.begin() as session:
        yield session


@contextmanager
def read_scope(sessions: Sessions) -> Iterator[Session]:
    """Read the database as it is at one moment, without waiting for writers and without holding them up."""
    with sessions() as session:
        session.connection(execution_options=READ_ONLY | ONE_MOMENT.get(session.get_bind().dialect.name, {}))
        yield session
