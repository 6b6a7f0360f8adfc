"""What a table cell can hold: text and numbers; lists and objects as JSON."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

Cell: TypeAlias = str | int | float


def as_cell(value: Any) -> Cell:
    """Turn one field of a document into a cell; null is an empty one."""
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value if isinstance(value, int | float) else str(value)


def fit(value: Any, limit: int) -> Cell:
    """Turn one field into a cell of at most `limit` UTF-16 units, which is how spreadsheets count.

    Text is cut at its end. A list loses its last entries, so that the cell stays JSON.
    """
    cell = as_cell(value)
    if not isinstance(cell, str) or _units(cell) <= limit:
        return cell
    if isinstance(value, list):
        return as_cell(value[: _entries_that_fit(value, limit)])
    return cell.encode("utf-16-le", "replace")[: 2 * limit].decode("utf-16-le", "ignore")


def _entries_that_fit(entries: list[Any], limit: int) -> int:
    length = len("[]")
    for number, entry in enumerate(entries):
        length += _units(as_cell([entry])) - len("[]") + (len(", ") if number else 0)
        if length > limit:
            return number
    return len(entries)


def _units(cell: Cell) -> int:
    text = str(cell)
    return len(text) + sum(character > "\uffff" for character in text)
