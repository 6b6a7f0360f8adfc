from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.storage.confirmation import PATIENCE, TRUSTED, is_confirmed, next_look

FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "passed", "quality", "confirmed"),
    [
        (3, 7, TRUSTED, True),
        (4, 30, 1.0, True),
        (2, 7, 1.0, False),  # on too few days
        (3, 6.9, 1.0, False),  # over too few days
        (9, 90, TRUSTED - 0.01, False),  # never, however often it comes
    ],
)
def test_a_candidate_is_confirmed_on_three_days_over_seven_at_some_quality(
    days: int, passed: float, quality: float, confirmed: bool
) -> None:
    assert is_confirmed(days, FIRST, FIRST + timedelta(days=passed), quality) is confirmed


def test_a_candidate_is_requested_again_after_one_two_and_four_days_and_then_as_any_source() -> None:
    looks = [next_look(days, days) for days in (1, 2, 3, 4)]

    assert looks == [timedelta(days=1), timedelta(days=2), timedelta(days=4), None]


def test_a_source_that_shows_another_page_each_time_is_requested_as_any_source_after_a_while() -> None:
    assert next_look(1, PATIENCE) == timedelta(days=1)
    assert next_look(1, PATIENCE + 1) is None
