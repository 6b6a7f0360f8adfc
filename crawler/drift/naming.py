"""Whether two titles name one article. Pure."""

from __future__ import annotations

import re

from crawler.drift.blocks import WORD

NAMED = 0.6  # share of the shorter title's words that two names of one article have in common
BETWEEN = re.compile(r" (?:[-–—|·•‹›«»]|::) ")  # what stands between an article's name and its site's


def named_alike(old: str | None, new: str | None) -> bool:
    """Return whether a new title names what the old one named. The site's name at the end of both names no article."""
    before, after = _parts(old), _parts(new)
    is_whole = True
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
        is_whole = False
    if not is_whole and not before:
        return True  # the title was the site's name alone, or is the same
    one, other = frozenset[str]().union(*before), frozenset[str]().union(*after)
    return one == other or len(one & other) >= NAMED * max(min(len(one), len(other)), 1)


def _parts(title: str | None) -> list[frozenset[str]]:
    """Return the words of what a title is made of: an article's name, a section's, a site's."""
    parts = (_words(part) for part in BETWEEN.split(" ".join((title or "").split())))
    return [part for part in parts if part]


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(text))
