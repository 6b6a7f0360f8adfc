"""What a page shows again and again: a second copy for small screens, a sentence pulled out of its paragraph, buttons.

Beside them what it shows on every page: lines of links.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from crawler.extraction.generic.runs import LONG

if TYPE_CHECKING:
    from crawler.extraction.generic.runs import Run

BUTTONS = 3  # lines that are the same link text, from which on they are buttons: "Check prices", "Reply"
ALL = 0.9  # share of such a line that is a link
MENU = 4  # links in a line that holds nothing else, from which on it is a menu
NEAR = 40  # kept lines on either side of a pulled sentence among which its paragraph is looked for
SET_OUT = frozenset("p div blockquote aside q section center".split())  # what such a sentence may stand in
QUOTES = "“”„‟\"'‘’«»‹›「」『』…"


def drop_copies(runs: list[Run]) -> None:
    """Let go of paragraphs that follow each other as they have done before, and of what stands among the copies.

    Below a heading of their own they are none: a manual says the same of many things.
    """
    kept = [run for run in runs if run.kept]
    headings = Counter(run.letters for run in kept if run.is_heading)
    sections = list(accumulate(run.is_heading and headings[run.letters] == 1 for run in kept))
    prose = [place for place, run in enumerate(kept) if run.is_prose]
    seen: set[tuple[str, str, int]] = set()
    copies: set[int] = set()
    for here, below in pairwise(prose):
        pair = (kept[here].letters, kept[below].letters, sections[here])
        copies.update(range(here, below + 1) if pair in seen else ())
        seen.add(pair)
    first = {run.letters for run in kept[: min(copies, default=0)]}
    for place in copies:
        kept[place].kept = kept[place].letters not in first


def drop_pulled_quotes(runs: list[Run]) -> None:
    """Let go of sentences that are set out once more beside the paragraph, or inside the box, that they are from."""
    kept = [run for run in runs if run.kept and not run.is_block]
    is_source = [run.is_prose for run in kept]
    for place, run in enumerate(kept):
        if len(run.letters) < LONG or run.owner.tag not in SET_OUT:
            continue
        words = run.letters.strip(QUOTES)
        near = range(max(0, place - NEAR), min(place + NEAR + 1, len(kept)))
        longer = (kept[at] for at in near if is_source[at] and len(kept[at].letters) > len(run.letters))
        sources = [other.owner.getparent() for other in longer if words in other.letters]
        run.kept = set(run.owner.iterancestors()).isdisjoint(sources)


def drop_buttons(runs: list[Run]) -> None:
    """Let go of lines of links, and of links that stand among the text again and again with the same few words."""
    links = Counter(run.letters for run in runs if len(run.letters) < LONG and run.is_linked(ALL))
    if all(run.is_linked(ALL) for run in runs if run.kept):
        return
    for run in runs:
        if run.kept and run.is_linked(ALL) and not run.is_heading and not run.is_block:
            run.kept = links[run.letters] < BUTTONS and sum(e.tag == "a" for e, _ in run.pieces) < MENU
