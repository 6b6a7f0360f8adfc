"""What marks a footnote: numbers and signs, in the text and before the note; and how both are taken apart."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from lxml.html import HtmlElement

MARK = re.compile(
    r"[\[(（【〔]?\s*+(?:(?:note|nb|n|fn|ref|각주|주|註|注)\s*+(?:\.\s*+)?)?(?:\d{1,4}|[*∗†‡§¶]{1,4}|[a-z]|[ivxl]{2,5})\s*+"
    r"[\])）】〕]?[.:]?",
    re.IGNORECASE,
)
SURE = re.compile(r"[\[(（【〔].*|[\d*∗†‡§¶].*", re.DOTALL)  # no letter of the text
LABEL = re.compile(
    r"(?:(?:foot|end|side)?[ -]?notes?|references?|(?:notes|sources) (?:and|&) references|citations?|각주|주석|미주|주"
    r"|참고 ?문헌|참고 ?자료|脚注|注释|注釈|註|注|参考文献|参考资料|fu(?:ß|ss)noten|anmerkungen|einzelnachweise|notas"
    r"|références|notes et références)\s*:?",
    re.IGNORECASE,
)
BACK = re.compile(r"[\s\ufe0e\ufe0f]*(?:[↩↵⤴⏎↑^⮐⬆🔙☝]|back(?: to (?:text|top|content|article))?|return|jump up)"
                  r"[\s\ufe0e\ufe0f:.]*", re.IGNORECASE)  # fmt: skip
# A mark before a note, set off from its words by brackets or a stop, and a sign of going back that stood before it.
LEADING = re.compile(
    r"\s*(?:[\^↑]\s*|[.:]\s*|(?P<mark>[\[(（【]\s*\w{1,6}\s*[\])）】][.:]?|\w{1,6}[.:)]|[⁰¹²³⁴-⁹]{1,3})\s*)"
)
BACK_CLASS = re.compile(r"back-?(?:ref|link)|to-top|reversefootnote|fn-?return", re.IGNORECASE)
BRACKETS = "[](){}（）【】〔〕.: "
INLINE = frozenset("sup span b i em strong small cite a font button".split())
NAMED = re.compile(r"foot-?_?notes?|end-?notes?|references|citations|fn-?list|footdef|doc-endnotes", re.IGNORECASE)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
EMPTY = XPath("not(.//img or .//pre or .//table or .//video or .//iframe or .//hr) and normalize-space(.) = ''")
FAR = 20  # elements before a note among which its label is looked for
LINKS = XPath('.//a | .//*[contains(@class, "backlink") or contains(@class, "backrefs")]')


def text_of(element: HtmlElement, most: int = 40) -> str:
    """Return the beginning of an element's text, as far as marks and labels go."""
    text = ""
    for part in element.itertext():
        text += part
        if len(text) > most + 200:
            break
    return " ".join(text.split())


def same_mark(one: str, other: str) -> bool:
    """Say whether two marks are the same: `[1]` and `1.`."""
    return bool(one) and one.strip(BRACKETS).lower() == other.strip(BRACKETS).lower()


def refer(reference: HtmlElement, place: int) -> None:
    """Put a reference to the note at `place` where the page has its own, with the brackets around it."""
    while (parent := reference.getparent()) is not None and parent.tag in INLINE and _is_all_of(parent, reference):
        reference = parent
    if parent is None:  # another reference within the same mark was there first
        return
    plain = Element("span", {"data-note": str(place)})
    plain.text, tail = f"[{place + 1}]", reference.tail or ""
    before, attribute = reference.getprevious(), "tail"
    if before is None:
        before, attribute = parent, "text"
    leading = getattr(before, attribute) or ""
    if leading.endswith("[") and tail.startswith("]"):
        setattr(before, attribute, leading[:-1])
        tail = tail[1:]
    plain.tail = tail
    parent.replace(reference, plain)


def _is_all_of(parent: HtmlElement, element: HtmlElement) -> bool:
    outside = (parent.text or "") + (element.tail or "")
    return element.getnext() is None and element.getprevious() is None and not outside.strip(" \n\t[]()")


def note_of(parts: Iterable[HtmlElement], mark: str, back: Container[str]) -> HtmlElement:
    """Make a note of elements, which leave the page, without its mark and the links back to `back`."""
    note = Element("div")
    for part in list(parts):
        parent = part.getparent()
        if parent is not None:
            tail, part.tail = part.tail, None
            _leave(parent, part, tail)
        note.append(part)
    first = _drop_mark(note, mark)
    while first and _drop_mark(note, first) == first:  # LaTeXML's stand twice
        pass
    for link in LINKS(note):
        if _leads_back(link, back) and link.getparent() is not None:
            link.drop_tree()
    return note


