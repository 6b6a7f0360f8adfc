"""Tables: which hold data and which only lay out a page, and the cells of a row in their columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

WIDEST = 100  # columns: a colspan of more is a mistake
SPAN = re.compile(r"\d{1,5}", re.ASCII)
ROWS = XPath("./tr|./thead/tr|./tbody/tr|./tfoot/tr|./thead[th]")  # some write a head without its row
CELLS = XPath("./td|./th")
BLOCKS = XPath(".//table|.//pre|.//ul|.//ol|.//h1|.//h2|.//h3|.//blockquote|.//figure")
LONG_CELL = 1_500  # characters: longer ones hold prose


def is_data(table: HtmlElement) -> bool:
    """Say whether a table is one: at least two columns, and cells that hold lines rather than blocks."""
    cells = [CELLS(row) for row in ROWS(table)]
    if max(map(len, cells), default=0) < 2 or table.get("role") == "presentation":
        return False
    if BLOCKS(table) and next(table.iter("th"), None) is None:
        return False
    return not any(len(cell.text_content()) > LONG_CELL for row in cells for cell in row)


def rows(table: HtmlElement) -> Iterator[list[HtmlElement | None]]:
    """Yield the cells of each row by column; None where a cell of the row above or to the left reaches into."""
    reaching: dict[int, int] = {}  # column → rows that a cell above still covers
    for row in ROWS(table):
        line: list[HtmlElement | None] = []
        for cell in CELLS(row):
            _skip(line, reaching)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(line), len(line) + width):
                if height > 1:
                    reaching[column] = height - 1
            line += [cell, *[None] * (width - 1)]
        _skip(line, reaching)
        if any(cell is not None for cell in line):
            yield line


def _skip(line: list[HtmlElement | None], reaching: dict[int, int]) -> None:
    while reaching.get(len(line), 0):
        reaching[len(line)] -= 1
        line.append(None)


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return max(1, min(int(value), WIDEST)) if SPAN.fullmatch(value) else 1
