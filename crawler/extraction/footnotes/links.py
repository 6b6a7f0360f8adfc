"""Footnotes that a reference links to, as Pandoc, kramdown, Wikipedia, Word, Texinfo and writers by hand do it.

A link is a reference where its text is a mark or its role says so, and where what it leads to comes later on the page
and is a note: by its name, by a link back, or by the same mark. Headings, formulas and figures are none.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml.etree import XPath

from crawler.extraction.footnotes.marks import (
    BRACKETS,
    HEADINGS,
    INLINE,
    MARK,
    SURE,
    child_of,
    is_labelled,
    note_of,
    refer,
    same_mark,
    split,
    sweep,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    Pair = tuple[HtmlElement, list[HtmlElement]]  # what is linked to, and the references that do

POINTING = "data-definition data-footnote-id data-fn data-footnote data-note-id popovertarget aria-controls".split()
REFERENCES = XPath(
    './/a[contains(@href, "#") or contains(@id, "ref")][not(ancestor::pre)]'
    f"|{'|'.join(f'.//@{name}/parent::*[self::sup or self::span or self::button]' for name in POINTING)}"
)
NAMED_TARGETS = XPath(".//*[@id or @name]")
ROLE = re.compile(r"note-?ref|foot-?note|fn-?ref|doc-noteref|cite_|footref|fnref|noteref|endnote", re.IGNORECASE)
SAYING = ("class", "role", "data-type", "epub:type", "id")
VOCABULARY = re.compile(
    r"foot|note|fnref|ftnt|cite|(?<![a-z])(?:fn|ftn|sdftn|ref|bib|cr|en|end)(?![a-z])|(?<![a-z])(?:r|b|fn)\d",
    re.IGNORECASE,
)
BOXES = frozenset("p li div dd dt aside section tr blockquote h1 h2 h3 h4 h5 h6 article main body".split())
ROWS = HEADINGS | {"dt", "tr", "table"}  # what is left of them once the note is taken out is its mark
TOO_WIDE = frozenset("article main body ol ul".split())
NO_NOTE = XPath("boolean(.//h1 or .//h2 or .//h3 or .//h4 or .//form or .//nav)")
LONGEST = 12  # characters of a reference that only its role says to be one


def take_linked(tree: HtmlElement, notes: list[HtmlElement]) -> None:
    """Take linked notes out of the tree into `notes`."""
    references = [element for element in REFERENCES(tree) if _may_refer(element)]
    if not references:
        return
    places = {element: place for place, element in enumerate(tree.iter())}
    pairs = _pairs(tree, references, places)
    back = {name for _, found in pairs for reference in found for name in _names_around(reference)}
    boxes = {target: _box(target) for target, _ in pairs}
    shared = Counter(boxes.values())
    pairs = [pair for pair in pairs if _is_note(pair, boxes[pair[0]], back, alone=shared[boxes[pair[0]]] == 1)]
    _take(pairs, boxes, back, notes)


def _may_refer(element: HtmlElement) -> bool:
    text = text_of(element)
    said = ROLE.search(" ".join(element.get(name, "") for name in SAYING)) or "data-footnote-ref" in element.attrib
    if MARK.fullmatch(text):
        return bool(SURE.fullmatch(text) or said or element.tag == "sup" or any(a.tag == "sup" for a in _near(element)))
    return bool(said) and len(text) <= LONGEST and element.find(".//img") is None


def _near(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements right around one, within its line."""
    around = element.getparent()
    for _ in range(3):
        if around is None or around.tag not in INLINE:
            return
        yield around
        around = around.getparent()


def _pairs(tree: HtmlElement, references: list[HtmlElement], places: dict[HtmlElement, int]) -> list[Pair]:
    """Return what references lead to, in the order of the page."""
    targets = {name: e for e in reversed(NAMED_TARGETS(tree)) for name in (e.get("name"), e.get("id")) if name}
    backs = {fragment.replace("ref", ""): e for e in reversed(references) if "ref" in (fragment := _fragment(e))}
    found: dict[HtmlElement, list[HtmlElement]] = {}
    for reference in references:
        names = [*_pointed(reference)]
        target = next((targets[name] for name in names if name in targets), None)
        target = next((backs[name] for name in names if name in backs), None) if target is None else target
        if target is not None and places[target] > places[reference] and not _within(target, reference):
            found.setdefault(target, []).append(reference)
    return sorted(found.items(), key=lambda pair: places[pair[0]])


def _within(inner: HtmlElement, outer: HtmlElement) -> bool:
    return any(around is outer for around in inner.iterancestors())


def _fragment(link: HtmlElement) -> str:
    return unquote(link.get("href", "").partition("#")[2])


def _pointed(reference: HtmlElement) -> Iterator[str]:
    """Yield the names that a reference may lead to."""
    if fragment := _fragment(reference):
        yield fragment
        yield link_name(reference)
    for name in POINTING:
        yield from reference.get(name, "").split()
    own = reference.get("id", "")
    if "ref" in own and not fragment:
        yield own.replace("ref", "", 1)


def link_name(link: HtmlElement) -> str:
    """Return what a link leads to as it is written: some names are percent-encoded themselves."""
    return str(link.get("href", "").partition("#")[2])


def _names_around(reference: HtmlElement) -> Iterator[str]:
    """Yield the names by which a note may lead back to a reference."""
    before = reference.getprevious()
    for element in (reference, *_near(reference), *reference.iterdescendants()):
        yield from filter(None, (element.get("id"), element.get("name")))
        before = element.getprevious()
        if before is not None and before.tag in INLINE and not len(before) and not (before.text or before.tail):
            yield from filter(None, (before.get("id"), before.get("name")))


