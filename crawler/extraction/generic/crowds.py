"""Lines of very many elements, which no one writes: for them extractors take a time that grows with their square."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element

from crawler.extraction.generic.runs import INLINE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CROWDED = XPath("descendant-or-self::*[count(*) > 100]")
WORDS = (INLINE - {"br"}) | {"img"}


def thin_out(tree: HtmlElement) -> None:
    """Join the words in a line of more than 100 elements to one text, or to one link where most of them are links."""
    for box in CROWDED(tree):
        line = _Line(box)
        for child in list(box):
            if child.tag in WORDS:
                line.take(child)
            else:
                line.end()
                line.after = child
        line.end()


class _Line:
    """The words between two elements that are none."""

    def __init__(self, box: HtmlElement) -> None:
        self.box = box
        self.after: HtmlElement | None = None  # the element that the line comes after
        self.words: list[str] = []
        self.linked = 0

    def take(self, child: HtmlElement) -> None:
        """Take an element out of the tree, and keep its words."""
        text = "".join(child.itertext())
        self.linked += len(text) if child.tag == "a" else 0
        self.words += [text, child.tail or ""]
        self.box.remove(child)

    def end(self) -> None:
        """Write the words back."""
        before = (self.box.text if self.after is None else self.after.tail) or ""
        text = before + "".join(self.words)
        if self.words:
            linked = 2 * self.linked > len(text)
            self._write("" if linked else text)
            if linked:
                link = Element("a", href="#")
                link.text = text
                self.box.insert(0, link) if self.after is None else self.after.addnext(link)
        self.words, self.linked = [], 0

    def _write(self, text: str) -> None:
        if self.after is None:
            self.box.text = text
        else:
            self.after.tail = text
