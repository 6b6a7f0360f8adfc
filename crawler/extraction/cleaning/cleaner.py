"""Elements of any page to the cleaned tree: wrappers vanish, whatever nests wrongly comes out right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.html import Element

from crawler.extraction.addresses import absolute
from crawler.extraction.cleaning.permalinks import heads_section, is_permalink
from crawler.extraction.cleaning.tables import is_data, rows, to_one_line
from crawler.extraction.cleaning.tree import HEADINGS, LEAVES, SPACE, Writer, last_of, tidy
from crawler.extraction.idioms.images import image_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MARKS = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn"), "em"),
    **dict.fromkeys(("s", "strike", "del"), "del"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "sup": "sup",
    "sub": "sub",
    "mark": "mark",
}
NESTS = frozenset("ul ol li blockquote figure".split())
MOST_NESTED = 80  # boxes within each other: a list within a list becomes two, and what writes the tree is recursive
BREAKS = frozenset(
    "article section div main header footer aside nav address center details dl dd form fieldset hgroup body html "
    "tbody thead tfoot tr td th caption summary dt noscript picture video audio".split()
)
BOLD = frozenset({"summary", "dt"})
SKIPPED = frozenset(
    "script style template svg iframe object canvas select textarea option button head title meta link "
    "base map area datalist dialog math".split()
)
UNSEEN = re.compile(r"display:\s*none", re.IGNORECASE)  # of a span: what sorts a column, a name for small screens
NUMBER = re.compile(r"\d{1,9}", re.ASCII)  # of a list's first item, as long as Markdown takes it


def clean(content: HtmlElement, base: str) -> HtmlElement:
    """Return the cleaned tree of an element of a page, in an `article`; `base` makes addresses absolute."""
    cleaner = Cleaner(base)
    cleaner.element(content)
    cleaner.out.close()
    root = cleaner.out.root
    while (last := last_of(root)) is not None and last.tag == "hr":
        root.remove(last)
    return root


class Cleaner:
    """Walks elements and writes what they mean."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.out = Writer()
        self.nested = 0  # boxes within each other
        self.own = {
            "a": self._a,
            "img": self._img,
            "br": self._br,
            "hr": self._hr,
            "pre": self._pre,
            "table": self._table,
            "span": self._span,
            "embed": self._embed,
            "input": self._input,
            "q": self._q,
            "rt": self._rt,
        }

    def element(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in SKIPPED or not isinstance(tag, str):
            self._skipped(element)
        elif tag in MARKS:
            with self.out.marked((MARKS[tag], ())):
                self.children(element)
        elif tag in LEAVES:
            self._leaf(element, tag)
        elif tag in NESTS:
            self._nest(element, tag)
        elif tag in BREAKS:
            self._wrapper(element, tag)
        else:
            self.own.get(tag, self.children)(element)

    def children(self, element: HtmlElement) -> None:
        self.out.text(element.text)
        for child in element:
            self.element(child)
            self.out.text(child.tail)

    def _skipped(self, element: HtmlElement) -> None:
        """Leave out; but the words on a button in the midst of a sentence belong to it."""
        parent = element.getparent()
        if element.tag == "button" and self.out.line is not None and parent is not None and parent.tag == "p":
            self.children(element)

    def _leaf(self, element: HtmlElement, tag: str) -> None:
        self.out.close()
        self.out.start(tag)
        self.children(element)
        self.out.close()

    def _nest(self, element: HtmlElement, tag: str) -> None:
        if self.nested == MOST_NESTED:
            self._wrapper(element, tag)
            return
        start = element.get("start", "")
        attributes = {"start": start} if NUMBER.fullmatch(start) else {}
        self.nested += 1
        with self.out.inside(tag, attributes) as box:
            self.children(element)
        self.nested -= 1
        tidy(box)

    def _wrapper(self, element: HtmlElement, tag: str) -> None:
        self.out.close()
        if tag in BOLD:
            with self.out.marked(("strong", ())):
                self.children(element)
        else:
            self.children(element)
        self.out.close()

    def _a(self, element: HtmlElement) -> None:
        address = element.get("href", "")
        if address.startswith("#") and is_permalink(element):
            return
        if address.startswith("#") and heads_section(element):
            self.children(element)
            return
        url = absolute(address, self.base) if address not in {"", "#"} else None
        if url is None or (address.startswith("#") and self._in_heading()):
            self.children(element)
            return
        with self.out.marked(("a", (("href", url),))):
            self.children(element)

    def _in_heading(self) -> bool:
        return self.out.line is not None and self.out.line.tag in HEADINGS

    def _span(self, element: HtmlElement) -> None:
        """Write a formula or a reference to a note, which the passes before have left as such; not what is unseen."""
        if UNSEEN.search(element.get("style", "")):
            return
        if element.get("data-tex"):
            self._formula(element)
        elif note := element.get("data-note"):
            raised, link = Element("sup"), Element("a", {"data-note": note})
            link.text = element.text
            raised.append(link)
            self.out.place(raised)
        else:
            self.children(element)

    def _formula(self, element: HtmlElement) -> None:
        kind = "display" if element.get("data-tex") == "display" and self._in_paragraph() else "inline"
        code = Element("code", {"class": f"language-math math-{kind}"})
        code.text = SPACE.sub(" ", element.text_content()).strip()
        if kind == "display":
            self.out.close()
        if code.text:
            self.out.place(code)
        if kind == "display":
            self.out.close()

    def _in_paragraph(self) -> bool:
        return self.out.line is None or self.out.line.tag == "p"

    def _img(self, element: HtmlElement) -> None:
        alt = SPACE.sub(" ", element.get("alt", "")).strip()
        if "emoji" in element.get("class", "") and 0 < len(alt) < 5:
            self.out.text(alt)
        elif url := image_url(element, self.base):
            self.out.place(Element("img", {"src": url, "alt": alt}))

    def _embed(self, element: HtmlElement) -> None:
        url = absolute(element.get("src", ""), self.base)
        if url is None:
            return
        self.out.close()
        with self.out.marked(("a", (("href", url),))):
            self.out.text(element.get("title") or url)
        self.out.close()

    def _input(self, element: HtmlElement) -> None:
        """Write the box of a task; other fields of a form are left out."""
        parent = element.getparent()
        item = parent.getparent() if parent is not None and parent.tag in {"label", "p"} else parent
        if element.get("type") == "checkbox" and item is not None and item.tag == "li":
            self.out.text("[x] " if "checked" in element.attrib else "[ ] ")

    def _q(self, element: HtmlElement) -> None:
        self.out.text("“")
        self.children(element)
        self.out.text("”")

    def _rt(self, element: HtmlElement) -> None:
        """Write how a word is read, in the brackets of its own or in ours."""
        parent = element.getparent()
        bare = parent is None or next(parent.iterchildren("rp"), None) is None
        self.out.text("(" if bare else None)
        self.children(element)
        self.out.text(")" if bare else None)

    def _br(self, _element: HtmlElement) -> None:
        self.out.line_break()

    def _hr(self, _element: HtmlElement) -> None:
        self.out.block(Element("hr"))

    def _pre(self, element: HtmlElement) -> None:
        self.out.close()
        code = element.find("code")
        name = code.get("class", "") if code is not None else ""
        text = element.text_content().strip("\n")
        if not text.strip():
            return
        pre, kept = Element("pre"), Element("code", {"class": name} if name.startswith("language-") else {})
        kept.text = text
        pre.append(kept)
        self.out.block(pre)

    def _table(self, element: HtmlElement) -> None:
        self.out.close()
        if not is_data(element):
            self._wrapper(element, "div")
            return
        for caption in element.iterchildren("caption"):
            self._wrapper(caption, "caption")
        with self.out.inside("table", {}) as table:
            for row in rows(element):
                self._row(row)
        if not len(table):
            table.getparent().remove(table)

    def _row(self, cells: list[HtmlElement | None]) -> None:
        with self.out.inside("tr", {}):
            for cell in cells:
                with self.out.inside("th" if cell is not None and cell.tag == "th" else "td", {}) as box:
                    if cell is not None:
                        self.children(cell)
                to_one_line(box)
