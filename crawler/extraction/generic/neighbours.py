"""What stands around kept text: structure mends a choice of runs where words alone decide wrongly.

Runs that are built as kept ones are, or lie among them, are kept too; far islands, teasers and the title are not.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, pairwise, zip_longest
from typing import TYPE_CHECKING

from crawler.extraction.generic.asides import (
    drop_boxes_beside,
    drop_bylines,
    drop_partings,
    drop_pointers,
    is_aside,
    is_hidden,
)
from crawler.extraction.generic.copies import drop_buttons, drop_copies, drop_pulled_quotes
from crawler.extraction.generic.entries import head_entries
from crawler.extraction.generic.references import keep_references
from crawler.extraction.generic.runs import LONG, PROSE
from crawler.extraction.generic.teasers import drop_teasers_below

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from crawler.extraction.generic.runs import Run

FAMILY = 3  # kept runs of prose that are built alike, before others are believed to be of them
KIN = 4  # blocks around a run that say how it is built
GAP = 12  # runs left out between two kept ones that are far apart
ISLAND = 0.1  # share of the kept letters that one far apart must have
HOLE = 6  # runs left out between two kept ones, at most, that may have been left out by mistake
HALF = 0.5  # of a run's letters: from there on it is a link more than a text
TEASER = 0.9  # share of a heading that is a link, where it announces another page
MOSTLY = 0.75  # share of the kept letters from which on headings that announce pages are what the page is for
ALIKE = 0.6  # share of words that a heading has in common with the page's title, where it is that title
ALIKE_FIRST = 0.3  # the same for a heading of the first level
WORD = re.compile(r"\w+")


def mend(runs: list[Run], text: str, title: str | None) -> None:
    """Mend a choice; `text` is all that was kept, without white space."""
    _join_kin(runs)
    _drop_islands(runs)
    _bridge(runs, text)
    _head_first(runs)
    head_entries(runs)
    _fill_holes(runs, _drop_title(runs, title or ""))
    _drop_teasers(runs)
    drop_teasers_below(runs)
    drop_copies(runs)
    drop_pulled_quotes(runs)
    drop_buttons(runs)
    drop_boxes_beside(runs)
    drop_bylines(runs)
    drop_pointers(runs)
    drop_partings(runs)
    keep_references(runs)
    _drop_last_headings(runs)


def _join_kin(runs: list[Run]) -> None:
    """Keep prose that is built as kept prose is: pages that lay a text out in several boxes have one box chosen.

    Within the only article of a page one such paragraph is enough. So is one for what its box holds without any.
    """
    kin = Counter(_build(run) for run in runs if run.kept and run.is_prose)
    boxes = {run.owner.getparent() for run in runs if run.kept and run.is_prose and run.owner.tag == "p"}
    articles = {a for run in runs if run.is_prose for a in islice(run.owner.iterancestors("article"), 1)}
    for run in runs:
        if not run.kept and run.is_prose and run.owner in boxes:
            run.kept = _is_text(run, PROSE)
        elif not run.kept and run.is_prose and (alike := kin[_build(run)]):
            inside = len(articles) == 1 and next(run.owner.iterancestors("article"), None) is not None
            run.kept = (alike >= FAMILY or inside) and not run.is_linked(HALF)


def _build(run: Run) -> tuple[str, ...]:
    """Return the tags and classes of the blocks around a run, the nearest first."""
    around = (run.owner, *islice(run.owner.iterancestors(), KIN - 1))
    return tuple(f"{e.tag}.{e.get('class', '')}" for e in around)


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
    whole = sum(weights)
    for island, weight in zip(islands, weights, strict=True):
        for run in island:
            run.kept = weight >= ISLAND * whole


def _bridge(runs: list[Run], text: str) -> None:
    """Keep, between kept runs, code and tables, the headings of kept text, and what is too short to be told apart."""
    kept = [i for i, run in enumerate(runs) if run.kept and len(run.letters) >= LONG]
    if not kept:
        return
    own = [run.kept for run in runs]
    for i in range(kept[0], kept[-1]):
        run, leads = runs[i], own[i + 1]
        if run.kept:
            continue
        heading = run.is_heading and (leads or (runs[i + 1].is_heading and own[i + 2]))
        short = leads and own[i - 1] and len(run.letters) < LONG and run.letters in text
        run.kept = heading or short or _is_exhibit(run)
    _take_the_end(runs, kept[-1])


def _head_first(runs: list[Run]) -> None:
    """Keep the heading right above the first kept text, where others of its level head kept text beside it."""
    first = next((i for i, run in enumerate(runs) if run.kept), 0)
    if not first or not runs[first - 1].is_heading:
        return
    heading = runs[first - 1]
    box, tag = heading.owner.getparent(), heading.owner.tag
    heading.kept = any(run.kept and run.owner.tag == tag and run.owner.getparent() is box for run in runs[first:])


def _take_the_end(runs: list[Run], last: int) -> None:
    """Keep code and tables, with their headings, that come right after the last kept text of the same box."""
    box = runs[last].owner.getparent()
    for i in range(last + 1, len(runs)):
        run, leads = runs[i], runs[i + 1].is_block if i + 1 < len(runs) else False
        deep = KIN if run.pieces[0][0].tag == "pre" else 1  # code is wrapped more than once
        beside = run.owner is box or box in islice(run.owner.iterancestors(), deep)
        if not beside or not (_is_exhibit(run) or (leads and run.is_heading)):
            return
        run.kept = True


def _is_exhibit(run: Run) -> bool:
    """Say whether a run is code or a table, and no menu laid out as one."""
    return run.is_block and not run.is_linked(HALF)


def _fill_holes(runs: list[Run], title: list[int]) -> None:
    """Keep the lines and items that were left out in the midst of kept text, and prose below the title.

    Links stay out, and what its class calls an aside.
    """
    kept = [i for i, run in enumerate(runs) if run.kept]
    first = next((i for i in kept if runs[i].is_prose), len(runs))
    for before, after in pairwise([*title[-1:], *kept]):
        if 1 < after - before <= HOLE + 1:
            boxes = [box for run in (runs[before], runs[after]) for box in (run.owner, run.owner.getparent())]
            for run in runs[before + 1 : after]:
                inside = run.owner.tag == "li" or run.owner in boxes or run.owner.getparent() in boxes
                beside = len(runs[before].letters) >= LONG or run.owner.getparent() is boxes[1]
                short = beside and _may_be_short(run, boxes[1::2])
                run.kept = inside and _is_text(run, 1 if short else PROSE if before < first else LONG)


def _may_be_short(run: Run, boxes: list[HtmlElement | None]) -> bool:
    """Say whether a run is an item of a list that stands beside the text, or a paragraph between two of one box."""
    if run.owner.tag == "li":
        return run.owner.getparent().getparent() in boxes
    return run.owner.tag == "p" and all(run.owner.getparent() is box for box in boxes)


def _is_text(run: Run, letters: int) -> bool:
    return len(run.letters) >= letters and not run.is_linked(HALF) and not (is_aside(run) or is_hidden(run.owner))


def _drop_title(runs: list[Run], title: str) -> list[int]:
    """Let go of the page's title above the text, and of the lines above it; return where it stood.

    The article has its title elsewhere.
    """
    bare, words = _bare(title), _words(title)
    titles = [i for i, run in _until_prose(runs) if (bare and _bare(run.text) == bare) or _is_title(run, words)]
    for i in range(titles[-1] + 1 if titles else 0):
        runs[i].kept = runs[i].kept and runs[i].is_prose and i not in titles
    return titles


def _is_title(run: Run, words: set[str]) -> bool:
    """Say whether a heading is the title of these words, which may be longer or shorter there.

    A heading of the first level that is quite another stays: posts have such headings.
    """
    if not run.is_heading:
        return False
    own = _words(run.text)
    alike = ALIKE_FIRST if run.owner.tag == "h1" else ALIKE
    return len(own & words) >= alike * len(own | words)


def _until_prose(runs: list[Run]) -> Iterable[tuple[int, Run]]:
    for i, run in enumerate(runs):
        if run.kept:
            yield i, run
            if run.is_prose and not run.is_heading:
                return


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


def _drop_teasers(runs: list[Run]) -> None:
    """Let go of headings that are links to other pages and have no text below them, and of the heading above them.

    Where they are most of what is kept, the page is a list of them.
    """
    kept = [i for i, run in enumerate(runs) if run.kept]
    gone = set[int]()
    for here, below in zip_longest(kept, kept[1:]):
        if _is_teaser(runs[here]) and (below is None or _is_teaser(runs[below]) or here - 1 in gone):
            gone.add(here)
    if sum(len(runs[i].letters) for i in gone) > MOSTLY * sum(len(runs[i].letters) for i in kept):
        return
    for i in gone:
        runs[i].kept = False
        if i and runs[i - 1].is_heading:
            runs[i - 1].kept = False


def _is_teaser(run: Run) -> bool:
    return run.is_heading and run.is_linked(TEASER)


def _drop_last_headings(runs: list[Run]) -> None:
    for run in reversed(runs):
        if run.kept:
            if not run.is_heading:
                return
            run.kept = False
