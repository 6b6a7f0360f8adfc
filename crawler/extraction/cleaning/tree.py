"""The cleaned tree: the content of any page in a small vocabulary, from which text, Markdown and HTML are made.

Blocks: h1–h6, p, ul, ol, li, blockquote, table, tr, th, td, pre (holding one code), figure, figcaption, hr.
Within a line: strong, em, del, code, sup, sub, mark, a (absolute href), img (absolute src, alt), br.
A formula is a code of class language-math with its LaTeX, math-display where it has a line of its own. Footnotes are
the last block, an ol of class footnotes; an li of id fn-1 is referred to by `<sup><a href="#fn-1">[1]</a></sup>`.
Text is inside p, a heading, a figcaption, a cell, or directly in an li that holds nothing else; white space is
squeezed but in pre.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lxml.html import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

    Mark = tuple[str, tuple[tuple[str, str], ...]]  # a tag with its attributes

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
LEAVES = HEADINGS | {"p", "figcaption"}
WITHIN_LINES = frozenset("strong em del code sup sub mark a img br".split())
SPACE = re.compile(r"[\s\xa0]+")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff\xad"))


class Writer:
    """Writes the tree, a block at a time, marks reopened wherever a block cuts them."""

    def __init__(self) -> None:
        self.root = Element("article")
        self.box = self.root  # the block that the next block goes into
        self.line: HtmlElement | None = None  # the block that text goes into
        self.marks: list[Mark] = []  # that hold where the walk is
        self.open: list[tuple[Mark, HtmlElement]] = []  # that are written, in the line
        self.at: HtmlElement | None = None  # where `texts` go: gathered, as adding to a long text copies it each time
        self.texts: list[str] = []
        self.space = False  # white space stands before what comes next
        self.broken = False  # the line breaks before what comes next, outside of the marks that have ended

    @contextmanager
    def marked(self, mark: Mark) -> Iterator[None]:
        """Mark what is written meanwhile, but where it is marked so already."""
        new = mark not in self.marks and not (mark[0] == "a" and any(name == "a" for name, _ in self.marks))
        if new:
            self.marks.append(mark)
        yield
        if new:
            self.marks.remove(mark)

    @contextmanager
    def inside(self, tag: str, attributes: dict[str, str]) -> Iterator[HtmlElement]:
        """Write what follows into a block of its own."""
        self.close()
        outer, self.box = self.box, Element(tag, attributes)
        outer.append(self.box)
        yield self.box
        self.close()
        self.box = outer

    def start(self, tag: str) -> None:
        """Begin a line."""
        self.line = Element(tag)
        self.box.append(self.line)

    def close(self) -> None:
        """End the line; one that holds nothing goes."""
        self._flush()
        line, self.line, self.open, self.space, self.broken = self.line, None, [], False, False
        if line is None:
            return
        if last_of(line) is None and not (line.text or "").strip():
            line.getparent().remove(line)

    def block(self, block: HtmlElement) -> None:
        """Put in a block that is whole."""
        self.close()
        self.box.append(block)

    def text(self, text: str | None) -> None:
        """Write words, their white space squeezed."""
        if not text:
            return
        squeezed = SPACE.sub(" ", text.translate(INVISIBLE))
        words = squeezed.strip(" ")
        if not words:
            self.space = self.space or bool(squeezed)
            return
        self.space = self.space or squeezed[0] == " "
        self._cursor()
        self.texts.append(words)
        self.space = squeezed[-1] == " "

    def place(self, element: HtmlElement) -> None:
        """Put an element into the line."""
        at = self._cursor()
        self._flush()
        at.append(element)

    def line_break(self) -> None:
        """Break the line; two in a row part paragraphs, as they did before editors wrote `<p>`."""
        if self.line is None:
            return
        if not self.broken:
            self.broken = self._has_begun()
            return
        tag = self.line.tag
        self.close()
        if tag in HEADINGS:
            self.start(tag)

    def _cursor(self) -> HtmlElement:
        """Return the element that the next text goes into, white space written and marks opened."""
        if self.line is None:
            self.start("p")
            self.space = False
        assert self.line is not None  # noqa: S101 - start() sets it
        shared = 0
        while shared < min(len(self.open), len(self.marks)) and self.open[shared][0] == self.marks[shared]:
            shared += 1
        del self.open[shared:]
        self._go_to(self.open[-1][1] if self.open else self.line)
        self._write_gap()
        for mark in self.marks[shared:]:
            self._flush()
            assert self.at is not None  # noqa: S101 - _go_to() sets it
            again = _reopened(self.at, mark)
            self._go_to(_opened(self.at, mark) if again is None else again)
            self.open.append((mark, self.at))
        return self.at

    def _go_to(self, at: HtmlElement) -> None:
        if at is not self.at:
            self._flush()
            self.at = at

    def _write_gap(self) -> None:
        """Write the line break or the white space before what comes; a line begins with neither."""
        if self.broken:
            self._flush()
            assert self.at is not None  # noqa: S101 - _go_to() sets it
            self.at.append(Element("br"))
        elif self.space and self._has_begun():
            self.texts.append(" ")
        self.space = self.broken = False

    def _has_begun(self) -> bool:
        assert self.line is not None  # noqa: S101 - who asks has a line
        return bool(self.texts or self.line.text or last_of(self.line) is not None)

    def _flush(self) -> None:
        if self.texts:
            _append_text(self.at, "".join(self.texts))
            self.texts = []


def runs(box: HtmlElement, write: Callable[[HtmlElement], str]) -> Iterator[str | HtmlElement]:
    """Yield what a box holds in order: its blocks, and each run of text between them as `write` writes its elements."""
    run = box.text or ""
    for child in box:
        if child.tag in WITHIN_LINES:
            run += write(child)
        else:
            if run.strip():
                yield run.strip()
            yield child
            run = ""
        run += child.tail or ""
    if run.strip():
        yield run.strip()


def tidy(box: HtmlElement) -> None:
    """Take away an empty block; unwrap the only paragraph of a list item, and a figure without a picture."""
    if not len(box):
        box.getparent().remove(box)
    elif box.tag in {"ul", "ol"}:
        _items_only(box)
    elif box.tag == "li":
        if sum(child.tag == "p" for child in box) == 1 and box[0].tag == "p":
            box[0].drop_tag()
    elif box.tag == "figure" and next(box.iter("img"), None) is None:
        for caption in box.iterchildren("figcaption"):
            caption.tag = "p"
        box.drop_tag()


def _items_only(box: HtmlElement) -> None:
    """Put what stands in a list outside its items into the item before (nested lists often do)."""
    item: HtmlElement | None = None
    for child in list(box):
        if child.tag == "li":
            item = child
        elif item is None:
            item = Element("li")
            box.insert(0, item)
            item.append(child)
        else:
            item.append(child)


def _opened(at: HtmlElement, mark: Mark) -> HtmlElement:
    element = Element(mark[0], dict(mark[1]))
    at.append(element)
    return element


def _reopened(at: HtmlElement, mark: Mark) -> HtmlElement | None:
    """Return the element that has just ended with the same mark: `<b>a</b><b>b</b>` is one."""
    last = last_of(at)
    if last is None or last.tail or last.tag != mark[0] or tuple(last.items()) != mark[1]:
        return None
    return last


def last_of(element: HtmlElement) -> HtmlElement | None:
    """Return the last child; `len` would count them all, which a line of 100,000 elements does not forgive."""
    return next(element.iterchildren(reversed=True), None)


def _append_text(element: HtmlElement, text: str) -> None:
    last = last_of(element)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text


def strip_breaks(line: HtmlElement) -> None:
    """Take away the line breaks at both ends of a line, which break nothing."""
    while (last := last_of(line)) is not None and last.tag == "br" and not (last.tail or "").strip():
        line.remove(last)
    while (first := next(iter(line), None)) is not None and first.tag == "br" and not (line.text or "").strip():
        first.drop_tag()
    if last is not None and last.tail:
        last.tail = last.tail.rstrip()
