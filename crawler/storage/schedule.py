"""When a source is due again. Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from crawler.items import Verdict

if TYPE_CHECKING:
    from datetime import datetime

GOOD = frozenset({Verdict.OK, Verdict.MOVED})


UNTIL_CHANGED = timedelta(days=30)  # after a success
UNTIL_ALLOWED = timedelta(days=7)  # after robots.txt said no: sites change their rules more often than their minds
FIRST_RETRY = timedelta(days=1)  # after one failure; doubled by each that follows
LAST_RETRY = timedelta(days=30)  # the doubling stops here


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
