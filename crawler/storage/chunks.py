"""Long sequences in pieces: no statement takes any number of parameters, and no batch any amount of memory."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

PARAMETERS = 500  # values in one statement's IN: SQLite takes 32,766, and plans many of them slowly


def in_chunks(values: Iterable[T], size: int = PARAMETERS) -> Iterator[list[T]]:
    """Yield the values in lists of `size`, the last one shorter; an iterator is drawn from only as far as needed."""
    iterator = iter(values)
    while chunk := list(islice(iterator, size)):
        yield chunk
