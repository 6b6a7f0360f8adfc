"""The sources that an author names below a text: a heading ("참고", "References") and the links below it.

Extractors take them for a menu, as they are links and nothing else; they are the author's own words.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from crawler.extraction.generic.asides import box_beside

if TYPE_CHECKING:
    from crawler.extraction.generic.runs import Run

NAMES = re.compile(
    r"[\W\d_]*(?:참고(?: ?(?:자료|문헌|링크|사이트|문서|글|한 (?:글|자료|사이트)))?|참조|출처|레퍼런스"
    r"|ref(?:erence)?s?|sources?|bibliography|works cited|further reading"
    r"|参考(?:文献|资料|資料|链接|リンク|サイト|記事)?|出典|引用元)(?: ?[&/,·] ?\w+)?\W*",
    re.IGNORECASE,
)
MOST = 60  # lines of a list of sources
MOSTLY = 0.5  # of the kept letters: what holds so many is the text's own box


def keep_references(runs: list[Run]) -> None:
    """Keep what is called the text's sources, with what is below it in its box, down to a heading or a box beside."""
    named = [i for i, run in enumerate(runs) if _names_sources(run)]
    if not named:
        return
    letters = Counter[HtmlElement]()
    for run in runs:
        if run.kept:
            letters.update(dict.fromkeys(run.owner.iterancestors(), len(run.letters)))
    whole = sum(len(run.letters) for run in runs if run.kept)
    for i in named:
        box = runs[i].owner.getparent()
        if whole and letters[box] >= MOSTLY * whole:
            for run in _below(runs, i, box):
                run.kept = True


def _names_sources(run: Run) -> bool:
    return (run.is_heading or not run.linked) and NAMES.fullmatch(run.text) is not None


def _below(runs: list[Run], i: int, box: HtmlElement) -> list[Run]:
    """Return the heading and what follows it, nothing where nothing does."""
    listed = list(takewhile(lambda run: _is_of_list(run, box), runs[i + 1 : i + 1 + MOST]))
    return [runs[i], *listed] if listed else []


def _is_of_list(run: Run, box: HtmlElement) -> bool:
    beside = box_beside(run)
    is_beside = beside is not None and beside not in (box, *box.iterancestors())
    return not run.is_heading and box in run.owner.iterancestors() and not is_beside
