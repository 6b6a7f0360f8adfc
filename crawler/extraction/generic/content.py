"""The content of a page that no platform's rules describe: several extractors, asked in the order of their cost.

trafilatura's precise rules say which text is content; laid over the runs of the page and mended by what stands around
it (`neighbours`), that is the answer for most pages. Where it is in doubt, because little was found, most of the page's
prose was left out or what is kept lies scattered, the others are asked as well, and the choice counts that the others
agree with and that stands together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import XPath, strip_elements

from crawler.extraction.generic import members
from crawler.extraction.generic.choices import Lines, agreement, contiguity, weight
from crawler.extraction.generic.cutting import cut_to
from crawler.extraction.generic.neighbours import mend
from crawler.extraction.generic.overlays import drop_overlays
from crawler.extraction.generic.pictures import picture_runs
from crawler.extraction.generic.runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from crawler.extraction.generic.choices import Choice
    from crawler.extraction.generic.runs import Run

NOISE = tuple("script style template svg noscript iframe object link meta head".split())
FRINGE = frozenset("nav footer aside form header".split())
LITTLE = 400  # letters below which a precise choice is not believed unasked
ENOUGH_PROSE = 0.4  # share of a page's prose that it must hold as well
TOGETHER = 0.7  # contiguity below which a choice is scattered
HALF = 0.5  # of what the balanced mode finds
TOO_MANY = 20_000  # elements, above which no extractor is asked: it would take seconds
TOO_WIDE = XPath("boolean(descendant-or-self::*[count(*) > 8000])")  # the same of one element's children


def readable_runs(tree: HtmlElement) -> list[Run]:
    """Return the runs of a page's body that can be read; takes out of the tree what cannot."""
    strip_elements(tree, *NOISE, with_tail=False)
    drop_overlays(tree)
    return runs_of(tree.find("body"))


def content_of(tree: HtmlElement, runs: list[Run], title: str | None = None) -> HtmlElement:
    """Return the element that holds the content, and cut the tree down to it.

    `runs` are those of this tree; `title` is the page's.
    """
    body = tree.find("body")
    if sum(1 for _ in body.iter()) <= TOO_MANY and not TOO_WIDE(body):
        _keep(runs, _choose(tree, runs, title))
    if not any(run.kept for run in runs):
        _keep_all_but_fringe(runs)
    pictures = picture_runs(body, runs)
    if not pictures and not any(run.kept and not run.is_linked(HALF) for run in runs):
        _keep_all_but_fringe(runs)  # a list of titles and nothing else
    return cut_to(body, [*runs, *pictures])


def _choose(tree: HtmlElement, runs: list[Run], title: str | None) -> Choice:
    enough = max(LITTLE, ENOUGH_PROSE * _prose(runs))
    first = _laid(runs, members.precise(tree), title)
    if weight(runs, first) < enough:
        second = _laid(runs, members.balanced(tree), title)
        first = second if weight(runs, first) < HALF * weight(runs, second) else first
    if weight(runs, first) >= enough and contiguity(runs, first) >= TOGETHER:
        return first
    others = (_laid(runs, ask(tree), title) for ask in (members.readable, members.plain))
    return _best(runs, [first, *others])


def _laid(runs: list[Run], lines: list[str], title: str | None) -> Choice:
    """Return the choice that an extractor's lines make of the runs, mended."""
    held = Lines(lines)
    _keep(runs, [held.hold(run) for run in runs])
    mend(runs, held.joined, title)
    return [run.kept for run in runs]


def _keep(runs: list[Run], choice: Choice) -> None:
    for run, kept in zip(runs, choice, strict=True):
        run.kept = kept


def _best(runs: list[Run], choices: Sequence[Choice]) -> Choice:
    """Return the choice that agrees most with the others and stands together; the first of equals."""

    def trust(choice: Choice) -> float:
        others = [agreement(runs, choice, other) for other in choices if other is not choice]
        return sum(others) / len(others) + contiguity(runs, choice)

    return max(choices, key=trust)


def _prose(runs: list[Run]) -> int:
    """Count the letters of the page's long runs, those at its fringe aside."""
    return sum(len(run.letters) for run in runs if run.is_prose and not _at_fringe(run))


def _at_fringe(run: Run) -> bool:
    return any(e.tag in FRINGE for e in (run.owner, *run.owner.iterancestors()))


def _keep_all_but_fringe(runs: list[Run]) -> None:
    for run in runs:
        run.kept = not _at_fringe(run)
