"""What a platform says where a post was: its file lists the words (`gone`, `locked`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.judgement import Judgement, Sign
from crawler.extraction.judging.notice import speaks_of_others
from crawler.extraction.judging.voice import unquoted
from crawler.extraction.judging.words import absence, members
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crawler.extraction.judging.judgement import Case

MOST = 0.5
UNSAID = re.compile(r"[\W_]+")


def judge(case: Case) -> Judgement | None:
    """Return soft_404 for a post that is gone, login for one that is kept for some, where its platform says so.

    What is gone has no date any more; what is protected may show one, and asks for the password.
    """
    platform = case.platform
    if platform is None or case.is_long:
        return None
    if case.sight.dated and not case.sight.passwords:
        return None
    if found := _said(case, platform.locked):
        reason = f"{platform.name} keeps the page for some readers"
        return Judgement(Verdict.LOGIN, reason, (Sign("words of the platform", 3, found),))
    if not case.sight.dated and (found := _said(case, platform.gone)):
        reason = f"{platform.name} says that what was there is not any more"
        return Judgement(Verdict.SOFT_404, reason, (Sign("words of the platform", 3, found),))
    return None


def _said(case: Case, phrases: Sequence[str]) -> str | None:
    """Return where the page says one of these, however it spaces it, with the words around."""
    data = [phrase for phrase in phrases if phrase.startswith('"')]
    if found := next((phrase for phrase in data if phrase in case.sight.code), None):
        return found
    wanted = [_letters(phrase) for phrase in phrases if phrase not in data]
    places = ((text, phrase) for text, least in _texts(case) for phrase in wanted if _holds(text, phrase, least))
    return next((_around(text, phrase) for text, phrase in places), None)


def _texts(case: Case) -> Iterator[tuple[str, float]]:
    """Yield the texts that count, and how much of one its phrase must be: most, in a post that may speak of it."""
    sight = case.sight
    yield from ((unquoted(text), 0) for text in (*sight.alerts, sight.title, *sight.headings))
    if case.is_short and speaks_of_others(case.sentences, absence.SENTENCE, absence.TOPIC, members.TOPIC):
        yield from ((sentence, MOST) for sentence in case.sentences)
    elif case.is_short:
        yield case.said, 0


def _holds(text: str, phrase: str, least: float) -> bool:
    letters = _letters(text)
    return phrase in letters and len(phrase) >= least * len(letters)


def _around(text: str, letters: str) -> str:
    place = re.search(r"[\W_]*".join(map(re.escape, letters)), text, re.IGNORECASE)
    return text[max(0, place.start() - 20) : place.end() + 40] if place else text


def _letters(text: str) -> str:
    return UNSAID.sub("", text).lower()
