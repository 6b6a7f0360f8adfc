from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crawler.drift.alignment import align

SEQUENCES = st.lists(st.sampled_from("abcdefgh"), max_size=60)


@given(SEQUENCES, SEQUENCES)
def test_what_is_aligned_is_the_same_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = align(old, new)

    assert all(old[place] == new[other] for place, other in pairs)
    assert all(one[0] < next_[0] and one[1] < next_[1] for one, next_ in pairwise(pairs))


@given(SEQUENCES, SEQUENCES)
def test_what_both_begin_and_end_with_is_aligned(middle: list[str], other: list[str]) -> None:
    pairs = align(["x", "y", *middle, "z"], ["x", "y", *other, "z"])

    assert {(0, 0), (1, 1), (2 + len(middle), 2 + len(other))} <= set(pairs)


@given(SEQUENCES)
def test_a_sequence_is_aligned_with_itself(things: list[str]) -> None:
    assert align(things, things) == [(place, place) for place in range(len(things))]
