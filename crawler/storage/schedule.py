"""When a source is due again, and when it counts as dead. Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from crawler.items import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

GOOD = frozenset({Verdict.OK, Verdict.MOVED})
ABSENT = frozenset({Verdict.GONE, Verdict.SOFT_404, Verdict.PARKED})  # the source is not there
SILENT = frozenset({Verdict.SERVER_ERROR, Verdict.TIMEOUT})  # nor is anybody who could say so
GUARDED = frozenset({Verdict.BLOCKED, Verdict.CAPTCHA, Verdict.LOGIN})  # somebody is there, and keeps us out
DEAD_FAILURES = 3  # that a source is dead takes so many failures
DEAD_AFTER = timedelta(days=7)  # and so long from the first to the last, where each says that it is not there
SILENT_AFTER = timedelta(days=60)  # where some say nothing: servers come back after weeks


UNTIL_CHANGED = timedelta(days=30)  # after a success
UNTIL_ALLOWED = timedelta(days=7)  # after robots.txt said no: sites change their rules more often than their minds
FIRST_RETRY = timedelta(days=1)  # after one failure; doubled by each that follows
LAST_RETRY = timedelta(days=30)  # the doubling stops here
FIRST_RESCUE = timedelta(days=30)  # archives grow: what they do not have yet may come
LAST_RESCUE = timedelta(days=360)


def next_due(verdict: Verdict, failures: int, now: datetime) -> datetime | None:
    """Return when to ask again after this verdict, the last of `failures` in a row; None: never."""
    match verdict:
        case Verdict.INVALID:
            return None
        case Verdict.OFFLINE:
            return now
        case Verdict.OK | Verdict.MOVED:
            return now + UNTIL_CHANGED
        case Verdict.ROBOTS:
            return now + UNTIL_ALLOWED
        case _:
            doublings = min(max(failures, 1) - 1, 16)  # enough for any interval, and no overflow after years
            return now + min(FIRST_RETRY * (1 << doublings), LAST_RETRY)


def count_failures(verdict: Verdict, before: int) -> int:
    """Return the failures in a row after this verdict. Without a network there was no attempt."""
    if verdict in GOOD:
        return 0
    return before if verdict == Verdict.OFFLINE else before + 1


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
    return len(times) >= DEAD_FAILURES and max(times) - min(times) >= long_enough
