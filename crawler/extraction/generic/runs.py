"""The runs of text that a page is made of: what stands between two edges of blocks.

A choice of content is a choice of runs. What an extractor kept is only text, often without its line breaks, pictures
and tables; laid over the runs of the page (`choices`) it says which parts of the page to keep, as the page has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crawler.extraction.cleaning.tables import is_data
from crawler.extraction.cleaning.tree import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i img ins kbd label mark nobr q ruby rb rp "
    "rt s samp small span strike strong sub sup time tt u var wbr".split()
)
SILENT = frozenset("script style template noscript svg head select textarea option input iframe object".split())
LONG = 24  # letters: a run of so many stands on a page once
PROSE = 80  # letters from which on a run is prose
FIRST_WIDE = "\u1100"  # of the scripts whose letters are syllables or words


@dataclass(slots=True)
class Run:
    """One run: its pieces are (element, "text" | "tail" | "whole"), in order; `owner` is the block around them."""

    owner: HtmlElement
    pieces: list[tuple[HtmlElement, str]] = field(default_factory=list)
    text: str = ""
    letters: str = ""  # the text without white space
    linked: int = 0  # characters of the text that are links
    kept: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it is a whole block that is no prose: code, a table, a formula."""
        return self.pieces[0][1] == "whole"

    @property
    def is_heading(self) -> bool:
        """Whether it is the text of a heading."""
        return self.owner.tag in HEADINGS

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough to be a paragraph."""
        length = len(self.letters)
        return length >= PROSE or (length >= PROSE // 2 and _is_wide(self.letters))

    def is_linked(self, share: float) -> bool:
        """Say whether so much of it or more is links."""
        return self.linked >= share * len(self.text)


def _is_wide(letters: str) -> bool:
    """Say whether letters are for the most Korean, Japanese or Chinese, of which one says as much as two others."""
    return not letters.isascii() and 2 * sum(letter >= FIRST_WIDE for letter in letters) > len(letters)


def runs_of(root: HtmlElement) -> list[Run]:
    """Return the runs of text below an element, in order."""
    finder = _Finder(root)
    finder.walk(root)
    finder.end()
    return finder.runs


class _Finder:
    """Walks a page and ends a run at every edge of a block."""

    def __init__(self, root: HtmlElement) -> None:
        self.runs: list[Run] = []
        self.owner = root
        self.pieces: list[tuple[HtmlElement, str]] = []
        self.texts: list[str] = []
        self.links = 0  # how many `<a>` hold where the walk is
        self.linked = 0

    def walk(self, element: HtmlElement) -> None:
        self.add(element, "text", element.text)
        for child in element:
            tag = child.tag
            if tag == "a":
                leads = self.owner.tag not in HEADINGS or not child.get("href", "").startswith("#")
                self.links += leads  # a heading may lead to itself, which is no link to another page
                self.walk(child)
                self.links -= leads
            elif tag in INLINE and not (tag == "span" and self.is_equation(child)):
                self.walk(child)
            elif tag not in SILENT:
                self.block(child, tag)
            self.add(child, "tail", child.tail)

    def block(self, child: HtmlElement, tag: str) -> None:
        self.end()
        if tag in {"pre", "span"} or child.get("data-equation") or (tag == "table" and is_data(child)):
            self.add(child, "whole", child.text_content())
            self.linked = sum(len("".join(link.itertext())) for link in child.iter("a"))
            self.end()
            return
        outer, self.owner = self.owner, child
        self.walk(child)
        self.end()
        self.owner = outer

    def is_equation(self, span: HtmlElement) -> bool:
        """Say whether a formula stands on a line of its own."""
        after = span.getnext()
        ends = not (span.tail or "").strip() and (
            after is None or after.tag not in INLINE or after.tag in {"br", "span"}
        )
        return "data-tex" in span.attrib and not self.texts and ends

    def add(self, element: HtmlElement, part: str, text: str | None) -> None:
        if text and (self.texts or not text.isspace()):  # a run begins with a word
            self.pieces.append((element, part))
            self.texts.append(text)
            if self.links:
                self.linked += len(text)

    def end(self) -> None:
        if not self.texts:
            return
        words = "".join(self.texts).split()
        self.runs.append(Run(self.owner, self.pieces, " ".join(words), "".join(words), self.linked))
        self.pieces, self.texts, self.linked = [], [], 0
