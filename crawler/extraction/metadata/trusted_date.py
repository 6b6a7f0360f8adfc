"""Of several dates that a page gives for one event, the one to believe."""

from __future__ import annotations

from datetime import UTC, time, timedelta
from typing import TYPE_CHECKING

from crawler.extraction.metadata.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

AHEAD = timedelta(days=1)  # of the fetch, that a clock in another zone may be; what is later has not happened
SAME = timedelta(hours=36)  # from the first moment of a day, within which another zone's time is of that day


def read_dates(
    written: Iterable[str], *, zone: tzinfo = UTC, fetched_at: datetime | None = None, language: str | None = None
) -> tuple[str | None, datetime | None]:
    """Return the first that can be read, as written and as a time; else what the first one said.

    A bare day gives way to a time of that day that is said further on. A time after the fetch is none.
    """
    words = list(written)
    read = [(text, parse_date(text, zone=zone, fetched_at=fetched_at, language=language)) for text in words]
    times = [(text, at) for text, at in read if at and not (fetched_at and at > fetched_at + AHEAD)]
    if not times:
        return next(iter(words), None), None
    first = times[0]
    exact = (pair for pair in times[1:] if pair[1].time() != time() and abs(pair[1] - first[1]) < SAME)
    return next(exact, first) if first[1].time() == time() else first
