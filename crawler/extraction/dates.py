"""Dates as pages write them, to aware times. What is not understood is None: a date is never guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
TIME = (
    r"(?:\D{0,4}?(?P<half>오전|오후|am|pm)?\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<after>am|pm|오전|오후)?)?"
)
# 2022. 12. 20. 12:04 | 2021년 3월 14일 오후 5:22 | 2021-03-14 17:22 | 2021/3/14
YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[./년年-]\s*(?P<month>\d{1,2})\s*[./월月-]\s*(?P<day>\d{1,2})(?!\d)[.일日]?"
    + TIME,
    re.IGNORECASE,
)
# Mar 14, 2021 | March 14. 2021, 5:22 pm
MONTH_FIRST = re.compile(
    rf"\b(?P<name>[A-Z][a-z]{{2,8}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[.,]?\s+(?P<year>(?:19|20)\d\d)\b{TIME}",
    re.IGNORECASE,
)
# 14 March 2021
DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?P<name>[A-Z][a-z]{{2,8}})\.?,?\s+(?P<year>(?:19|20)\d\d)\b{TIME}",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"^\D{0,12}?(?P<number>\d{1,3}|an?|한)\s*(?P<unit>초|분|시간|일|주|second|sec|minute|min|hour|day|week)s?\s*(?:전|ago)\b",
    re.IGNORECASE,
)
UNITS = {
    "초": timedelta(seconds=1), "second": timedelta(seconds=1), "sec": timedelta(seconds=1),
    "분": timedelta(minutes=1), "minute": timedelta(minutes=1), "min": timedelta(minutes=1),
    "시간": timedelta(hours=1), "hour": timedelta(hours=1),
    "일": timedelta(days=1), "day": timedelta(days=1),
    "주": timedelta(weeks=1), "week": timedelta(weeks=1),
}  # fmt: skip
DAYS_AGO = {
    "방금 전": 0,
    "방금": 0,
    "just now": 0,
    "오늘": 0,
    "today": 0,
    "어제": 1,
    "yesterday": 1,
    "그제": 2,
    "그저께": 2,
}
ISO_ZONE = re.compile(r"(?<=\d)\s+(?=[+-]\d\d:?\d\d$)|(?<=:\d\d)\s*(?:UTC|GMT)$")

DAY_OF_WEEK = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
ZONE = re.compile(r"\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\b", re.IGNORECASE)


def parse_date(written: str, *, zone: tzinfo = UTC, fetched_at: datetime | None = None) -> datetime | None:
    """Return the time that a page's words mean, None where they mean none.

    A time without a zone is in `zone`; a day without a time is its first moment. "3시간 전" counts back from
    `fetched_at`, and is unknown where that is.
    """
    text = " ".join(written.split())
    found = _iso(text) or _mail(text) or _spelled(text) or _relative(text, zone, fetched_at)
    if found is None or not 1970 < found.year < 2100:
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def leading_date(text: str) -> str | None:
    """Return the date that a text begins with, as written, None where it begins with none."""
    day = DAY_OF_WEEK.match(text)
    start = day.end() if day else 0
    match = YEAR_FIRST.match(text, start) or MONTH_FIRST.match(text, start) or DAY_FIRST.match(text, start)
    if match is None or parse_date(match[0]) is None:
        return None
    zone = ZONE.match(text, match.end()) if match["hour"] else None
    return text[: (zone or match).end()].rstrip()


def _iso(text: str) -> datetime | None:
    """Read ISO 8601, also with a space before the zone; bare numbers are no dates."""
    if not re.match(r"\d{4}-?\d\d-?\d\d(?!\d)(?:[T ]|$)", text) or text.isdecimal():
        return None
    try:
        return datetime.fromisoformat(ISO_ZONE.sub(lambda m: "+00:00" if m[0].strip() else "", text))
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    """Read "Sun, 14 Mar 2021 17:22:00 +0900"."""
    if not re.match(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None


def _spelled(text: str) -> datetime | None:
    match = YEAR_FIRST.search(text) or MONTH_FIRST.search(text) or DAY_FIRST.search(text)
    if match is None:
        return None
    parts = match.groupdict()
    month = int(parts.get("month") or 0) or MONTHS.get(str(parts.get("name", ""))[:3].lower(), 0)
    try:
        return datetime(int(parts["year"]), month, int(parts["day"]), *_clock(parts))  # noqa: DTZ001 - the caller adds it
    except ValueError:
        return None


def _clock(parts: dict[str, str | None]) -> tuple[int, int, int]:
    hour, half = int(parts["hour"] or 0), (parts["half"] or parts["after"] or "").lower()
    if half in {"오후", "pm"} and hour < 12:
        hour += 12
    elif half in {"오전", "am"} and hour == 12:
        hour = 0
    return hour, int(parts["minute"] or 0), int(parts["second"] or 0)


def _relative(text: str, zone: tzinfo, fetched_at: datetime | None) -> datetime | None:
    if fetched_at is None:
        return None
    now = fetched_at.astimezone(zone)
    if match := RELATIVE.match(text):
        number = int(match["number"]) if match["number"].isdecimal() else 1
        return now - number * UNITS[match["unit"].lower()]
    days = DAYS_AGO.get(text.lower())
    return None if days is None else now - timedelta(days=days)
