"""The schema of the database, brought up to this code's by Alembic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from crawler.exceptions import DatabaseError
from crawler.storage.records import Base

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

HEAD = "0005"  # the newest file of migrations/versions; stands here so that most runs need not load Alembic

_LOCK = 0x5EFCEE9  # PostgreSQL's advisory lock of whoever migrates


def upgrade(engine: Engine) -> None:
    """Bring the database to this code's schema. Two at once wait for each other; nothing is half done.

    Raises DatabaseError, and changes nothing, where the database is newer than the code or another program's.
    """
    with engine.connect().execution_options(read_only=True) as connection:
        if read_revision(connection) == HEAD:
            return
    from crawler.storage import migrate  # noqa: PLC0415 - Alembic takes 0.3 s to load

    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        revision = read_revision(connection)
        if revision is None:
            _refuse_foreign_tables(connection)
        elif revision not in migrate.known_revisions():
            raise DatabaseError(
                f"the database {connection.engine.url.database} is newer than this Refkeep: it is at {revision}, and "
                f"{HEAD} is the last one known; bring Refkeep up to date, or set DATABASE_URL to another database"
            )
        migrate.to_head(connection)


def read_revision(connection: Connection) -> str | None:
    """Return the revision at which the database says it is; None where it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _refuse_foreign_tables(connection: Connection) -> None:
    clashes = sorted(set(inspect(connection).get_table_names()) & set(Base.metadata.tables))
    if clashes:
        raise DatabaseError(
            f"the database {connection.engine.url.database} holds a table “{clashes[0]}” of another program; "
            "set DATABASE_URL to a database of Refkeep's own"
        )
