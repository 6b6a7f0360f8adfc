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

    from crawler.storage.sessions import Sessions


def find_store(database_url: str) -> Sessions | None:
    """Open the store, brought up to this code's schema. None, and nothing is made, where no crawl has been."""
    engine = open_engine(database_url)
    if not _is_filled(engine):
        return None
    upgrade(engine)
    return make_sessions(engine)


def open_store(database_url: str) -> Sessions:
    """Open the store as `find_store` does. Raises UsageError where there is none."""
    sessions = find_store(database_url)
    if sessions is None:
        shown = open_engine(database_url).url.render_as_string(hide_password=True)
        raise UsageError(
            f"nothing is stored in {shown} yet: run scrapy crawl sources -a notes=DIR, or set DATABASE_URL"
        )
    return sessions


def _is_filled(engine: Engine) -> bool:
    if engine.url.get_backend_name() == "sqlite" and not Path(str(engine.url.database)).exists():
        return False  # connecting would make the file
    with engine.connect().execution_options(read_only=True) as connection:
        return read_revision(connection) is not None
