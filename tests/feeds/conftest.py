from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler.storage.engine import open_engine
from crawler.storage.sessions import make_sessions, read_scope, session_scope
from tests.feeds.filled_store import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session, sessionmaker


@pytest.fixture
def sessions(database_url: str) -> Iterator[sessionmaker[Session]]:
    """Yield the sessions of a small store, once on each kind of database."""
    engine = open_engine(database_url)
    sessions = make_sessions(engine)
    with session_scope(sessions) as session:
        fill(session)
    yield sessions
    engine.dispose()


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Iterator[Session]:
    with read_scope(sessions) as session:
        yield session
