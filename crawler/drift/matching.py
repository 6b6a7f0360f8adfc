"""What of an old article's blocks is in a new one, whole or in words.

Blocks that are the same hold both articles together, also where one has moved. Between them words are compared, so that
a paragraph that was cut in two, or grew by a sentence, keeps what it kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crawler.drift.alignment import align

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.drift.blocks import Block

    Place = tuple[int, int]  # of a word: its block, and where it stands in that

KEPT = 0.5  # share of a block's words from which on it is the same block, altered; less is chance
FEW = 4  # words below which a block has to be a good part of the one that it became as well
RARE = 4  # blocks in which a word may stand that leads to a block that moved and was altered


@dataclass
class Matching:
    """Which blocks and words are in both articles. Blocks are called by their numbers."""

    old: list[Block]
    new: list[Block]
    same: dict[int, int] = field(default_factory=dict)  # blocks that stayed where they were: old to new
    moved: dict[int, int] = field(default_factory=dict)  # that are the same elsewhere
    words: dict[int, dict[int, Place]] = field(default_factory=dict)  # of an old block, by their place: where they are
    partners: dict[int, int] = field(default_factory=dict)  # old block to the new one that it became

    def __post_init__(self) -> None:
        keys = [[block.key for block in blocks] for blocks in (self.old, self.new)]
        self.same = dict(align(*keys))
        self._find_moved(*keys)
        self._known = {*self.same.values(), *self.moved.values()}
        self._taken: set[int] = set()
        for span, other in self.spans():
            old, new = self.altered(span), [place for place in other if place not in self._known]
            if old and new:
                self._compare_words(old, new)
        self._find_altered_elsewhere()

    @property
    def words_kept(self) -> set[Place]:
        """Where the words of altered blocks are now."""
        return {there for kept in self.words.values() for there in kept.values()}

    def spans(self) -> Iterator[tuple[range, range]]:
        """Yield the old and the new blocks between those that stayed where they were."""
        start = begin = 0
        for place, other in [*sorted(self.same.items()), (len(self.old), len(self.new))]:
            yield range(start, place), range(begin, other)
            start, begin = place + 1, other + 1

    def altered(self, places: Iterable[int]) -> list[int]:
        """Return those of the old blocks that are nowhere as they were."""
        return [place for place in places if place not in self.same and place not in self.moved]

    @property
    def weight_gone(self) -> int:
        """How many words of the old blocks are nowhere."""
        return sum(
            token.weight
            for place in self.altered(range(len(self.old)))
            for number, token in enumerate(self.old[place].tokens)
            if number not in self.words.get(place, ())
        )

    @property
    def weight_new(self) -> int:
        """How many words of the new blocks were nowhere."""
        kept = self.words_kept
        return sum(
            token.weight
            for place, block in enumerate(self.new)
            if place not in self._known
            for number, token in enumerate(block.tokens)
            if (place, number) not in kept
        )

    def _find_moved(self, old: list[str], new: list[str]) -> None:
        taken, waiting = set(self.same.values()), defaultdict[str, deque[int]](deque)
        for place, key in enumerate(new):
            if place not in taken:
                waiting[key].append(place)
        for place, key in enumerate(old):
            if place not in self.same and waiting.get(key):
                self.moved[place] = waiting[key].popleft()

    def _compare_words(self, old: list[int], new: list[int]) -> None:
        """Note which words of the old blocks are in the new ones, of each block that kept enough of them."""
        here = [(place, number) for place in old for number in range(len(self.old[place].tokens))]
        there = [(place, number) for place in new for number in range(len(self.new[place].tokens))]
        keys = [self.old[place].tokens[number].key for place, number in here]
        found: dict[int, dict[int, Place]] = defaultdict(dict)
        for one, other in align(keys, [self.new[place].tokens[number].key for place, number in there]):
            place, number = here[one]
            found[place][number] = there[other]
        for place, kept in found.items():
            partner = Counter(other for other, _ in kept.values()).most_common(1)[0][0]
            if self._is_no_chance(self.old[place], kept, self.new[partner]):
                self.words[place] = kept
                self._join(place, partner)

    def _is_no_chance(self, block: Block, kept: Iterable[int], partner: Block) -> bool:
        """Say whether a block kept so much that it is the same one, altered, and not a word that another has too."""
        weight = sum(block.tokens[number].weight for number in kept)
        return weight >= KEPT * max(block.weight, 1) and (block.weight >= FEW or weight >= KEPT * partner.weight)

    def _join(self, place: int, partner: int) -> None:
        if partner not in self._taken:
            self.partners[place] = partner
            self._taken.add(partner)

    def _find_altered_elsewhere(self) -> None:
        """Compare the blocks that seem gone with those that seem new and share their rare words."""
        reached = {place for place, _ in self.words_kept} | self._known
        having = defaultdict[str, list[int]](list)
        for place, block in enumerate(self.new):
            for key in {token.key for token in block.tokens if token.weight} if place not in reached else ():
                having[key].append(place)
        for place in self.altered(range(len(self.old))):
            if place not in self.words and (other := self._likeliest(place, having)) is not None:
                self._compare_words([place], [other])

    def _likeliest(self, place: int, having: dict[str, list[int]]) -> int | None:
        """Return the new block, of those by their words, that shares most rare words with an old one."""
        sharing = (having.get(key, ()) for key in {token.key for token in self.old[place].tokens})
        rare = Counter(other for others in sharing if len(others) <= RARE for other in others)
        return next((other for other, _ in rare.most_common() if other not in self._taken), None)
