from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from crawler.storage.schedule import (
    GUARDED,
    Bounds,
    asked_pause,
    count_failures,
    is_dead,
    next_due,
    next_interval,
)
from crawler.verdict import Verdict

NOW = datetime(2026, 3, 1, tzinfo=UTC)
BOUNDS = Bounds(timedelta(days=7), timedelta(days=90))


@pytest.mark.parametrize("verdict", [Verdict.OK, Verdict.MOVED])
def test_a_good_page_is_due_in_the_last_fifth_of_its_interval(verdict: Verdict) -> None:
    interval = timedelta(days=10)
    due = [next_due(verdict, 0, NOW, interval=interval, source_id=n) for n in range(1000)]

    assert all(NOW + interval * 0.8 < each <= NOW + interval for each in due if each)
    assert due == [next_due(verdict, 0, NOW, interval=interval, source_id=n) for n in range(1000)]


def test_ten_thousand_sources_of_one_day_are_due_on_many() -> None:
    due = [next_due(Verdict.OK, 0, NOW, interval=timedelta(days=30), source_id=n) for n in range(1, 10_001)]
    hours = Counter(at.replace(minute=0, second=0, microsecond=0) for at in due if at)

    assert len(hours) >= 6 * 24
    assert max(hours.values()) < 10_000 / (6 * 24) * 1.1


def day(*, changed: bool | None, before: float | None, since: float | None = 1000) -> float:
    interval = None if before is None else timedelta(days=before)
    passed = None if since is None else timedelta(days=since)
    return next_interval(interval, changed=changed, since=passed, bounds=BOUNDS) / timedelta(days=1)


def test_an_interval_begins_at_thirty_days_within_the_bounds() -> None:
    assert day(changed=None, before=None, since=None) == 30
    close = Bounds(timedelta(days=1), timedelta(days=5))
    assert next_interval(None, changed=None, since=None, bounds=close) == timedelta(days=5)


def test_what_changes_is_asked_for_sooner_and_what_does_not_later() -> None:
    assert day(changed=True, before=30) == 15
    assert day(changed=False, before=30) == 45
    assert (day(changed=True, before=7), day(changed=False, before=90)) == (7, 90)
    assert (day(changed=None, before=400), day(changed=None, before=1)) == (90, 7)


def test_who_asks_out_of_turn_and_finds_nothing_learns_nothing() -> None:
    assert day(changed=False, before=30, since=1) == 30
    assert day(changed=False, before=30, since=24) == 45
    assert day(changed=True, before=30, since=1) == 15


def lived_through(days: int, changes_every: float | None) -> list[float]:
    """Return the gaps, in days, between the fetches of a source that changes at such intervals."""
    at, seen, gaps = NOW, 0, []
    interval = next_interval(None, changed=None, since=None, bounds=BOUNDS)
    while at < NOW + timedelta(days=days):
        due = next_due(Verdict.OK, 0, at, interval=interval, source_id=7)
        assert due is not None
        gaps.append((due - at) / timedelta(days=1))
        version = int((due - NOW) / timedelta(days=changes_every)) if changes_every else 0
        interval = next_interval(interval, changed=version != seen, since=due - at, bounds=BOUNDS)
        at, seen = due, version
    return gaps


def test_over_two_years_a_source_is_asked_for_as_often_as_it_changes() -> None:
    still, monthly, daily = (lived_through(730, each) for each in (None, 30, 1))

    assert len(still) <= 12
    assert 80 < max(still) <= 90
    assert 24 <= len(monthly) <= 60
    assert 5.6 <= min(daily) <= 7
    assert len(daily) >= 100


@pytest.mark.parametrize("status", [429, 503])
def test_who_says_when_to_come_again_is_believed(status: int) -> None:
    def pause(value: str) -> timedelta | None:
        return asked_pause(status, {"retry-after": value}, NOW)

    assert pause("120") == timedelta(minutes=2)
    assert pause(" 0 ") == timedelta()
    assert pause("Sun, 01 Mar 2026 06:00:00 GMT") == timedelta(hours=6)
    assert pause("Sat, 28 Feb 2026 06:00:00 GMT") == timedelta()
    assert pause("9" * 400) == pause("Fri, 01 Jan 2106 00:00:00 GMT") == timedelta(days=30)
    assert pause("soon") is pause("-3") is pause("") is pause("1.5") is None


def test_only_an_answer_that_puts_us_off_asks_for_a_pause() -> None:
    assert asked_pause(200, {"retry-after": "120"}, NOW) is None
    assert asked_pause(None, {}, NOW) is None


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
    assert not is_dead([*failures(0, 30, verdict=verdict), (verdict, NOW + timedelta(minutes=3))])  # the same day


@pytest.mark.parametrize("verdict", [Verdict.TIMEOUT, Verdict.SERVER_ERROR])
def test_silence_must_last_for_sixty_days(verdict: Verdict) -> None:
    assert not is_dead(failures(0, 7, 30, 59, verdict=verdict))
    assert is_dead(failures(0, 7, 60, verdict=verdict))
    assert not is_dead(failures(0, 7, 30, verdict=verdict) + failures(31))


@pytest.mark.parametrize(
    "verdict", sorted({*GUARDED, Verdict.ROBOTS, Verdict.OFFLINE, Verdict.UNSAFE, Verdict.INVALID})
)
def test_what_says_nothing_of_the_source_never_makes_it_dead(verdict: Verdict) -> None:
    assert not is_dead(failures(*range(400), verdict=verdict))
    assert not is_dead(failures(*range(400), verdict=verdict) + failures(400, 401))
