"""When a source is due again. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from crawler.items import Verdict

if TYPE_CHECKING:
    from datetime import datetime

GOOD = frozenset({Verdict.OK, Verdict.MOVED})


@dataclass(frozen=True, kw_only=True)
class Intervals:
    """How long a source is left alone."""

    good: timedelta = timedelta(days=30)
    robots: timedelta = timedelta(days=7)  # sites change their rules more often than their minds
    first_retry: timedelta = timedelta(days=1)  # after one failure; doubled by each that follows
    last_retry: timedelta = timedelta(days=30)  # the doubling stops here


INTERVALS = Intervals()


def next_due(verdict: Verdict, failures: int, now: datetime, intervals: Intervals = INTERVALS) -> datetime | None:
    """Return when to ask again after this verdict, the last of `failures` in a row; None: never."""
    match verdict:
        case Verdict.INVALID:
            return None
        case Verdict.OFFLINE:
            return now
        case Verdict.OK | Verdict.MOVED:
            return now + intervals.good
        case Verdict.ROBOTS:
            return now + intervals.robots
        case _:
            doublings = min(max(failures, 1) - 1, 16)  # enough for any interval, and no overflow after years
            return now + min(intervals.first_retry * (1 << doublings), intervals.last_retry)


def count_failures(verdict: Verdict, before: int) -> int:
    """Return the failures in a row after this verdict. Without a network there was no attempt."""
    if verdict in GOOD:
        return 0
    return before if verdict == Verdict.OFFLINE else before + 1
