"""What a page shows again and again: a second copy for small screens, a sentence pulled out of its paragraph, buttons.

Beside them what it shows on every page: lines of links.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from crawler.extraction.generic.runs import LONG

if TYPE_CHECKING:
    from crawler.extraction.generic.runs import Run

BUTTONS = 3  # lines that are the same link text, from which on they are buttons: "Check prices", "Reply"
ALL = 0.9  # share of such a line that is a link
MENU = 4  # links in a line that holds nothing else, from which on it is a menu
SET_OUT = frozenset("p div blockquote aside q section center".split())  # what such a sentence may stand in
QUOTES = "“”„‟\"'‘’«»‹›「」『』…"


def drop_copies(runs: list[Run]) -> None:
    """Let go of paragraphs that follow each other as they have done before, and of what stands among the copies."""
    kept = [run for run in runs if run.kept]
    prose = [place for place, run in enumerate(kept) if run.is_prose]
    seen: set[tuple[str, str]] = set()
    copies: list[int] = []
    for here, below in pairwise(prose):
        pair = (kept[here].letters, kept[below].letters)
        copies += (here, below) if pair in seen else ()
        seen.add(pair)
    if copies:
        first = {run.letters for run in kept[: copies[0]]}
        for run in kept[copies[0] : copies[-1] + 1]:
            run.kept = run.letters not in first


def drop_pulled_quotes(runs: list[Run]) -> None:
    """Let go of sentences that are set out once more beside the paragraph, or inside the box, that they are from."""
    prose = [run for run in runs if run.kept and run.is_prose and not run.is_block]
    whole = "\n".join(run.letters for run in prose)
    for run in runs:
        if not run.kept or len(run.letters) < LONG or run.is_block or run.owner.tag not in SET_OUT:
            continue
        words = run.letters.strip(QUOTES)
        if whole.count(words) > run.is_prose:
            longer = (other for other in prose if len(other.letters) > len(run.letters))
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
