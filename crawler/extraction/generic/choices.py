"""Choices of content: the lines that an extractor kept, laid over the runs of the page.

A choice says of each run whether it is kept. Two choices can be compared, run by run, and one choice says something of
itself: whether what it keeps stands together.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from crawler.extraction.generic.runs import LONG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crawler.extraction.generic.runs import Run

    Choice = list[bool]  # of each run of a page, whether it is kept

GRAM = 4  # words that are compared at a time where a run was kept in part
WORD = re.compile(r"\w+")


class Lines:
    """The lines that an extractor kept, ready to be asked for a run."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)
        squeezed = ["".join(line.split()) for line in self.lines]
        self.single = frozenset(squeezed)
        self.joined = "".join(squeezed)

    @cached_property
    def words(self) -> list[str]:
        """All words, in order."""
        return WORD.findall(" ".join(self.lines))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words without their order: who has few of them needs no closer look."""
        return frozenset(self.words)

    @cached_property
    def grams(self) -> frozenset[tuple[str, ...]]:
        """The words, GRAM at a time."""
        return frozenset(_grams(self.words))

    def hold(self, run: Run) -> bool:
        """Say whether a run was kept: whole, or for the most part."""
        letters = run.letters
        if letters in self.single or len(letters) < LONG:
            return letters in self.single
        return letters in self.joined or self._hold_most(run.text)

    def _hold_most(self, text: str) -> bool:
        words = WORD.findall(text)
        if 2 * sum(word in self.vocabulary for word in words) <= len(words) - GRAM:
            return False
        held = [gram in self.grams for gram in _grams(words)]
        return 2 * sum(held) > len(held)


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(GRAM)), strict=False)


def weight(runs: list[Run], choice: Choice) -> int:
    """Count the letters that a choice keeps."""
    return sum(len(run.letters) for run, kept in zip(runs, choice, strict=True) if kept)


def agreement(runs: list[Run], one: Choice, other: Choice) -> float:
    """Return how much two choices have in common, 0 to 1: the F1 of their letters."""
    both = weight(runs, [a and b for a, b in zip(one, other, strict=True)])
    return 2 * both / ((weight(runs, one) + weight(runs, other)) or 1)


def contiguity(runs: list[Run], choice: Choice) -> float:
    """Return which share of the letters between its first and its last run a choice keeps.

    An article stands together, picked scraps do not.
    """
    kept = [place for place, is_kept in enumerate(choice) if is_kept]
    if not kept:
        return 0.0
    between = sum(len(run.letters) for run in runs[kept[0] : kept[-1] + 1])
    return weight(runs, choice) / between
