"""Footnotes that nothing links: a raised number in the text, and the same number before a note at the end.

The notes are paragraphs that begin with their number, or the items of a numbered list; behind a rule, under a heading
that says so, in a box of that name, or in a row at the end of the text.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from lxml.etree import XPath

from crawler.extraction.footnotes.marks import FAR, HEADINGS, is_labelled, note_of, refer, sweep, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

RAISED = XPath(".//sup[not(.//a) and not(*/*)]")
BEGINNINGS = XPath(
    ".//*[self::p or self::div or self::li][*[1][self::sup or self::strong or self::b or self::span or self::em]]"
    "[not(normalize-space(text()[1])) or not(*[1]/preceding-sibling::text()[normalize-space(.)])]"
)
PARAGRAPHS = XPath(".//p[contains('123456789[(', substring(normalize-space(.), 1, 1))]")
WRITTEN = re.compile(r"\s*(?:[\[(]([1-9]\d{0,2})[\])][.:]?|([1-9]\d{0,2})[.:)])\s")
ITEMS = XPath(".//ol/li[not(.//li)]")
INNER = frozenset("strong b em span i".split())


def take_numbered(tree: HtmlElement, notes: list[HtmlElement]) -> None:
    """Take numbered notes out of the tree into `notes`, where a raised number stands before them in the text."""
    raised = [sup for sup in RAISED(tree) if _number(text_of(sup)) and not sup.get("data-note")]
    if not raised:
        return
    places = {element: place for place, element in enumerate(tree.iter())}
    blocks = _numbered_blocks(tree) or _items(tree) or _written(tree)
    openings = {e for block, _ in blocks.values() for e in block.iterdescendants("sup")}
    references: dict[int, list[HtmlElement]] = {}
    for sup in raised:
        number = _number(text_of(sup))
        if sup not in openings and number in blocks and places[sup] < places[blocks[number][0]]:
            references.setdefault(number, []).append(sup)
    if references:
        _take({number: blocks[number] for number in sorted(references)}, references, notes)


def _number(text: str) -> int:
    bare = text.strip("[]().: ")
    return int(bare) if bare.isascii() and bare.isdecimal() and len(bare) <= 3 else 0


def _numbered_blocks(tree: HtmlElement) -> dict[int, tuple[HtmlElement, str]]:
    """Return the paragraphs that begin with their number, as they count up; the last such row of the page."""
    found: dict[int, tuple[HtmlElement, str]] = {}
    labelled: dict[HtmlElement, bool] = {}
    for block in BEGINNINGS(tree):
        first = block[0]
        if (block.text or "").strip() or not (number := _number(text_of(first))) or text_of(block) == text_of(first):
            continue
        around = block.getparent()
        if around not in labelled:
            labelled[around] = is_labelled(block) or _behind_rule(block)
        if not (labelled[around] or (first.tag == "sup" or first.find(".//sup") is not None)):
            continue
        if number == 1:
            found = {}
        if number == 1 or number - 1 in found or not found:
            found[number] = (block, text_of(first))
    return found


def _behind_rule(block: HtmlElement) -> bool:
    return any(
        before.tag == "hr"
        for around in (block, *islice(block.iterancestors(), 2))
        for before in takewhile(_is_no_heading, islice(around.itersiblings(preceding=True), FAR))
    )


def _is_no_heading(element: HtmlElement) -> bool:
    return element.tag not in HEADINGS


def _items(tree: HtmlElement) -> dict[int, tuple[HtmlElement, str]]:
    """Return the items of lists that are called notes, by their numbers."""
    found: dict[int, tuple[HtmlElement, str]] = {}
    called: dict[HtmlElement, int] = {}
    for item in ITEMS(tree):
        box = item.getparent()
        if box not in called:
            start = box.get("start", "1")
            aside = any(around.tag == "aside" for around in (box, *list(box.iterancestors())[:2]))
            notes = is_labelled(box) or (aside and "start" in box.attrib)
            called[box] = int(start) if notes and start.isdecimal() and len(start) < 4 else 0
        if called[box]:
            found.setdefault(called[box], (item, ""))
            called[box] += 1
    return found


def _written(tree: HtmlElement) -> dict[int, tuple[HtmlElement, str]]:
    """Return the paragraphs under a heading of notes whose text itself begins with their number."""
    found: dict[int, tuple[HtmlElement, str]] = {}
    labelled: dict[HtmlElement, bool] = {}
    for block in PARAGRAPHS(tree):
        if (match := WRITTEN.match(block.text or "")) is None:
            continue
        around = block.getparent()
        if around not in labelled:
            labelled[around] = is_labelled(block)
        if labelled[around]:
            found.setdefault(int(match[1] or match[2]), (block, match[1] or match[2]))
    return found


def _take(
    blocks: dict[int, tuple[HtmlElement, str]], references: dict[int, list[HtmlElement]], notes: list[HtmlElement]
) -> None:
    starts = {block for block, _ in blocks.values()}
    left = dict.fromkeys(block.getparent() for block in starts)
    for number, (block, mark) in blocks.items():
        parts = [block, *_continued(block, starts)]
        if block.tag == "li":
            block.tag = "div"
        for sup in references[number]:
            refer(sup, len(notes))
        notes.append(note_of(parts, mark, ()))
    for around in left:
        sweep(around)


def _continued(block: HtmlElement, starts: set[HtmlElement]) -> list[HtmlElement]:
    parts: list[HtmlElement] = []
    after = block.getnext() if block.tag == "p" else None
    while after is not None and after not in starts and after.tag in {"p", "ul", "ol", "blockquote", "pre"}:
        parts.append(after)
        after = after.getnext()
    return parts
