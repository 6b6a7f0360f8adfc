"""What a tree has of each kind: counted before and after cleaning, it says what was lost on the way."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from lxml.etree import XPath

from crawler.extraction.cleaning.tables import is_data
from crawler.extraction.cleaning.tree import HEADINGS
from crawler.extraction.idioms.images import image_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

# A block within a cell is cleaned to code in its line.
CODE = XPath(
    "descendant-or-self::pre[not(ancestor::pre)]"
    "|descendant::code[ancestor::td or ancestor::th][not(ancestor::pre or ancestor::code)]"
)
TABLES = XPath("descendant-or-self::table[not(ancestor::table or ancestor::pre)]")
FORMULAS = XPath("descendant::*[@data-tex]|descendant::math|descendant::code[contains(@class, 'language-math')]")
KINDS = ("code", "tables", "formulas", "images", "headings", "lists")
ENOUGH = 0.9  # share of what was there that must be left of each kind


@dataclass(frozen=True)
class Inventory:
    """How much there is: letters of code, rows of tables, the others as many as there are."""

    code: int
    tables: int
    formulas: int
    images: int
    headings: int
    lists: int


def inventory_of(tree: HtmlElement, base: str) -> Inventory:
    """Count what a tree has of each kind, cleaned or not."""
    return Inventory(
        sum(sum(map(str.isalpha, "".join(pre.itertext()))) for pre in CODE(tree)),
        sum(sum(1 for _ in table.iter("tr")) for table in TABLES(tree) if is_data(table)),
        len(FORMULAS(tree)),
        len({url for image in tree.iter("img") if (url := image_url(image, base)) and not _is_emoji(image)}),
        sum(1 for heading in tree.iter(*HEADINGS) if _has_text(heading)),
        sum(1 for item in tree.iter("li") if _has_text(item)),
    )


def losses(before: Inventory, after: Inventory) -> Iterator[tuple[str, float]]:
    """Yield each kind of which more than a little was lost, and the share that is left."""
    for kind, found, kept in zip(KINDS, astuple(before), astuple(after), strict=True):
        missing = found - kept
        if missing > (20 if kind == "code" else 1 if kind in {"headings", "lists"} else 0) and kept < ENOUGH * found:
            yield kind, kept / found


def _is_emoji(image: HtmlElement) -> bool:
    return "emoji" in image.get("class", "")


def _has_text(element: HtmlElement) -> bool:
    return any(not text.isspace() for text in element.itertext())
