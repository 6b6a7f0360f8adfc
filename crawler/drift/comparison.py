"""Two versions of an article compared as a reader would: what is gone or altered, what is new, block by block."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from crawler.drift.blocks import blocks_of
from crawler.drift.matching import Matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.drift.blocks import Block

    Fate = Literal["same", "gone", "new"]
    Kind = Literal["same", "moved", "altered", "gone", "new"]


class Piece(NamedTuple):
    """Words of a block that share their fate."""

    kind: Fate
    text: str


class Change(NamedTuple):
    """What became of a block."""

    kind: Kind
    block: str  # heading, paragraph, quote, item, row, code
    start: str  # what is shown before its words: "## ", "- ", …
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of an article."""

    words: int  # of the older version
    gone: int  # of these words, those that are gone or altered
    new: int  # words of the newer version that were not there
    changes: tuple[Change, ...]  # of all blocks, in the order of the newer version

    @property
    def changed(self) -> bool:
        """Whether anything but the place of a block is different."""
        return any(change.kind in {"altered", "gone", "new"} for change in self.changes)

    @property
    def score(self) -> float:
        """The share of the older version's words that are gone or altered, 0 to 1."""
        return round(self.gone / self.words, 3) if self.words else float(self.new > 0)

    @property
    def alike(self) -> float:
        """The share of both versions' words that they have in common, 0 to 1 (Dice's coefficient)."""
        common = 2 * (self.words - self.gone)
        total = common + self.gone + self.new
        return common / total if total else 1.0


def compare(old: str, new: str) -> Comparison:
    """Compare two versions of an article, as Markdown."""
    matching = Matching(blocks_of(old), blocks_of(new))
    return Comparison(
        words=sum(block.weight for block in matching.old),
        gone=matching.weight_gone,
        new=matching.weight_new,
        changes=tuple(_Weaving(matching).changes()),
    )


class _Weaving:
    """Weaves both articles into one."""

    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        self.kept = matching.words_kept
        self.came_from = {other: place for place, other in matching.partners.items()}

    def changes(self) -> Iterator[Change]:
        """Yield what became of each block: what is gone before what is new in its place."""
        new, moved = self.matching.new, set(self.matching.moved.values())
        for span, other in self.matching.spans():
            lost = deque(place for place in self.matching.altered(span) if place not in self.matching.words)
            for place, limit in zip(other, self._limits(span, other), strict=True):
                while lost and lost[0] < limit:
                    yield self._gone(lost.popleft())
                yield _whole(new[place], "moved") if place in moved else self._change(place)
            yield from map(self._gone, lost)
            if other.stop < len(new):
                yield _whole(new[other.stop], "same")

    def _limits(self, span: range, other: range) -> list[int]:
        """Return for each new block the old one before which all that is gone stood before it."""
        limits, limit = [], span.stop
        for place in reversed(other):
            limit = self.came_from.get(place, limit)
            limits.append(limit)
        return limits[::-1]

    def _gone(self, place: int) -> Change:
        block = self.matching.old[place]
        return Change("gone", block.kind, block.start, (Piece("gone", block.text),))

    def _change(self, place: int) -> Change:
        """Return what a new block is, woven with the words of the old one that became it."""
        old, pieces, done = self.came_from.get(place), list[Piece](), 0
        kept = self.matching.words[old] if old is not None else {}
        for number, token in enumerate(self.matching.old[old].tokens if old is not None else ()):
            other, at = kept.get(number, (None, 0))
            if other is None:
                pieces.append(Piece("gone", token.shown))
            elif other == place:  # else it was cut off, and stands in another block now
                pieces += self._words(place, done, at + 1)
                done = at + 1
        return _change(self.matching.new[place], [*pieces, *self._words(place, done, None)])

    def _words(self, place: int, start: int, end: int | None) -> Iterator[Piece]:
        for number, token in enumerate(self.matching.new[place].tokens[start:end], start):
            yield Piece("same" if (place, number) in self.kept else "new", token.shown)


def _whole(block: Block, kind: Kind) -> Change:
    return Change(kind, block.kind, block.start, (Piece("same", block.text),))


def _change(block: Block, words: Iterable[Piece]) -> Change:
    """Put the words of one fate that follow each other together."""
    runs = groupby(words, key=lambda word: word.kind)
    pieces = tuple(Piece(fate, "".join(word.text for word in run)) for fate, run in runs)
    return Change(pieces[0].kind if len(pieces) == 1 else "altered", block.kind, block.start, pieces)
