"""The store, for commands that read what a crawl has left there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crawler.exceptions import InvalidURLError, UsageError
from crawler.paths import is_there
from crawler.storage.candidates import held_back
from crawler.storage.engine import open_engine, sqlite_file
from crawler.storage.export import stored_source
from crawler.storage.schema import read_revision, upgrade
from crawler.storage.sessions import make_sessions
from crawler.urls import canonical_url

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from crawler.storage.candidates import HeldBack
    from crawler.storage.sessions import Sessions


def find_store(database_url: str) -> Sessions | None:
    """Open the store, brought up to this code's schema. None, and nothing is made, where no crawl has been."""
    engine = open_engine(database_url)
    return None if _what_is_missing(engine) else _open(engine)


def open_store(database_url: str) -> Sessions:
    """Open the store as `find_store` does. Raises UsageError where there is none."""
    engine = open_engine(database_url)
    if missing := _what_is_missing(engine):
        raise UsageError(f"{missing}: run scrapy crawl sources -a notes=DIR, or correct DATABASE_URL")
    return _open(engine)


def key_of(spelled: str) -> str:
    """Return the canonical URL of a source, of any spelling of it. Raises UsageError."""
    try:
        return canonical_url(spelled if "://" in spelled else f"https://{spelled}")
    except InvalidURLError as error:
        raise UsageError(f"{spelled!r} is no URL ({error}): give one as the notes write it") from None


def read_source(session: Session, url: str) -> dict[str, Any]:
    """Return the document of the source that stands for a canonical URL. Raises UsageError where there is none."""
    source = stored_source(session, url)
    if source is None:
        raise UsageError(f"no source {url} in the store: scrapy citations shows what the notes cite")
    return source


def read_held_back(session: Session, url: str) -> HeldBack:
    """Return the candidate of the source that stands for a canonical URL. Raises UsageError where there is none."""
    read_source(session, url)
    held = held_back(session, url)
    if held is None:
        raise UsageError(f"nothing is held back of {url}: scrapy status --failed lists the sources that are doubtful")
    return held


def _open(engine: Engine) -> Sessions:
    upgrade(engine)
    return make_sessions(engine)


def _what_is_missing(engine: Engine) -> str | None:
    file = sqlite_file(engine)
    if file and not is_there(file):  # connecting would make it
        return f"there is no database {file}"
    with engine.connect().execution_options(read_only=True) as connection:
        if read_revision(connection) is None:
            return f"nothing is stored in {engine.url.render_as_string(hide_password=True)} yet"
    return None
