"""What blocks stand in: quotes, list items, footnotes, asides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_DEPTH = 50  # what is nested deeper is text of the innermost

QUOTE = re.compile(r" {0,3}> ?")


@dataclass(slots=True)
class Container:
    """The note itself, a quote, a list item, a footnote or an aside."""

    pad: str | None = None  # the indentation that continues an item; None for a quote
    footnote: bool = False
    end: re.Pattern[str] | None = None  # the fence that closes an aside
    headings: list[tuple[int, str]] = field(default_factory=list)


def match_containers(containers: Sequence[Container], line: str) -> tuple[int, int]:
    """Return how many of the open containers a line continues, and where its content begins."""
    pos = 0
    for depth, container in enumerate(containers):
        if container.pad is None:
            mark = QUOTE.match(line, pos)
            if mark is None:
                return depth, pos
            pos = mark.end()
        elif line.startswith(container.pad, pos):
            pos += len(container.pad)
        elif pos < len(line):
            return depth, pos
    return len(containers), pos


def item_of(start: re.Match[str], line: str) -> Container:
    """Return the list item that a line begins."""
    return Container(pad=" " * (after_mark(start, line) - start.start()))


def after_mark(start: re.Match[str], line: str) -> int:
    """Return where an item's content begins: one column after the mark if none follows or code does."""
    gap = len(start["gap"])
    return start.end("mark") + (gap if 1 <= gap <= 4 else 1)
