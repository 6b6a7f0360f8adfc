"""When a source is due again, and when it counts as dead. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

GOOD = frozenset({Verdict.OK, Verdict.MOVED})
ABSENT = frozenset({Verdict.GONE, Verdict.SOFT_404, Verdict.PARKED})  # the source is not there
SILENT = frozenset({Verdict.SERVER_ERROR, Verdict.TIMEOUT})  # nor is anybody who could say so
GUARDED = frozenset({Verdict.BLOCKED, Verdict.CAPTCHA, Verdict.LOGIN})  # somebody is there, and keeps us out
NEUTRAL = frozenset({Verdict.DOUBTFUL, Verdict.OFFLINE})  # neither a success nor a failure of the source
DEAD_FAILURES = 3  # that a source is dead takes failures on so many days
DEAD_AFTER = timedelta(days=7)  # and so long from the first to the last, where each says that it is not there
SILENT_AFTER = timedelta(days=60)  # where some say nothing: servers come back after weeks

START = timedelta(days=30)  # until a source is asked for a second time: posts and pages of documentation rarely change
LONGER = 1.5  # what an interval becomes where nothing changed
SHORTER = 0.5  # where something did: a change is news, and two steps back undo what it did
ENOUGH = 0.75  # share of its interval after which a source that did not change says that it rarely does
SPREAD = 0.2  # share of an interval, its last, over which sources of one day are spread
GOLDEN = 0x9E3779B1  # 2^32 / φ: its multiples lie evenly in 0 … 2^32, those of neighbours far apart

UNTIL_ALLOWED = timedelta(days=7)  # after robots.txt said no: sites change their rules more often than their minds
FIRST_RETRY = timedelta(days=1)  # after one failure; doubled by each that follows
LAST_RETRY = timedelta(days=30)  # the doubling stops here, and no Retry-After asks for more
FIRST_RESCUE = timedelta(days=30)  # archives grow: what they do not have yet may come
LAST_RESCUE = timedelta(days=360)


@dataclass(frozen=True)
class Bounds:
    """Between which the intervals of sources adapt."""

    shortest: timedelta = timedelta(days=7)
    longest: timedelta = timedelta(days=90)

    def clamp(self, interval: timedelta) -> timedelta:
        return max(self.shortest, min(interval, self.longest))


def next_interval(
    interval: timedelta | None, *, changed: bool | None, since: timedelta | None, bounds: Bounds
) -> timedelta:
    """Return the time from a good fetch to the next.

    `changed` is None where there was nothing to compare with, `since` the time since the fetch before. What did not
    change within a small part of its interval says nothing: it may have been asked for out of turn.
    """
    before = bounds.clamp(interval or START)
    if changed:
        return bounds.clamp(before * SHORTER)
    if changed is None or since is None or since < before * ENOUGH:
        return before
    return bounds.clamp(before * LONGER)


def next_due(
    verdict: Verdict, failures: int, now: datetime, *, interval: timedelta = START, source_id: int = 0
) -> datetime | None:
    """Return when to ask again after this verdict, the last of `failures` in a row; None: never.

    After a good or a doubtful fetch that is in the last fifth of `interval`, each source at a place of its own.
    """
    match verdict:
        case Verdict.INVALID:
            return None
        case Verdict.OFFLINE:
            return now
        case Verdict.OK | Verdict.MOVED | Verdict.DOUBTFUL:
            return now + interval * (1 - SPREAD * place(source_id))
        case Verdict.ROBOTS:
            return now + UNTIL_ALLOWED
        case _:
            doublings = min(max(failures, 1) - 1, 16)  # enough for any interval, and no overflow after years
            return now + min(FIRST_RETRY * (1 << doublings), LAST_RETRY)


def place(source_id: int) -> float:
    """Return a number from 0 up to 1, the same for a source each time, far from its neighbours'."""
    return (source_id * GOLDEN % 2**32) / 2**32


def asked_pause(status: int | None, headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """Return for how long an answer asks to be left alone: Retry-After of a 429 or 503, in seconds or as a date."""
    value = headers.get("retry-after", "").strip()
    if status not in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE} or not value:
        return None
    if value.isascii() and value.isdigit():
        return min(timedelta(seconds=min(int(value[:16]), 10**9)), LAST_RETRY)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:  # "-0000", and what names no zone: HTTP dates are in UTC
        until = until.replace(tzinfo=UTC)
    return max(timedelta(), min(until - now, LAST_RETRY))


def count_failures(verdict: Verdict, before: int) -> int:
    """Return the failures in a row after this verdict; a neutral one leaves them as they were."""
    if verdict in GOOD:
        return 0
    return before if verdict in NEUTRAL else before + 1


def is_dead(failures: Collection[tuple[Verdict, datetime]]) -> bool:
    """Return whether these failures, since the last good fetch, each with its time, show that the source is dead.

    Only what says that it is not there counts, and silence that lasts; who keeps us out is alive.
    """
    absent = [at for verdict, at in failures if verdict in ABSENT]
    counted = absent + [at for verdict, at in failures if verdict in SILENT]
    return _lasts(absent, DEAD_AFTER) or _lasts(counted, SILENT_AFTER)


def next_rescue(dead_since: datetime, now: datetime) -> datetime:
    """Return when to look a dead source up again of which no archive had a copy: after 30 days, then 90, then 360 …"""
    return now + min(max(FIRST_RESCUE, 3 * (now - dead_since)), LAST_RESCUE)


def _lasts(times: Collection[datetime], long_enough: timedelta) -> bool:
    days = {time.date() for time in times}  # who asks twice in an hour learns nothing new
    return len(days) >= DEAD_FAILURES and max(times) - min(times) >= long_enough