def _box(target: HtmlElement) -> HtmlElement:
    """Return the block that a target stands for or in; where it is only a number in a row of boxes, the one around."""
    if target.tag == "table":
        return target
    box = next(e for e in (target, *target.iterancestors()) if e.tag in BOXES or e.getparent() is None)
    around = box.getparent()
    if around is not None and around.tag in {"div", "li", "aside"} and box.tag not in ROWS | {"li"}:
        return around if MARK.fullmatch(text_of(box)) else _one_of_many(box, target)
    return _one_of_many(box, target)


def _one_of_many(box: HtmlElement, target: HtmlElement) -> HtmlElement:
    """Return the element of a row of them, alike by their class, that a target stands in; else the whole box."""
    part = target if target is box else child_of(box, target)
    alike = [e for e in (part.getprevious(), part.getnext()) if e is not None and e.tag == part.tag]
    named = part is not box and part is not target and part.get("class")
    return part if named and any(e.get("class") == named for e in alike) else box


def _is_note(pair: Pair, box: HtmlElement, back: set[str], *, alone: bool) -> bool:
    target, references = pair
    if box.tag in TOO_WIDE or (alone and NO_NOTE(box)):
        return False
    own = box if alone else target
    text = text_of(own) or text_of(box)
    mark = text_of(references[0])
    if box.tag in HEADINGS and not MARK.fullmatch(text):
        return False
    if any(e.get("data-tex") == "display" for e in own.iter("span")) and len(text) < 60:
        return False
    if any(name in references[0].attrib for name in POINTING):
        return True
    names = {*_pointed(references[0]), target.get("id", ""), target.get("name", "")} - {""}
    return (
        any(VOCABULARY.search(name) for name in names)
        or any(_fragment(link) in back for link in own.iter("a"))
        or _begins_with(text, mark)
        or same_mark(text_of(target), mark)
        or (
            _may_refer(references[0])
            and ROLE.search(" ".join(references[0].get(name, "") for name in SAYING[:-1])) is not None
        )
    )


def _begins_with(text: str, mark: str) -> bool:
    """Say whether a note begins with the mark that its reference bears."""
    bare, text = mark.strip(BRACKETS).lower(), text.lstrip(BRACKETS).lower()
    return bool(bare) and text.startswith(bare) and not text[len(bare) : len(bare) + 1].isalnum()


def _take(pairs: list[Pair], boxes: dict[HtmlElement, HtmlElement], back: set[str], notes: list[HtmlElement]) -> None:
    of_box: dict[HtmlElement, list[Pair]] = {}
    for pair in pairs:
        of_box.setdefault(boxes[pair[0]], []).append(pair)
    boxed = set(of_box)
    going_on = _going_on(boxed, list(of_box))
    left: dict[HtmlElement, None] = {}
    labelled: dict[HtmlElement, bool] = {}
    for box, own in of_box.items():
        around = box.getparent()
        if around is None:
            continue
        inside = [pair for pair in own if _within(pair[0], box)] or own[:1]  # the others went with a note before
        left.setdefault(around)
        if around not in labelled:
            labelled[around] = around in going_on and is_labelled(box)
        parted = list(split(box, [target for target, _ in inside])) if len(inside) > 1 else []
        for at, (_, references) in enumerate(inside):
            parts = parted[at] if parted else _parts(box, boxed, labelled=labelled[around])
            mark = text_of(references[0])
            notes.append(note_of(parts, mark, back))
            for reference in references:
                if reference.getparent() is not None:
                    refer(reference, len(notes) - 1)
        if box.getparent() is not None and (box.tag in ROWS or not text_of(box)):
            box.drop_tree()
    for around in left:
        sweep(around)


def _going_on(boxed: set[HtmlElement], boxes: list[HtmlElement]) -> set[HtmlElement | None]:
    """Return the sections whose last note may go on to their end: the only one, or one of those that do."""
    together: dict[HtmlElement | None, list[HtmlElement]] = {}
    for box in boxes:
        together.setdefault(box.getparent(), []).append(box)
    return {
        around
        for around, own in together.items()
        if len(own) == 1 or any(box.getnext() not in boxed for box in own[:-1])
    }


def _parts(box: HtmlElement, boxes: set[HtmlElement], *, labelled: bool) -> list[HtmlElement]:
    """Return what makes a note: its box, but what only holds the mark, and the blocks that go on with it."""
    more = _continued(box, boxes, labelled=labelled)
    if box.tag in HEADINGS | {"dt"}:
        return more
    if box.tag in {"tr", "table"}:
        box = max(box.iter("td", "th"), key=lambda cell: len(cell.text_content()), default=box)
    if box.tag not in {"p", "blockquote"}:
        box.tag = "div"
    return [box, *more]


def _continued(box: HtmlElement, boxes: set[HtmlElement], *, labelled: bool) -> list[HtmlElement]:
    """Return the blocks that go on with a note: up to the next one, and in a section of notes to its end."""
    if box.tag == "li" or (box.tag not in HEADINGS | {"p", "dt", "div"}):
        return []
    parts: list[HtmlElement] = []
    after = box.getnext()
    while after is not None and after not in boxes and after.tag not in HEADINGS | {"hr", "dt"}:
        parts.append(after)
        after = after.getnext()
    only_label = box.tag in HEADINGS | {"dt"}
    return parts if only_label or after in boxes or (labelled and after is None) else []