def _leave(parent: HtmlElement, part: HtmlElement, tail: str | None) -> None:
    before = part.getprevious()
    parent.remove(part)
    if tail and tail.strip():
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail


def _leads_back(link: HtmlElement, back: Container[str]) -> bool:
    href = link.get("href", "")
    said = f"{link.get('class', '')} {link.get('role', '')} {link.get('rev', '')}"
    return (
        (name := href.partition("#")[2]) in back
        or ("ref" in name and MARK.fullmatch(text_of(link)) is not None)
        or bool(BACK_CLASS.search(said))
        or "data-footnote-backref" in link.attrib
        or (("#" in href or not href) and bool(BACK.fullmatch(text_of(link))))
    )


def _drop_mark(note: HtmlElement, mark: str) -> str:
    """Take the mark away from the beginning of a note; returns it, where it was an element."""
    for element in note.iter():
        if element is not note and element.tag in INLINE and _is_mark(element, mark):
            text = text_of(element)
            element.tail = (element.tail or "").lstrip(" \n\t\xa0.:)]")
            element.drop_tree()
            return text
        if element.text and element.text.strip():
            found = LEADING.match(element.text)
            if found and (not found["mark"] or same_mark(found["mark"], mark)):
                element.text = element.text[found.end() :]
            break
        if _first_tail(element):
            found = LEADING.match(element.tail or "")
            if found and found["mark"] and same_mark(found["mark"], mark):
                element.tail = (element.tail or "")[found.end() :]
            break
    return ""


def _is_mark(element: HtmlElement, mark: str) -> bool:
    text = text_of(element)
    return MARK.fullmatch(text) is not None and (
        same_mark(text, mark) or element.tag == "sup" or (not mark and SURE.fullmatch(text) is not None)
    )


def _first_tail(element: HtmlElement) -> bool:
    """Say whether words follow an empty element, so that a note has begun; the mark's own signs are taken away."""
    if len(element) or not (element.tail or "").strip():
        return False
    element.tail = element.tail.lstrip(" \n\t^↑")
    return bool(element.tail)


def split(box: HtmlElement, targets: list[HtmlElement]) -> Iterator[list[HtmlElement]]:
    """Yield the parts of a box that holds several notes, one after the other, each in a paragraph of its own."""
    starts = [child_of(box, target) for target in targets]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else None
        part = Element("p")
        box.append(part)
        child: HtmlElement | None = start
        while child is not None and child is not end and child is not part:
            after = child.getnext()
            part.append(child)
            child = after
        yield [part]


def child_of(box: HtmlElement, inner: HtmlElement) -> HtmlElement:
    while (around := inner.getparent()) is not None and around is not box:
        inner = around
    return inner


def sweep(place: HtmlElement | None) -> None:
    """Take away what notes that left have left empty: their boxes, the heading over them."""
    while place is not None and place.tag not in {"body", "html", "main", "article"}:
        parent = place.getparent()
        if parent is None or not (_is_label(place) or EMPTY(place)):
            return
        before = place.getprevious()
        place.drop_tree()
        if before is not None and _is_label(before) and _ends_section(before):
            before.drop_tree()
        place = parent


def _is_label(element: HtmlElement) -> bool:
    return bool(LABEL.fullmatch(text_of(element)))


def _ends_section(heading: HtmlElement) -> bool:
    after = heading.getnext()
    return not (heading.tail or "").strip() and (
        after is None or after.tag in HEADINGS or (len(after) < 4 and next(after.iter(*HEADINGS), None) is not None)
    )


def is_labelled(box: HtmlElement) -> bool:
    """Say whether a box stands in what is called footnotes: by a name of what is around it, or by a heading before."""
    for around in (box, *islice(box.iterancestors(), 3)):
        if around.tag in {"body", "article", "main"}:
            return False
        said = f"{around.get('class', '')} {around.get('id', '')} {around.get('data-type', '')}"
        if NAMED.search(said) or any(_is_label(before) for before in _before(around)):
            return True
    return False


def _before(box: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what may be the label of a box: what stands before it, back to a heading, not far."""
    for before in islice(box.itersiblings(preceding=True), FAR):
        if before.tag == "hr":
            return
        if before.tag not in {"ol", "ul", "li"}:
            yield before
        if before.tag in HEADINGS:
            return
