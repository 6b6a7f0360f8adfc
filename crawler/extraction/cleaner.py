"""The cleaned tree: the content of any page in a small vocabulary, from which text, Markdown and HTML are made.

Blocks: h1–h6, p, ul, ol, li, blockquote, table, tr, th, td, pre (holding one code), figure, figcaption, hr.
Within a line: strong, em, del, code, sup, sub, a (absolute href), img (absolute src, alt), br.
Text is inside p, a heading, a figcaption, a cell, or directly in an li that holds nothing else; white space is
squeezed but in pre. Wrappers vanish, whatever nests wrongly comes out right.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lxml.html import Element

from crawler.extraction.images import absolute, image_url
from crawler.extraction.tables import is_data, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.html import HtmlElement

    Mark = tuple[str, tuple[tuple[str, str], ...]]

SPACE = re.compile(r"[\s\xa0]+")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff\xad"))
MARKS = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn"), "em"),
    **dict.fromkeys(("s", "strike", "del"), "del"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("sup",), "sup"),
    **dict.fromkeys(("sub",), "sub"),
}
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
NESTS = frozenset("ul ol li blockquote figure".split())
LEAVES = HEADINGS | {"p", "figcaption"}
WITHIN_LINES = frozenset({*MARKS.values(), "a", "img", "br"})
ENDS_LINE = LEAVES | {"li", "pre"}
BREAKS = frozenset(
    "article section div main header footer aside nav address center details dl dd form fieldset hgroup body html "
    "tbody thead tfoot tr td th caption summary dt noscript picture video audio".split()
)
BOLD = frozenset({"summary", "dt"})
SKIPPED = frozenset(
    "script style template svg iframe object embed canvas input select textarea option button head title meta link "
    "base map area datalist dialog math".split()
)
PERMALINKS = frozenset({"", "#", "¶", "§", "🔗", "#️⃣", "link"})  # what themes hang on a heading


def clean(content: Iterable[HtmlElement], base: str) -> HtmlElement:
    """Return the cleaned tree of some elements of a page, in an `article`; `base` makes addresses absolute."""
    cleaner = Cleaner(base)
    for element in content:
        cleaner.element(element)
        cleaner.close()
    while (last := _last(cleaner.root)) is not None and last.tag == "hr":
        cleaner.root.remove(last)
    return cleaner.root


class Cleaner:
    """Walks elements and writes the tree: a block at a time, marks reopened wherever a block cuts them."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.root = Element("article")
        self.box = self.root  # the block that the next block goes into
        self.line: HtmlElement | None = None  # the block that text goes into
        self.marks: list[Mark] = []  # that hold where the walk is
        self.open: list[tuple[Mark, HtmlElement]] = []  # that are written, in the line
        self.at: HtmlElement | None = None  # where `texts` go: gathered, as adding to a long text copies it each time
        self.texts: list[str] = []
        self.space = False  # white space stands before what comes next

    # --- Reading -------------------------------------------------------------------------------------------------

    def element(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in SKIPPED or not isinstance(tag, str):
            self._skipped(element)
        elif tag in MARKS:
            with self.marked((MARKS[tag], ())):
                self.children(element)
        elif tag in LEAVES:
            self._leaf(element, tag)
        elif tag in NESTS:
            self._nest(element, tag)
        elif tag in BREAKS:
            self._wrapper(element, tag)
        else:
            getattr(self, f"_{tag}", self.children)(element)

    def children(self, element: HtmlElement) -> None:
        self.text(element.text)
        for child in element:
            self.element(child)
            self.text(child.tail)

    def _skipped(self, element: HtmlElement) -> None:
        """Leave out; but the words on a button in the midst of a sentence belong to it."""
        parent = element.getparent()
        if element.tag == "button" and self.line is not None and parent is not None and parent.tag == "p":
            self.children(element)

    def _leaf(self, element: HtmlElement, tag: str) -> None:
        self.close()
        self.start(tag)
        self.children(element)
        self.close()

    def _nest(self, element: HtmlElement, tag: str) -> None:
        attributes = {"start": element.get("start", "")} if element.get("start", "").isdecimal() else {}
        with self.inside(tag, attributes) as box:
            self.children(element)
        _tidy(box)

    def _wrapper(self, element: HtmlElement, tag: str) -> None:
        self.close()
        if tag in BOLD:
            with self.marked(("strong", ())):
                self.children(element)
        else:
            self.children(element)
        self.close()

    def _a(self, element: HtmlElement) -> None:
        address = element.get("href", "")
        if address.startswith("#") and _is_permalink(element):
            return
        url = (
            None if address.startswith("#") and len(address) < 2 else absolute(address, self.base) if address else None
        )
        if url is None:
            self.children(element)
            return
        with self.marked(("a", (("href", url),))):
            self.children(element)

    def _img(self, element: HtmlElement) -> None:
        alt = SPACE.sub(" ", element.get("alt", "")).strip()
        if "emoji" in element.get("class", "") and 0 < len(alt) < 5:
            self.text(alt)
        elif url := image_url(element, self.base):
            self.place(Element("img", {"src": url, "alt": alt}))

    def _br(self, _element: HtmlElement) -> None:
        """Break the line; two in a row part paragraphs, as they did before editors wrote `<p>`."""
        if self.line is None:
            return
        self._flush()
        last = _last(self.open[-1][1] if self.open else self.line)
        if last is not None and last.tag == "br" and not last.tail:
            tag = self.line.tag
            self.close()
            if tag in HEADINGS:
                self.start(tag)
            return
        self.space = False
        self.place(Element("br"))

    def _hr(self, _element: HtmlElement) -> None:
        self.close()
        self.box.append(Element("hr"))

    def _pre(self, element: HtmlElement) -> None:
        self.close()
        code = element.find("code")
        name = code.get("class", "") if code is not None else ""
        text = element.text_content().strip("\n")
        if not text.strip():
            return
        pre, kept = Element("pre"), Element("code", {"class": name} if name.startswith("language-") else {})
        kept.text = text
        pre.append(kept)
        self.box.append(pre)

    def _table(self, element: HtmlElement) -> None:
        self.close()
        if not is_data(element):
            self._wrapper(element, "div")
            return
        with self.inside("table", {}) as table:
            for row in rows(element):
                self._row(row)
        if not len(table):
            table.getparent().remove(table)

    def _row(self, cells: list[HtmlElement | None]) -> None:
        with self.inside("tr", {}):
            for cell in cells:
                with self.inside("th" if cell is not None and cell.tag == "th" else "td", {}) as box:
                    if cell is not None:
                        self.children(cell)
                _to_one_line(box)

    # --- Writing -------------------------------------------------------------------------------------------------

    @contextmanager
    def marked(self, mark: Mark) -> Iterator[None]:
        new = mark not in self.marks and not (mark[0] == "a" and any(name == "a" for name, _ in self.marks))
        if new:
            self.marks.append(mark)
        yield
        if new:
            self.marks.remove(mark)

    @contextmanager
    def inside(self, tag: str, attributes: dict[str, str]) -> Iterator[HtmlElement]:
        self.close()
        outer, self.box = self.box, Element(tag, attributes)
        outer.append(self.box)
        yield self.box
        self.close()
        self.box = outer

    def start(self, tag: str) -> None:
        self.line = Element(tag)
        self.box.append(self.line)

    def close(self) -> None:
        """End the line; one that holds nothing goes."""
        self._flush()
        line, self.line, self.open, self.space = self.line, None, [], False
        if line is None:
            return
        _strip_breaks(line)
        if _last(line) is None and not (line.text or "").strip():
            line.getparent().remove(line)

    def text(self, text: str | None) -> None:
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
        at = self._cursor()
        self._flush()
        at.append(element)

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
        self._write_space(self.line)
        for mark in self.marks[shared:]:
            self._flush()
            assert self.at is not None  # noqa: S101 - _go_to() sets it
            self._go_to(_reopened(self.at, mark) or _opened(self.at, mark))
            self.open.append((mark, self.at))
        return self.at

    def _go_to(self, at: HtmlElement) -> None:
        if at is not self.at:
            self._flush()
            self.at = at

    def _write_space(self, line: HtmlElement) -> None:
        if self.space and (self.texts or not _at_start(line, self.at)):
            self.texts.append(" ")
        self.space = False

    def _flush(self) -> None:
        if self.texts:
            _append_text(self.at, "".join(self.texts))
            self.texts = []


def _is_permalink(link: HtmlElement) -> bool:
    """Say whether a link within the page is only a sign; one around a picture is not."""
    return "".join(link.itertext()).strip() in PERMALINKS and next(link.iter("img"), None) is None


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


def _opened(at: HtmlElement, mark: Mark) -> HtmlElement:
    element = Element(mark[0], dict(mark[1]))
    at.append(element)
    return element


def _reopened(at: HtmlElement, mark: Mark) -> HtmlElement | None:
    """Return the element that has just ended with the same mark: `<b>a</b><b>b</b>` is one."""
    last = _last(at)
    if last is None or last.tail or last.tag != mark[0] or tuple(last.items()) != mark[1]:
        return None
    return last


def _last(element: HtmlElement) -> HtmlElement | None:
    """Return the last child; `len` would count them all, which a line of 100,000 elements does not forgive."""
    return next(element.iterchildren(reversed=True), None)


def _append_text(element: HtmlElement, text: str) -> None:
    last = _last(element)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text


def _at_start(line: HtmlElement, at: HtmlElement) -> bool:
    """Say whether nothing, or a line break, stands before the end of `at`: white space there means nothing."""
    last = _last(at)
    return (last.tag == "br" and not last.tail) if last is not None else (at is line and not at.text)


def _strip_breaks(line: HtmlElement) -> None:
    while (last := _last(line)) is not None and last.tag == "br" and not (last.tail or "").strip():
        line.remove(last)
    while (first := next(iter(line), None)) is not None and first.tag == "br" and not (line.text or "").strip():
        first.drop_tag()
    if last is not None and last.tail:
        last.tail = last.tail.rstrip()


def _tidy(box: HtmlElement) -> None:
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


def _to_one_line(cell: HtmlElement) -> None:
    """Make a cell's blocks lines of one text."""
    for block in [e for e in cell.iterdescendants() if e.tag not in WITHIN_LINES]:
        if block.tag in ENDS_LINE:
            block.append(Element("br"))
        block.drop_tag()
    _strip_breaks(cell)
