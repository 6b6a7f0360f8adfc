"""Column types that give every database the same values.

SQLite forgets a time's zone; PostgreSQL refuses NUL, lone surrogates and NaN in JSON, which pages and notes do hold.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, DateTime, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """Return the text with U+FFFD in the place of each character that no database keeps."""
    if _is_storable(text):  # nearly all are, and this is four times as fast
        return text
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    return "\0" not in text


def _storable_tree(value: Any) -> Any:
    match value:
        case str():
            return storable(value)
        case float() if not math.isfinite(value):  # no JSON, though Python reads and writes it
            return None
        case None | bool() | int() | float():
            return value
        case list() | tuple():
            return [_storable_tree(member) for member in value]
        case dict():
            return {storable(str(key)): _storable_tree(member) for key, member in value.items()}
        case _:
            return storable(str(value))


class CleanText(TypeDecorator[str]):
    """Text without the characters that a database refuses."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class CleanJSON(TypeDecorator[Any]):
    """Lists and objects without what a database refuses in them; what JSON has no word for is text."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return _storable_tree(value)


class UTCDateTime(TypeDecorator[datetime]):
    """An aware time, in UTC on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
