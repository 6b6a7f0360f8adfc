"""Times that are counted back from now: "3시간 전", "2 days ago", "vor 5 Minuten", "어제"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

# Nothing longer than a week: "3 months ago" does not say which day.
UNITS = {
    timedelta(seconds=1): "초 sec secs second seconds 秒 秒钟 秒鐘 sekunde sekunden seconde secondes segundo segundos",
    timedelta(minutes=1): "분 min mins minute minutes 分 分钟 分鐘 minuten minuto minutos minuti",
    timedelta(hours=1): "시간 hr hrs hour hours 時間 小时 小時 stunde stunden heure heures hora horas ora ore uur",
    timedelta(days=1): "일 day days 日 天 tag tagen jour jours día días dia dias giorno giorni dagen",
    timedelta(
        weeks=1
    ): "주 주일 week weeks 週間 周 週 woche wochen semaine semaines semana semanas settimana settimane",
}
LENGTHS = {word: length for length, words in UNITS.items() for word in words.split()}
UNIT = "|".join(sorted(LENGTHS, key=len, reverse=True))
NUMBER = r"(?P<number>\d{1,3}|an?|한|une?|ein(?:e[mnr]?)?|una)"
AGO = (
    re.compile(rf"^\D{{0,12}}?{NUMBER}\s?(?P<unit>{UNIT})\s?(?:전|ago|前|fa|geleden)(?!\w)", re.IGNORECASE),
    re.compile(rf"^(?:\D{{0,12}}\s)?(?:vor|il y a|hace|há)\s{NUMBER}\s(?P<unit>{UNIT})(?!\w)", re.IGNORECASE),
)
DAYS_AGO = {
    word: days
    for days, words in enumerate(
        (
            "방금|방금 전|오늘|just now|now|today|heute|gerade eben|aujourd'hui|hoy|hoje|oggi|今日|今天|刚刚|剛剛",
            "어제|yesterday|gestern|hier|ayer|ontem|ieri|昨日|昨天",
            "그제|그저께|vorgestern|avant-hier|anteayer|anteontem|一昨日|前天",
        )
    )
    for word in words.split("|")
}

SOME_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def counts_back(text: str) -> bool:
    """Say whether words count back from now."""
    return read_relative(text, SOME_TIME) is not None


def read_relative(text: str, now: datetime) -> datetime | None:
    """Return the time that words which count back from `now` mean, None where they do not."""
    for pattern in AGO:
        if match := pattern.match(text):
            number = int(match["number"]) if match["number"].isdecimal() else 1
            return now - number * LENGTHS[match["unit"].lower()]
    days = DAYS_AGO.get(text.lower())
    return None if days is None else now - timedelta(days=days)
