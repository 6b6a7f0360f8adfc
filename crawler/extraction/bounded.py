"""How much of a text is read, and how its lines end."""

from __future__ import annotations

from crawler.extraction.dom import LIMIT

CONTROL = dict.fromkeys(set(range(32)) - {9, 10, 12})


def bounded(source: str) -> str:
    """Return the beginning of a text, as long as a page may be, with one kind of line break."""
    return source[:LIMIT].replace("\r\n", "\n").replace("\r", "\n").translate(CONTROL).strip("\n")
