"""Tables that only lay out equations with their numbers, to a line for each equation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import SubElement, XPath
from lxml.html import Element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

WORDS = XPath(".//text()[not(parent::*/@data-tex)]")
NUMBER = re.compile(r"(?:\([\w.\-*′']{1,8}\)|[.,;])?")  # beside an equation in a table


def unwrap_equations(tables: Iterable[HtmlElement]) -> None:
    """Take away the tables of those given, the innermost first, that hold nothing but plain formulas and numbers."""
    for table in sorted(tables, key=_depth, reverse=True):
        _unwrap(table)


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _unwrap(table: HtmlElement) -> None:
    """Take away a table that only lays out equations with their numbers."""
    rows = [row for row in table.iter("tr") if row.getparent() is not None]
    if not rows or not all(map(_is_equation, rows)):
        return
    for row in rows:
        for line in [*row.iter("p")] or [_line_of(row)]:
            table.addprevious(line)
    table.drop_tree()


def _line_of(row: HtmlElement) -> HtmlElement:
    line, words = Element("p", {"data-equation": "1"}), _words_of(row)
    plain = SubElement(line, "span", {"data-tex": "display"})
    plain.text, plain.tail = (
        " ".join(formula.text or "" for formula in row.iter("span") if formula.get("data-tex")),
        words,
    )
    return line


def _is_equation(row: HtmlElement) -> bool:
    formulas = [span for span in row.iter("span") if span.get("data-tex")]
    others = [e for e in row.iterdescendants() if e.tag not in {"td", "th", "span", "table", "tbody", "tr", "div", "p"}]
    return bool(formulas) and not others and NUMBER.fullmatch(_words_of(row).strip()) is not None


def _words_of(row: HtmlElement) -> str:
    return " ".join("".join(WORDS(row)).split())
