"""The runs of text that a page is made of: what stands between two edges of blocks.

A choice of content is a choice of runs. What an extractor kept is only text, often without its line breaks, pictures
and tables; laid over the runs of the page it says which parts of the page to keep, as the page has them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extraction.tables import is_data
from crawler.extraction.tree import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i img ins kbd label mark nobr q ruby rb rp "
    "rt s samp small span strike strong sub sup time tt u var wbr".split()
)
SILENT = frozenset("script style template noscript svg head select textarea option input iframe object".split())
LONG = 24  # letters: a run of so many stands on a page once
GRAM = 4  # words that are compared at a time where a run was kept in part
PROSE = 80  # letters from which on a run is prose
FAMILY = 3  # kept runs of prose that are built alike, before others are believed to be of them
KIN = 4  # blocks around a run that say how it is built
GAP = 12  # runs left out between two kept ones that are far apart
ISLAND = 0.1  # share of the kept letters that one far apart must have
SHARE = 0.98  # of the kept letters that the box holds: a stray line elsewhere does not widen it
WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Run:
    """One run: its pieces are (element, "text" | "tail" | "whole"), in order; `owner` is the block around them."""

    owner: HtmlElement
    pieces: list[tuple[HtmlElement, str]] = field(default_factory=list)
    text: str = ""
    letters: str = ""  # the text without white space
    kept: bool = False

    @property
    def block(self) -> bool:
        """Whether it is a whole block that is no prose: code, a table, a formula."""
        return self.pieces[0][1] == "whole"


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

    def walk(self, element: HtmlElement) -> None:
        self.add(element, "text", element.text)
        for child in element:
            tag = child.tag
            if tag in INLINE and not (tag == "span" and self.is_equation(child)):
                self.walk(child)
            elif tag not in SILENT:
                self.block(child, tag)
            self.add(child, "tail", child.tail)

    def block(self, child: HtmlElement, tag: str) -> None:
        self.end()
        if tag in {"pre", "span"} or child.get("data-equation") or (tag == "table" and is_data(child)):
            self.add(child, "whole", child.text_content())
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
        return span.get("data-tex") == "display" and not self.texts and ends

    def add(self, element: HtmlElement, part: str, text: str | None) -> None:
        if text and (self.texts or not text.isspace()):  # a run begins with a word
            self.pieces.append((element, part))
            self.texts.append(text)

    def end(self) -> None:
        if not self.texts:
            return
        words = "".join(self.texts).split()
        self.runs.append(Run(self.owner, self.pieces, " ".join(words), "".join(words)))
        self.pieces, self.texts = [], []


def mark_kept(runs: list[Run], lines: Iterable[str]) -> None:
    """Mark the runs that an extractor kept, given the lines of its text."""
    lines = list(lines)
    squeezed = ["".join(line.split()) for line in lines]
    whole, single = "\n".join(squeezed), frozenset(squeezed)
    joined = whole.replace("\n", "")
    grams: Counter[tuple[str, ...]] | None = None
    for run in runs:
        if len(run.letters) < LONG:
            run.kept = run.letters in single
            continue
        run.kept = run.letters in whole or run.letters in joined
        if not run.kept:
            grams = _grams(" ".join(lines)) if grams is None else grams
            run.kept = _mostly(run.text, grams)
    _join_kin(runs)
    _drop_islands(runs)
    _bridge(runs, joined)


def _join_kin(runs: list[Run]) -> None:
    """Keep prose that is built as kept prose is: pages that lay a text out in several boxes have one box chosen."""
    kin = Counter(_build(run) for run in runs if run.kept and len(run.letters) >= PROSE)
    for run in runs:
        if not run.kept and len(run.letters) >= PROSE and kin[_build(run)] >= FAMILY:
            run.kept = not _is_linked(run)


def _build(run: Run) -> tuple[str, ...]:
    """Return the tags and classes of the blocks around a run, the nearest first."""
    around = (run.owner, *islice(run.owner.iterancestors(), KIN - 1))
    return tuple(f"{e.tag}.{e.get('class', '')}" for e in around)


def _is_linked(run: Run) -> bool:
    """Say whether half of a run's letters or more are links."""
    elements = {element for element, part in run.pieces if part == "text"}
    linked = (e for e in elements if e.tag == "a" or any(a.tag == "a" for a in islice(e.iterancestors(), 3)))
    return 2 * sum(len(e.text or "") for e in linked) >= len(run.text)


