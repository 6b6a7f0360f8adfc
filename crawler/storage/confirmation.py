"""When a doubtful page is confirmed, and when it is requested again. Pure.

A page that a site shows for a day is a fault or an event; one that it shows for a week is what the site has now.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

DAYS = 3  # a candidate is confirmed when it came on so many days (UTC)
SPAN = timedelta(days=7)  # and so long from the first to the last
TRUSTED = 0.6  # and its article has at least this quality
SAME = 0.9  # two pages alike by this much are one candidate
LOOKS = tuple(timedelta(days=days) for days in (1, 2, 4))  # after the first day on which it came, the second, …
PATIENCE = 8  # doubtful fetches in a row, each of another page perhaps, after which nothing is gained by haste


def is_confirmed(days: int, first_seen_at: datetime, now: datetime, quality: float) -> bool:
    """Return whether a candidate that came on so many days, now the last time, becomes the article."""
    return days >= DAYS and now - first_seen_at >= SPAN and quality >= TRUSTED


def next_look(days: int, fetches: int) -> timedelta | None:
    """Return the time to the next request of a candidate that came on so many days; None: the source's own interval.

    `fetches` counts the doubtful ones in a row, those of other candidates too: what shows another page each time would
    be requested daily otherwise.
    """
    return LOOKS[days - 1] if days <= len(LOOKS) and fetches <= PATIENCE else None
