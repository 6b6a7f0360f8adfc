"""Inserts that a concurrent writer cannot spoil, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from crawler.storage.records import Base


def conflict_insert(session: Session, record: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """Return this database's own insert, which knows ON CONFLICT."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return insert(record)


def insert_missing(session: Session, record: type[Base], rows: Sequence[dict[str, Any]], *, key: str) -> None:
    """Insert the rows whose key is not there yet; leave the others as they are."""
    if rows:
        session.execute(conflict_insert(session, record).on_conflict_do_nothing(index_elements=[key]), rows)
