"""How Alembic meets the database: on crawler.storage.migrate's connection, or by `DATABASE_URL` when run by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from alembic import context
from alembic.util import CommandError
from sqlalchemy.types import TypeDecorator

from crawler.exceptions import DatabaseError
from crawler.settings import DATABASE_URL
from crawler.storage.engine import open_engine
from crawler.storage.records import Base

if TYPE_CHECKING:
    from sqlalchemy import Connection


def _render_plainly(kind: str, value: Any, _: object) -> str | Literal[False]:
    """Write our column types as what they are in the database: a migration must outlive the code."""
    return f"sa.{value.impl_instance!r}" if kind == "type" and isinstance(value, TypeDecorator) else False


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=_render_plainly,
        render_as_batch=True,  # SQLite cannot alter a table in place
        transactional_ddl=True,  # SQLite can as well, though Alembic does not expect it
    )
    with context.begin_transaction():
        context.run_migrations()


def _print_sql() -> None:
    context.configure(url=DATABASE_URL, target_metadata=Base.metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


def _migrate_configured_database() -> None:
    try:
        with open_engine(DATABASE_URL).begin() as connection:
            _migrate(connection)
    except DatabaseError as error:
        raise CommandError(str(error)) from error


if context.is_offline_mode():
    _print_sql()
elif (given := context.config.attributes.get("connection")) is not None:
    _migrate(given)
else:
    _migrate_configured_database()
