"""Footnotes that nothing links: a raised number or sign in the text, and the same before a note at the end.

The notes are paragraphs that begin with their number, or the items of a numbered list; behind a rule, under a heading
that says so, in a box of that name, or in a row at the end of the text. Typed numbers, `[1]`, count as raised where
such paragraphs begin with them.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element

from crawler.extraction.footnotes.marks import FAR, HEADINGS, is_labelled, note_of, refer, sweep, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _ElementUnicodeResult
    from lxml.html import HtmlElement

    Blocks = dict[str, tuple[HtmlElement, str]]  # what begins a note, and how its mark is written there, by that mark

RAISED = XPath(".//sup[not(.//a) and not(*/*)]")
BEGINNINGS = XPath(
    ".//*[self::p or self::div or self::li][*[1][self::sup or self::strong or self::b or self::span or self::em]]"
    "[not(normalize-space(text()[1])) or not(*[1]/preceding-sibling::text()[normalize-space(.)])]"
)
PARAGRAPHS = XPath(".//p[contains('123456789[(', substring(normalize-space(.), 1, 1))]")
SIGN = re.compile(r"([*∗†‡§¶])\1{0,3}")
RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
CALLED = re.compile(r"\[([1-9]\d{0,2})\]|([¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2})")
TYPED = re.compile(rf"\s*(?:{CALLED.pattern})[.:]?\s")
TEXTS = XPath(
    ".//text()[contains(translate(., '¹²³⁴⁵⁶⁷⁸⁹', '[[[[[[[[['), '[')][ancestor::p or ancestor::li or ancestor::td]"
    "[not(ancestor::pre or ancestor::code or ancestor::a or ancestor::script)]"
)
WRITTEN = re.compile(r"\s*(?:[\[(]([1-9]\d{0,2})[\])][.:]?|([1-9]\d{0,2})[.:)])\s")
ITEMS = XPath(".//ol/li[not(.//li)]")
INNER = frozenset("strong b em span i".split())


def take_numbered(tree: HtmlElement, notes: list[HtmlElement]) -> None:
    """Take numbered notes out of the tree into `notes`, where a raised number stands before them in the text."""
    raised = [sup for sup in RAISED(tree) if _mark(text_of(sup)) and not sup.get("data-note")]
    typed = {} if raised else _typed(tree)
    raised = list(_raise(tree, typed)) if typed else raised
    if not raised:
        return
    places = {element: place for place, element in enumerate(tree.iter())}
    blocks = typed or _numbered_blocks(tree) or _items(tree) or _written(tree)
    openings = {e for block, _ in blocks.values() for e in block.iterdescendants("sup")}
    references: dict[str, list[HtmlElement]] = {}
    for sup in raised:
        mark = _mark(text_of(sup))
        if sup not in openings and mark in blocks and places[sup] < places[blocks[mark][0]]:
            references.setdefault(mark, []).append(sup)
    if references:
        _take({mark: blocks[mark] for mark in blocks if mark in references}, references, notes)


def _mark(text: str) -> str:
    """Return the number or the sign that a text is, empty where it is neither."""
    bare = text.strip("[]().: ").translate(RAISED_DIGITS)
    is_number = bare.isascii() and bare.isdecimal() and len(bare) <= 3
    return str(int(bare)) if is_number and int(bare) else bare if SIGN.fullmatch(bare) else ""


def _typed(tree: HtmlElement) -> Blocks:
    """Return the paragraphs that begin with `[1]`, `[2]` …: the last row of them, or those behind a rule or a label."""
    found: Blocks = {}
    for block in tree.iter("p"):
        match = TYPED.match(block.text or "")
        number = _number(match) if match else ""
        if number == "1":
            found = {}
        if match and number == str(len(found) + 1):
            found[number] = (block, match[1] or match[2])
    blocks = [block for block, _ in found.values()]
    in_row = len(blocks) > 1 and all(one.getnext() is other for one, other in pairwise(blocks))
    return found if in_row or (blocks and (is_labelled(blocks[0]) or _behind_rule(blocks[0]))) else {}


def _number(match: re.Match[str]) -> str:
    return (match[1] or match[2]).translate(RAISED_DIGITS)


def _raise(tree: HtmlElement, blocks: Blocks) -> Iterator[HtmlElement]:
    """Yield elements, put around each number that is typed in the text as a block writes it: "m²" is none of `[2]`."""
    own = {block for block, _ in blocks.values()}
    marks = {mark for _, mark in blocks.values()}
    for text in TEXTS(tree):
        calls = [match for match in CALLED.finditer(text) if (match[1] or match[2]) in marks]
        if calls and text.getparent() not in own:
            yield from _raise_within(text, calls)


def _raise_within(text: _ElementUnicodeResult, calls: list[re.Match[str]]) -> list[HtmlElement]:
    """Put an element around each of the matches in a text; returns them."""
    beside, before = text.getparent(), text[: calls[0].start()]
    raised = [Element("sup") for _ in calls]
    if text.is_tail:
        beside.tail = None
        beside.addnext(raised[0])
        beside.tail = before
    else:
        beside.text = before
        beside.insert(0, raised[0])
    for one, other in pairwise(raised):
        one.addnext(other)
    ends = [*(match.start() for match in calls[1:]), len(text)]
    for sup, match, end in zip(raised, calls, ends, strict=True):
        sup.text, sup.tail = match[0], text[match.end() : end]
    return raised


def _numbered_blocks(tree: HtmlElement) -> Blocks:
    """Return the paragraphs that begin with their mark, numbers as they count up; the last such row of the page."""
    found: Blocks = {}
    labelled: dict[HtmlElement, bool] = {}
    for block in BEGINNINGS(tree):
        first = block[0]
        if (block.text or "").strip() or not (mark := _mark(text_of(first))) or text_of(block) == text_of(first):
            continue
        around = block.getparent()
        if around not in labelled:
            labelled[around] = is_labelled(block) or _behind_rule(block)
        if not (labelled[around] or (first.tag == "sup" or first.find(".//sup") is not None)):
            continue
        if mark == "1":
            found = {}
        if not mark.isdecimal() or mark == "1" or str(int(mark) - 1) in found or not found:
            found[mark] = (block, text_of(first))
    return found


def _behind_rule(block: HtmlElement) -> bool:
    return any(
        before.tag == "hr"
        for around in (block, *islice(block.iterancestors(), 2))
        for before in takewhile(_is_no_heading, islice(around.itersiblings(preceding=True), FAR))
    )


def _is_no_heading(element: HtmlElement) -> bool:
    return element.tag not in HEADINGS


def _items(tree: HtmlElement) -> Blocks:
    """Return the items of lists that are called notes, by their numbers."""
    found: Blocks = {}
    called: dict[HtmlElement, int] = {}
    for item in ITEMS(tree):
        box = item.getparent()
        if box not in called:
            start = box.get("start", "1")
            aside = any(around.tag == "aside" for around in (box, *list(box.iterancestors())[:2]))
            notes = is_labelled(box) or (aside and "start" in box.attrib)
            called[box] = int(start) if notes and start.isdecimal() and len(start) < 4 else 0
        if called[box]:
            found.setdefault(str(called[box]), (item, ""))
            called[box] += 1
    return found


def _written(tree: HtmlElement) -> Blocks:
    """Return the paragraphs under a heading of notes whose text itself begins with their number."""
    found: Blocks = {}
    labelled: dict[HtmlElement, bool] = {}
    for block in PARAGRAPHS(tree):
        if (match := WRITTEN.match(block.text or "")) is None:
            continue
        around = block.getparent()
        if around not in labelled:
            labelled[around] = is_labelled(block)
        if labelled[around]:
            found.setdefault(match[1] or match[2], (block, match[1] or match[2]))
    return found


def _take(blocks: Blocks, references: dict[str, list[HtmlElement]], notes: list[HtmlElement]) -> None:
    starts = {block for block, _ in blocks.values()}
    left = dict.fromkeys(block.getparent() for block in starts)
    more = [_continued(block, starts) for block, _ in blocks.values()]
    if len(more) > 1 and not any(more[:-1]):
        more[-1] = []  # the text goes on behind the notes
    for (called, (block, mark)), following in zip(blocks.items(), more, strict=True):
        parts = [block, *following]
        if block.tag == "li":
            block.tag = "div"
        for sup in references[called]:
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
