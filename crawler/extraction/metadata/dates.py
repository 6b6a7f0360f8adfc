"""Dates as pages write them, to aware times. What is not understood is None: a date is never guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from crawler.extraction.metadata.month_names import month_of
from crawler.extraction.metadata.relative_dates import read_relative

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

LONGEST = 200  # characters of a text in which a date is looked for
HALVES = r"오전|오후|午前|午後|上午|下午|[ap]\.?m\b\.?"
ZONES = {
    **dict.fromkeys(("z", "utc", "gmt"), 0),
    "kst": 9,
    "jst": 9,
    "cet": 1,
    "cest": 2,
    "mez": 1,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "est": -5,
    "edt": -4,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}  # hours; only names that mean one zone
CLOCK = (
    rf"(?P<half>{HALVES})?\s*(?P<hour>\d{{1,2}})"
    r"(?:[:h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?|\s?[시時点](?:\s?(?P<minutes>\d{1,2})[분分])?)"
    rf"\s*(?P<after>{HALVES})?"
    rf"(?:\s*\(?(?P<zone>(?:(?:UTC|GMT)\s?)?[+-](?:0\d|1[0-4]):?[0-5]\d|(?:{'|'.join(ZONES)})\b)\)?)?"
)
TIME = rf"(?:(?:\D{{0,4}}?|\W{{0,3}}(?:um|at|às|à|a las|alle(?: ore)?|kl\.?|klo|pukul|saat)\s){CLOCK})?"
# Vowels are no letters in Indian scripts. No letter may be read in two ways: a word would be in thousands.
NAME = r"(?P<name>[^\W\d_](?:[^\W\d_\u0900-\u0dff]|[\u0900-\u0dff]){1,13})"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
# 2022. 12. 20. 12:04 | 2021년 3월 14일 오후 5:22 | 2021-03-14 17:22 | 2021/3/14
YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[./년年-]\s*(?P<month>\d{1,2})\s*[./월月-]\s*(?P<day>\d{1,2})(?!\d)[.일日]?"
    + TIME,
    re.IGNORECASE,
)
# Mar 14, 2021 | March 14. 2021, 5:22 pm
MONTH_FIRST = re.compile(rf"\b{NAME}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[.,]?\s+{YEAR}{TIME}", re.IGNORECASE)
# 14 March 2021 | 14. März 2021, 17:22 Uhr | 1er mars 2021 à 17h22 | 14 de marzo de 2021 | 14-Mar-2021
DAY_FIRST = re.compile(
    rf"(?<![\d.:])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?[\s.-]{{1,2}}(?:de |of )?{NAME}[\s.,-]{{1,2}}"
    rf"(?:del? )?{YEAR}{TIME}",
    re.IGNORECASE,
)
# 14.03.2021 | 14/03/2021 | 3/14/2021
NUMBERS = re.compile(
    rf"(?<![\d./-])(?P<day>\d{{1,2}})(?P<mark>[./-])\s?(?P<month>\d{{1,2}})(?P=mark)\s?{YEAR}{TIME}", re.IGNORECASE
)
# 21.03.14 | '21. 3. 14. 17:22, where years come first
SHORT = re.compile(
    rf"(?<![\d./-])['’]?(?P<year>\d\d)(?P<mark>[./-])\s?(?P<month>\d{{1,2}})(?P=mark)\s?(?P<day>\d{{1,2}})(?![\d./-]\d)\.?{TIME}",
    re.IGNORECASE,
)
SPELLED = (YEAR_FIRST, MONTH_FIRST, DAY_FIRST, NUMBERS)
YEARS_FIRST = frozenset({"ko", "ja", "zh"})  # languages that write 2021 as 21, and first
ANY_ORDER = frozenset({None, "en"})  # where 3/4/2021 may be a day of March or of April
CLOCK_BEFORE = re.compile(rf"(?<!\d){CLOCK}\D{{0,16}}$", re.IGNORECASE)  # 6:45 PM, Feb 16, 2018
ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?!\d)(?:[T ]|$)")
COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
ISO_ZONE = re.compile(r"(?<=\d)\s+(?=[+-]\d\d:?\d\d$)|(?<=:\d\d)\s*(?:UTC|GMT)$")
MAIL = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
DAY_OF_WEEK = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+"
    r"|(?:mon|diens|mitt|donners|frei|sams|sonn)(?:tag|woch)?\.?,?\s+(?:den\s+)?",
    re.IGNORECASE,
)


def parse_date(
    written: str, *, zone: tzinfo = UTC, fetched_at: datetime | None = None, language: str | None = None
) -> datetime | None:
    """Return the time that a page's words mean, None where they mean none.

    A time without a zone is in `zone`; a day without a time is its first moment. "3시간 전" counts back from
    `fetched_at`, and is unknown where that is. `language` (of the page) says what 21.03.14 and 14/3/2021 are.
    """
    text = " ".join(written[:LONGEST].split())
    found = _iso(text) or _mail(text) or next(_spelled(text, language), None)
    if found is None and fetched_at is not None:
        found = read_relative(text, fetched_at.astimezone(zone))
    if found is None or not 1970 < found.year < 2100:
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def leading_date(text: str, language: str | None = None) -> str | None:
    """Return the date that a text begins with, as written, None where it begins with none."""
    text = text[:LONGEST]
    day = DAY_OF_WEEK.match(text)
    for pattern in _patterns(language):
        match = pattern.match(text, day.end() if day else 0)
        if match is not None and _read(match, language):
            return text[: match.end()].rstrip()
    return None


def dates_in(text: str, language: str | None = None) -> Iterator[str]:
    """Yield the dates in a short text, as written, in order."""
    found = [match for pattern in _patterns(language) for match in pattern.finditer(text[:LONGEST])]
    end = 0
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end and _read(match, language):
            end = match.end()
            yield match[0].strip()


def _patterns(language: str | None) -> tuple[re.Pattern[str], ...]:
    return (*SPELLED, SHORT) if language in YEARS_FIRST else SPELLED


def _iso(text: str) -> datetime | None:
    """Read ISO 8601, also with a space before the zone; other numbers than 20210314 are no dates."""
    if not ISO.match(text) or (text.isdecimal() and not COMPACT.fullmatch(text)):
        return None
    try:
        return datetime.fromisoformat(ISO_ZONE.sub(lambda m: "+00:00" if m[0].strip() else "", text))
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    """Read "Sun, 14 Mar 2021 17:22:00 +0900"."""
    if not MAIL.match(text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None


def _spelled(text: str, language: str | None) -> Iterator[datetime]:
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            if found := _read(match, language):
                yield found


def _read(match: re.Match[str], language: str | None) -> datetime | None:
    """Return the time that one of the patterns found, without a zone where none is written."""
    parts = match.groupdict()
    clock = parts if parts["hour"] else _clock_before(match) or parts
    month, day = _month_and_day(parts, language)
    year = int(parts["year"])
    try:
        found = datetime(year + (2000 if year < 70 else 1900 if year < 100 else 0), month, day, *_clock(clock))  # noqa: DTZ001 - added below, or by the caller
    except ValueError:
        return None
    return found.replace(tzinfo=_zone(clock["zone"])) if clock["zone"] else found


def _clock_before(match: re.Match[str]) -> dict[str, str | None] | None:
    before = CLOCK_BEFORE.search(match.string[max(0, match.start() - 40) : match.start()])
    return before.groupdict() if before else None


def _month_and_day(parts: dict[str, str | None], language: str | None) -> tuple[int, int]:
    """Return both, 0 for a month that no one can tell."""
    first, name = int(parts["day"] or 0), parts.get("name")
    if name is not None:
        return month_of(name) or 0, first
    second = int(parts["month"] or 0)
    if parts.get("mark") != "/" or len(parts["year"] or "") == 2 or language not in ANY_ORDER:
        return second, first
    if second > 12 >= first:
        return first, second
    return (second, first) if first > 12 or first == second else (0, 0)


def _clock(parts: dict[str, str | None]) -> tuple[int, int, int]:
    hour, half = int(parts["hour"] or 0), (parts["half"] or parts["after"] or "").lower().replace(".", "")
    if half in {"오후", "pm", "午後", "下午"} and hour < 12:
        hour += 12
    elif half in {"오전", "am", "午前", "上午"} and hour == 12:
        hour = 0
    return hour, int(parts["minute"] or parts["minutes"] or 0), int(parts["second"] or 0)


def _zone(written: str | None) -> tzinfo:
    name = (written or "").lower().replace(" ", "")
    if name in ZONES:
        return timezone(timedelta(hours=ZONES[name]))
    sign = -1 if "-" in name else 1
    digits = "".join(filter(str.isdecimal, name))
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
