"""Whether a page that came again is a version of the article that is kept, or something else in its place. Pure.

Authors extend, shorten, rewrite and restructure. What comes then still has much of the text, or the title and the
subject. A page that has neither may be an error that no rule knows, another article, or what a new owner shows: it is
doubtful, and whoever stores it waits until it came again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import TYPE_CHECKING, Any

from crawler.drift.blocks import WORD, blocks_of
from crawler.drift.naming import named_alike
from crawler.drift.subject import sample, subject_of, subjects_alike

if TYPE_CHECKING:
    from collections import Counter
    from datetime import datetime

    from crawler.drift.blocks import Block

RUN = 3  # words in a row that two texts have in common: single ones say little
KEPT = 0.35  # share of the kept text from which on a page is a version of it, whatever its title
DRAWN = 0.5  # share of a page that comes from the kept text, from which on it is an extract of that
EXTRACT = 0.15  # length of the least extract, as a share of the kept text
SUMMARY = 0.2  # length of the least summary of an article, the same
HALF = 0.5  # the same of a rewriting, of a list whose entries are others, of a version with a later date
# Likeness of two texts' subjects. Of unrelated ones of 100 words, 95 in 100 are below 0.11; of 300 or more, below 0.26.
SUBJECT = 0.1  # under one title, from which on a text of some length is a rewriting of the other
SHORT = 150  # words of the shorter text from which on that grows, with the square root of the words, …
STRICTER = 2  # … up to so many times
SUMMED_UP = 0.25  # from which on a shorter one is a summary of it
ONE_SUBJECT = 0.5  # from which on two titles name one article
BEGINNING = 5  # runs of words that are enough to be the beginning of a text
SPREAD = 1.25  # the beginning of a text is what lies within so many times its own length from the start
FEWEST = 20  # words below which a text says too little to be compared: its title speaks for it
LISTED = 0.6  # share of the words in headings, items and rows from which on a page is a list
MOST = 500_000  # characters of an article that are compared, so that no page takes more than some seconds
SHOWN = 80  # characters of a title that are quoted


@dataclass(frozen=True)
class Version:
    """What is compared of an article."""

    title: str | None
    markdown: str
    canonical_url: str | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None

    @property
    def dated(self) -> datetime | None:
        """The latest day that the page itself names."""
        return max(filter(None, (self.published_at, self.modified_at)), default=None)

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks_of(self.markdown[:MOST])

    @cached_property
    def words(self) -> list[str]:
        """The words in order, in lower case; a character of Han or kana is a word."""
        return [word.casefold() for block in self.blocks for word in WORD.findall(block.key)]

    @property
    def is_list(self) -> bool:
        """Whether most of it is headings, items and rows."""
        listed = sum(block.weight for block in self.blocks if block.kind in {"heading", "item", "row"})
        return listed >= LISTED * sum(block.weight for block in self.blocks)

    @cached_property
    def runs(self) -> list[int]:
        """Hashes of the runs of words, in order."""
        return [hash(tuple(self.words[place : place + RUN])) for place in range(len(self.words) - RUN + 1)]

    @cached_property
    def subject(self) -> Counter[str]:
        return subject_of(sample(self.words))


@dataclass(frozen=True)
class Doubt:
    """Why a page does not replace the kept article yet."""

    reason: str
    kept: float  # share of the kept text that came again, 0 to 1
    length: float  # words of the page, as a share of the kept text's

    @property
    def evidence(self) -> dict[str, Any]:
        """What is stored with the fetch."""
        return {"reason": self.reason, "kept": self.kept, "length": self.length}


def doubt_of(kept: Version, came: Version) -> Doubt | None:
    """Return why `came` does not replace `kept` yet; None where it is a version of the same article."""
    likeness = Likeness(kept, came)
    if likeness.is_one_article:
        return None
    return Doubt(likeness.reason, round(likeness.kept, 3), round(likeness.length, 3))


@dataclass(frozen=True)
class Likeness:
    """What two versions have in common."""

    old: Version
    new: Version

    @property
    def is_one_article(self) -> bool:
        """Whether the new version is the old article, extended, edited, shortened or rewritten."""
        if self.kept >= KEPT:
            return True
        if self.is_named_alike:
            return self.is_tiny or self.is_later or self.is_living or self.is_rewriting or self.is_shortened
        return self.subject >= ONE_SUBJECT and self.length >= HALF

    @property
    def is_later(self) -> bool:
        """Whether the page calls itself a later version: same address, a later day."""
        old, new = self.old, self.new
        if old.canonical_url is None or old.canonical_url != new.canonical_url or not (old.dated and new.dated):
            return False
        return new.dated > old.dated and self.length >= HALF

    @property
    def is_rewriting(self) -> bool:
        words = min(len(self.old.words), len(self.new.words))
        least = SUBJECT * min(max(sqrt(words / SHORT), 1), STRICTER)  # long texts have more in common by chance
        return self.subject >= least and self.length >= HALF

    @property
    def is_shortened(self) -> bool:
        """Whether it is an extract or a summary; of the text's beginning alone it is neither, but cut off."""
        is_extract = self.drawn >= DRAWN and self.length >= EXTRACT
        is_summary = self.subject >= SUMMED_UP and self.length >= SUMMARY
        return (is_extract or is_summary) and not self.is_beginning

    @property
    def is_living(self) -> bool:
        """Whether both are lists, as a front page is: their entries are replaced, the page is the same."""
        return self.old.is_list and self.new.is_list and self.length >= HALF

    @property
    def is_tiny(self) -> bool:
        """Whether the old text says too little. Without a title, a version of it says as little."""
        return len(self.old.words) < FEWEST and (bool(self.old.title) or len(self.new.words) < FEWEST)

    @property
    def is_beginning(self) -> bool:
        """Whether what it has of the text is the beginning of that: nine tenths of it lie at the start."""
        common = set(self.new.runs)
        places = [place for place, run in enumerate(self.old.runs) if run in common]
        return len(places) >= BEGINNING and places[9 * len(places) // 10] < SPREAD * len(places)

    @property
    def reason(self) -> str:
        """What is unlike, in a sentence."""
        title = f"under the title “{shortened}”" if (shortened := (self.new.title or "")[:SHOWN]) else "without a title"
        named = "" if self.is_named_alike else f", {title}"
        if self.length < HALF:
            return f"much shorter than the kept article{named}: {self.length:.0%} of its length"
        return f"another text than the kept article{named}: {self.kept:.0%} of its words came again"

    @cached_property
    def kept(self) -> float:
        """The share of the old text's runs of words that are in the new one."""
        return _share(self.old.runs, self.new.runs)

    @cached_property
    def drawn(self) -> float:
        """The share of the new text's runs of words that are in the old one."""
        return _share(self.new.runs, self.old.runs)

    @cached_property
    def length(self) -> float:
        return len(self.new.words) / max(len(self.old.words), 1)

    @cached_property
    def subject(self) -> float:
        return subjects_alike(self.old.subject, self.new.subject)

    @cached_property
    def is_named_alike(self) -> bool:
        return named_alike(self.old.title, self.new.title)


def _share(runs: list[int], others: list[int]) -> float:
    known = set(others)
    return sum(run in known for run in runs) / len(runs) if runs else 0.0
