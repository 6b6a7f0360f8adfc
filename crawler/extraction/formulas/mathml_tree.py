"""MathML's elements as they are walked: names without prefixes, rows without what is not seen, brackets in pairs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.formulas.symbols import CLOSING, OPENING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

UNSEEN = frozenset(
    "annotation annotation-xml mspace malignmark maligngroup mprescripts none mglyph script style".split()
)
WRAPPERS = frozenset("mrow mstyle mpadded semantics math".split())
SPACE = re.compile(r"\s+")


def name_of(element: Element) -> str:
    """Return the tag without its prefix: `mml:mi` is `mi`."""
    tag = element.tag
    return tag.rpartition(":")[2].rpartition("}")[2] if isinstance(tag, str) else ""


def children_of(element: Element) -> list[Element]:
    children = [child for child in element if name_of(child) not in UNSEEN | {""}]
    return children[:1] if name_of(element) == "semantics" else children


def text_of(element: Element) -> str:
    return SPACE.sub(" ", "".join(element.itertext())).strip()


def bracket_of(element: Element) -> str:
    sign = text_of(element) if name_of(element) == "mo" else ""
    return sign if sign in OPENING or sign in CLOSING else ""


def pairs_of(signs: list[str]) -> dict[int, int]:
    """Return which bracket closes which, by their places in the row."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for at, sign in enumerate(signs):
        if not sign:
            continue
        if waiting and (sign in CLOSING if sign not in OPENING else signs[waiting[-1]] == sign and sign in "|‖"):
            pairs[waiting.pop()] = at
        elif sign in OPENING:
            waiting.append(at)
    return pairs


def table_in(element: Element | None) -> Element | None:
    while element is not None and name_of(element) in WRAPPERS and len(children := children_of(element)) == 1:
        element = children[0]
    return element if element is not None and name_of(element) == "mtable" else None
