"""What two sequences have in common, in order, in a time that hardly grows faster than they do.

Patience: what stands once in both holds them together, and what lies between is held together in the same way. difflib
is asked only where little is left, as its time grows with the product of both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    Span = tuple[int, int, int, int]  # from and to in the old sequence, from and to in the new one

SMALL = 20_000  # pairs of places that difflib may look at
DEEPEST = 40  # spans within spans; deeper only sequences that are made to be slow
TOGETHER = (1, 2, 4)  # neighbours that are taken as one where each alone stands there too often


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the places, in the old and in the new sequence, of what is in both in the same order."""
    pairs: list[tuple[int, int]] = []
    spans: list[tuple[Span, int]] = [((0, len(old), 0, len(new)), 0)]
    while spans:
        span, depth = spans.pop()
        start, end, begin, stop = span = _trim(old, new, span, pairs)
        if start == end or begin == stop or depth == DEEPEST:
            continue
        if anchors := _anchors(old, new, span):
            spans += [(part, depth + 1) for part in _between(anchors, span)]
        elif (end - start) * (stop - begin) <= SMALL:
            matcher = SequenceMatcher(None, old[start:end], new[begin:stop], autojunk=False)
            for place, other, size in matcher.get_matching_blocks():
                pairs += [(start + place + step, begin + other + step) for step in range(size)]
    return sorted(pairs)


def _trim(old: Sequence[Hashable], new: Sequence[Hashable], span: Span, pairs: list[tuple[int, int]]) -> Span:
    """Note what both begin and end with, and return what is left."""
    start, end, begin, stop = span
    while start < end and begin < stop and old[start] == new[begin]:
        pairs.append((start, begin))
        start, begin = start + 1, begin + 1
    while start < end and begin < stop and old[end - 1] == new[stop - 1]:
        end, stop = end - 1, stop - 1
        pairs.append((end, stop))
    return start, end, begin, stop


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> list[tuple[int, int]]:
    """Return the longest rising run of places whose thing stands once in each part."""
    start, end, begin, stop = span
    for size in TOGETHER:
        once = _once(old, start, end, size)
        there = _once(new, begin, stop, size)
        if both := [(place, there[thing]) for thing, place in once.items() if thing in there]:
            return _rising(both)
    return []


def _once(things: Sequence[Hashable], start: int, end: int, size: int) -> dict[Hashable, int]:
    """Return the place of each thing, or run of neighbours, that stands once in a part, in order."""
    runs = list(zip(*(things[start + step : end] for step in range(size)), strict=False))
    counts = Counter(runs)
    return {run: place for place, run in enumerate(runs, start) if counts[run] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest choice of the pairs, sorted by the first place, whose second place rises too."""
    ends: list[int] = []  # the smallest second place with which a choice of each length ends
    lasts: list[int] = []  # which pair that is
    before: list[int] = []  # for each pair the one before it
    for number, (_, other) in enumerate(pairs):
        length = bisect_left(ends, other)
        before.append(lasts[length - 1] if length else -1)
        if length == len(ends):
            ends.append(other)
            lasts.append(number)
        else:
            ends[length], lasts[length] = other, number
    chosen, number = [], lasts[-1]
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _between(anchors: list[tuple[int, int]], span: Span) -> Iterator[Span]:
    """Yield the parts that begin with each anchor, which trimming takes, and the one before the first."""
    start, end, begin, stop = span
    for place, other in anchors:
        yield start, place, begin, other
        start, begin = place, other
    yield start, end, begin, stop
