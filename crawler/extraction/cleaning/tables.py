"""Tables: which hold data and which only lay out a page, and the cells of a row in their columns."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import SubElement, XPath
from lxml.html import Element

from crawler.extraction.cleaning.tree import LEAVES, WITHIN_LINES, strip_breaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

ENDS_LINE = LEAVES | {"li", "td", "th"}
COLUMNS = 2  # at least
WIDEST = 100  # columns: a colspan of more is a mistake
SPAN = re.compile(r"\d{1,5}", re.ASCII)
ROWS = XPath("./tr|./thead/tr|./tbody/tr|./tfoot/tr|./thead[th]")  # some write a head without its row
CELLS = XPath("./td|./th")
# By `or`: a union of many elements takes a time that grows with their number squared.
BLOCKS = XPath(".//table or .//h1 or .//h2 or .//h3 or .//blockquote or .//figure or .//p[4]")
ENTRIES = XPath("boolean(.//pre|.//ul|.//ol)")  # that a cell may hold, where it is short
EMPTY = XPath("normalize-space(.) = '' and not(.//img)")
HEAD = XPath("boolean(.//th)")
LONG_CELL = 1_500  # characters: longer ones hold prose
SHORT_CELL = 300


def is_data(table: HtmlElement) -> bool:
    """Say whether a table is one: at least two columns, and cells that hold lines rather than blocks."""
    cells = [CELLS(row) for row in ROWS(table)]
    if table.get("role") == "presentation" or not any(map(_has_columns, cells)):
        return False
    longest = LONG_CELL
    if not HEAD(table):
        if BLOCKS(table):
            return False
        if ENTRIES(table):
            longest = SHORT_CELL if len(cells) > 1 else 0
    return not any(len(cell.text_content()) > longest for row in cells for cell in row)


def _has_columns(cells: list[HtmlElement]) -> bool:
    """Say whether two cells of a row hold something."""
    if len(cells) < COLUMNS:
        return False
    filled = (cell for cell in cells if not EMPTY(cell))
    return len(list(islice(filled, COLUMNS))) == COLUMNS


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


def to_one_line(cell: HtmlElement) -> None:
    """Make a cell's blocks lines of one text."""
    for block in list(cell.iterdescendants("pre")):
        _to_lines(block)
    for block in [e for e in cell.iterdescendants() if e.tag not in WITHIN_LINES]:
        if block.tag in ENDS_LINE:
            block.append(Element("br"))
        block.drop_tag()
    strip_breaks(cell)


def _to_lines(pre: HtmlElement) -> None:
    """Part a block of code into one `<code>` a line."""
    for line in (pre[0].text or "").split("\n"):
        code = SubElement(pre, "code")
        code.text = line
        if not line.strip():
            code.drop_tree()
        SubElement(pre, "br")
    pre.remove(pre[0])