def _drop_islands(runs: list[Run]) -> None:
    """Let go of little that stands far from the rest: a teaser, a line of the footer."""
    islands: list[list[Run]] = []
    gap = GAP
    for run in runs:
        if not run.kept:
            gap += 1
            continue
        if gap >= GAP:
            islands.append([])
        islands[-1].append(run)
        gap = 0
    weights = [sum(len(run.letters) for run in island) for island in islands]
    for island, weight in zip(islands, weights, strict=True):
        for run in island:
            run.kept = weight >= ISLAND * sum(weights)


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(zip(*(words[i:] for i in range(GRAM)), strict=False))


def _mostly(text: str, grams: Counter[tuple[str, ...]]) -> bool:
    own = _grams(text)
    return sum((own & grams).values()) * 2 > sum(own.values())


def _bridge(runs: list[Run], joined: str) -> None:
    """Keep, between kept runs, code and tables, the headings of kept text, and what is too short to be told apart."""
    kept = [i for i, run in enumerate(runs) if run.kept and len(run.letters) >= LONG]
    if not kept:
        return
    own = [run.kept for run in runs]
    for i in range(kept[0], kept[-1]):
        run, leads = runs[i], own[i + 1]
        heading = run.owner.tag in HEADINGS and (leads or (runs[i + 1].owner.tag in HEADINGS and own[i + 2]))
        short = leads and own[i - 1] and len(run.letters) < LONG and run.letters in joined
        run.kept = run.kept or heading or short or (run.block and not _is_menu(run))
    _take_the_end(runs, kept[-1])


def _take_the_end(runs: list[Run], last: int) -> None:
    """Keep code and tables, with their headings, that come right after the last kept text of the same box."""
    box = runs[last].owner.getparent()
    for i in range(last + 1, len(runs)):
        run, leads = runs[i], runs[i + 1].block if i + 1 < len(runs) else False
        deep = KIN if run.pieces[0][0].tag == "pre" else 1  # code is wrapped more than once
        beside = run.owner is box or box in islice(run.owner.iterancestors(), deep)
        if not beside or not ((run.block and not _is_menu(run)) or (leads and run.owner.tag in HEADINGS)):
            return
        run.kept = True


def _is_menu(run: Run) -> bool:
    """Say whether a table holds links for the most part."""
    links = run.pieces[0][0].iter("a")
    return sum(len("".join(link.itertext())) for link in links) * 2 > len(run.text)


def cut_to(root: HtmlElement, runs: list[Run]) -> HtmlElement:
    """Cut a page down to its kept runs, and return the smallest element that holds them all."""
    weights: Counter[HtmlElement] = Counter()
    for run in runs:
        if run.kept:
            for element in (run.owner, *run.owner.iterancestors()):
                weights[element] += len(run.letters)
    box = _smallest(root, weights)
    for run in runs:
        if not run.kept:
            _remove(run)
    _cut(box, weights, {run.owner for run in runs})
    return box


def _smallest(root: HtmlElement, weights: Counter[HtmlElement]) -> HtmlElement:
    box, whole = root, weights[root]
    while whole:
        inner = next((child for child in box if weights[child] >= SHARE * whole and child.tag not in INLINE), None)
        if inner is None or inner.tag in {"ul", "ol", "table", "tbody", "tr"}:
            return box
        box = inner
    return box


def _cut(box: HtmlElement, weights: Counter[HtmlElement], owners: set[HtmlElement]) -> None:
    """Drop the subtrees that had text and keep none; pictures that stand among kept text stay."""
    with_text = {a for owner in owners for a in (owner, *owner.iterancestors())}
    _cut_below(box, weights, with_text)


def _cut_below(box: HtmlElement, weights: Counter[HtmlElement], with_text: set[HtmlElement]) -> None:
    for child in list(box):
        if child in with_text and not weights[child] and child.tag not in INLINE:
            child.drop_tree()
        elif weights[child]:
            _cut_below(child, weights, with_text)


def _remove(run: Run) -> None:
    for element, part in run.pieces:
        if part == "text":
            element.text = None
        elif part == "tail":
            element.tail = None
        elif element.tag != "img" and element.getparent() is not None:
            element.drop_tree()
