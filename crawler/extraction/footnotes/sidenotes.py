"""Notes that stand in the midst of the text: sidenotes behind a checkbox, LaTeXML's, those kept in an attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element

from crawler.extraction.footnotes.marks import MARK, note_of, refer, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FOUND = XPath(
    './/@class[contains(., "note") or contains(., "Note")]'
    "/parent::*[self::span or self::small or self::aside or self::div]"
    "[ancestor::*[self::p or self::li or self::td or self::h1 or self::h2 or self::h3 or self::blockquote]"
    " or preceding-sibling::*[1][self::input or self::label]]"
    "|.//@data-footnote-content/.."
)
CLASSES = frozenset(
    "sidenote sidenote-content sidenote-text side-note marginnote margin-note footnote footnote-content footnote-text "
    "footnote-body footnotecontent footnote__content footnote-popup footnote-tooltip inline-footnote ltx_note_content "
    "fn-content note-content modern-footnotes-footnote__note".split()
)
REPEATED = XPath(
    './/*[contains(@class, "note") or contains(@id, "note")]'
    "//*[(self::li or self::p or self::div) and not(.//li) and not(.//div)]"
)
WORDS = 2  # that a note has, and a reference has not


def take_sidenotes(tree: HtmlElement, notes: list[HtmlElement]) -> None:
    """Take notes out of the text into `notes`."""
    found = [element for element in FOUND(tree) if _is_note(element)]
    around = {outer for element in found for outer in element.iterancestors()}
    taken = set()
    for element in found:
        if element not in around and element.getparent() is not None:
            taken.add("".join(_take(element, notes).split()))
    if taken:
        _drop_repeated(tree, taken)


def _is_note(element: HtmlElement) -> bool:
    if element.get("data-footnote-content"):
        return True
    named = CLASSES & set(element.get("class", "").lower().split())
    return bool(named) and not element.get("data-note") and len(text_of(element).split()) >= WORDS


def _take(element: HtmlElement, notes: list[HtmlElement]) -> str:
    """Take one note; returns its text."""
    if said := element.get("data-footnote-content"):
        note = Element("div")
        note.text = said
        refer(element, len(notes))
        notes.append(note)
        return str(said)
    box = element
    while (parent := box.getparent()) is not None and _only_wraps(parent, box):
        box = parent
    mark = _drop_marks_before(box)
    reference = Element("span")
    box.addprevious(reference)
    if box is element:
        reference.tail, element.tail = element.tail, None
    else:
        reference.tail, box.tail = box.tail, None
        box.getparent().remove(box)
    note = note_of([element], mark, ())
    refer(reference, len(notes))
    notes.append(note)
    return str("".join(note.itertext()))


def _only_wraps(parent: HtmlElement, element: HtmlElement) -> bool:
    """Say whether a wrapper of a note holds nothing besides but its marks."""
    if parent.tag != "span" or "note" not in parent.get("class", "").lower():
        return False
    beside = (text_of(child) + (child.tail or "") for child in parent if child is not element)
    others = "".join([parent.text or "", *beside, element.tail or ""])
    return not others.strip() or MARK.fullmatch(others.strip()) is not None


def _drop_marks_before(box: HtmlElement) -> str:
    """Take away the label, the checkbox and the number right before a note; returns the number."""
    mark = ""
    while (before := box.getprevious()) is not None and not (before.tail or "").strip():
        text = text_of(before)
        if before.tag not in {"label", "input", "sup", "button"} or (
            text and not MARK.fullmatch(text) and len(text) > 1
        ):
            break
        mark = text if MARK.fullmatch(text) else mark
        before.drop_tree()
    return mark


def _drop_repeated(tree: HtmlElement, taken: set[str]) -> None:
    """Take away a list that says the same notes again, for narrow screens."""
    for item in REPEATED(tree):
        text = "".join(item.text_content().split()).strip("↩↑^")
        if text in taken or text.lstrip("0123456789.[]():") in taken:
            item.drop_tree()
