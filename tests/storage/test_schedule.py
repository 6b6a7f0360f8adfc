from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.items import Verdict
from crawler.storage.schedule import GUARDED, count_failures, is_dead, next_due

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize("verdict", [Verdict.OK, Verdict.MOVED])
def test_a_good_page_is_due_after_thirty_days(verdict: Verdict) -> None:
    assert next_due(verdict, 0, NOW) == NOW + timedelta(days=30)


def test_without_a_network_a_source_stays_due() -> None:
    assert next_due(Verdict.OFFLINE, 3, NOW) == NOW


def test_what_robots_txt_forbids_is_asked_for_again_after_a_week() -> None:
    assert next_due(Verdict.ROBOTS, 5, NOW) == NOW + timedelta(days=7)


def test_a_url_that_no_one_can_ask_for_is_never_due() -> None:
    assert next_due(Verdict.INVALID, 1, NOW) is None


@pytest.mark.parametrize(
    ("failures", "days"), [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 30), (7, 30), (10_000, 30)]
)
def test_failures_back_off_from_a_day_to_thirty(failures: int, days: int) -> None:
    assert next_due(Verdict.TIMEOUT, failures, NOW) == NOW + timedelta(days=days)


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict != Verdict.INVALID])
def test_every_other_verdict_makes_a_source_due_some_day(verdict: Verdict) -> None:
    due = next_due(verdict, 1, NOW)

    assert due is not None
    assert NOW <= due <= NOW + timedelta(days=30)


def test_failures_are_counted_until_a_good_fetch_and_not_without_a_network() -> None:
    assert count_failures(Verdict.GONE, 2) == 3
    assert count_failures(Verdict.OFFLINE, 2) == 2
    assert count_failures(Verdict.OK, 2) == 0


def failures(*days: int, verdict: Verdict = Verdict.GONE) -> list[tuple[Verdict, datetime]]:
    return [(verdict, NOW + timedelta(days=day)) for day in days]


@pytest.mark.parametrize("verdict", [Verdict.GONE, Verdict.SOFT_404, Verdict.PARKED])
def test_three_failures_over_a_week_make_a_source_dead(verdict: Verdict) -> None:
    assert is_dead(failures(0, 1, 7, verdict=verdict))
    assert not is_dead(failures(0, 1, 6, verdict=verdict))
    assert not is_dead(failures(0, 30, verdict=verdict))


@pytest.mark.parametrize("verdict", [Verdict.TIMEOUT, Verdict.SERVER_ERROR])
def test_silence_must_last_for_sixty_days(verdict: Verdict) -> None:
    assert not is_dead(failures(0, 7, 30, 59, verdict=verdict))
    assert is_dead(failures(0, 7, 60, verdict=verdict))
    assert not is_dead(failures(0, 7, 30, verdict=verdict) + failures(31))


@pytest.mark.parametrize("verdict", [*GUARDED, Verdict.ROBOTS, Verdict.OFFLINE, Verdict.UNSAFE, Verdict.INVALID])
def test_what_says_nothing_of_the_source_never_makes_it_dead(verdict: Verdict) -> None:
    assert not is_dead(failures(*range(400), verdict=verdict))
    assert not is_dead(failures(*range(400), verdict=verdict) + failures(400, 401))
