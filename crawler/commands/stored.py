"""The store, for commands that read what a crawl has left there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crawler.exceptions import UsageError
from crawler.storage.engine import open_engine
from crawler.storage.schema import read_revision, upgrade
from crawler.storage.sessions import make_sessions

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session, sessionmaker


def open_store(database_url: str) -> sessionmaker[Session]:
    """Open the store, brought up to this code's schema. Raises UsageError, and makes nothing, where there is none."""
    engine = open_engine(database_url)
    if not _is_filled(engine):
        shown = engine.url.render_as_string(hide_password=True)
        raise UsageError(
            f"nothing is stored in {shown} yet: run scrapy crawl sources -a notes=DIR, or set DATABASE_URL"
        )
    upgrade(engine)
    return make_sessions(engine)


def _is_filled(engine: Engine) -> bool:
    if engine.url.get_backend_name() == "sqlite" and not Path(str(engine.url.database)).exists():
        return False  # connecting would make the file
    with engine.connect().execution_options(read_only=True) as connection:
        return read_revision(connection) is not None
