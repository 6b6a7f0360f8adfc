"""Consent: a wall that asks to accept cookies, or to pay, before it shows the page. Its verdict is `blocked`.

It comes by a redirect to a host or a path of its own (consent.google.com, guce.yahoo.com), or in the page's
place. A banner next to an article is no wall: whatever else the page says weighs against it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.announcement import Matter
from crawler.extraction.judging.judgement import Sign, weigh
from crawler.extraction.judging.notice import first, length_off, says_little_else, speaks_of_others
from crawler.extraction.judging.places import ended_elsewhere, host_of, path_of
from crawler.extraction.judging.sight import EDGES
from crawler.extraction.judging.voice import unquoted
from crawler.extraction.judging.words.consent import ACCEPTING, SENTENCE, TITLE, TOPIC
from crawler.extraction.judging.words.courtesy import COURTESY
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.answer import Answer
    from crawler.extraction.judging.judgement import Case, Judgement

REASON = "consent: the page is shown to those alone who accept cookies or pay"
HOST = re.compile(
    r"(?:[\w-]*consent[\w-]*|(?:my)?privacy(?:[-_]?(?:gate|wall|center|portal))?|guce|cmp|gdpr|cookie[-_]?(?:wall"
    r"|gate|consent))\..+"
)
PATH = re.compile(
    r"/(?:[\w-]{0,40}consent[\w-]{0,40}|cookie[-_]?(?:wall|gate|check|notice|choice|accept)|privacy[-_]?(?:gate"
    r"|wall|choices?)"
    r"|gdpr(?:[-_]\w{1,20})?|cmp|einwilligung|zustimmung|toestemming|consentement|consentimiento"
    r"|consenso)(?:[/.?]|$)",
    re.IGNORECASE,
)
WALL = re.compile(r"(?:consent|cookie|privacy|pur|tracking)[-_]?(?:wall|gate)|(?:wall|gate)[-_]?consent")
MATTER = Matter(TITLE.fullmatch, SENTENCE, TOPIC)
OWN = (TITLE, SENTENCE, TOPIC, COURTESY)
OFF, MOST_OFF = (
    120,
    350,
)  # `amount` of text on other matters that a wall may have, and one that is nearly all on its own

DIALOG, BESIDE = 200, 50  # `amount` of what a dialog says at least, and of what the page next to it says at most
APP = frozenset(("root", "app", "__next", "__nuxt", "___gatsby", "svelte", "app-root"))  # of what scripts fill
PARTNERS = re.compile(
    r"cookie|\b(?:IAB|TCF|GDPR|DSGVO|RGPD)\b|\b\d{2,4}\b|çerez|куки|쿠키|クッキー|כוגיות|คุกกี้", re.IGNORECASE
)


def judge(case: Case) -> Judgement | None:
    """Return the verdict blocked where the page is a wall that asks for consent."""
    signs = (_signs(case), _of_a_dialog(case))
    return next(filter(None, (weigh(Verdict.BLOCKED, REASON, each) for each in signs)), None)


def _signs(case: Case) -> Iterator[Sign]:
    if places := list(_of_places(case.answer)):
        yield from places
        if speaks_of_others(case.sentences, SENTENCE, TOPIC):
            yield Sign("speaks of other things", -4)
        return
    signs = [*_of_names(case), *_of_marks(case)]
    if sum(sign.weight for sign in signs) > 1 or any(sign.weight > 1 for sign in signs):
        yield from signs
        yield from _of_text(case)


def _of_a_dialog(case: Case) -> Iterator[Sign]:
    """Yield the signs of a platform's dialog that stands there without a page, in any language."""
    sight, dialog = case.sight, case.sight.structure.dialog
    if dialog is None or dialog.beside > BESIDE or dialog.images or dialog.inside < DIALOG or APP & sight.names:
        return
    yield Sign("dialog of a platform", 1, dialog.name)
    yield Sign("nothing next to it", 1)
    if dialog.buttons > 1:
        yield Sign("buttons", 1)
    if PARTNERS.search(sight.prose):
        yield Sign("speaks of cookies or partners", 1)
    if len(sight.title_parts) > 1 and (own := next(filter(sight.title_parts.__contains__, sight.headings), None)):
        yield Sign("has a heading of its own", -3, own)
    if sight.dated or sight.hidden:
        yield Sign("says that it is an article", -6)
    if sight.shows_code:
        yield Sign("shows code", -4)


def _of_text(case: Case) -> Iterator[Sign]:
    """Yield what the page says, which must be nothing but the wall's: a banner next to an article is none."""
    if said := first(SENTENCE, case.sentences):
        yield Sign("text", 2, said)
    else:
        yield Sign("says nothing of it", -4)
    little_else = says_little_else(case.sentences, SENTENCE, TOPIC)
    if little_else:
        yield Sign("says little else", 1)
    if length_off(case.sentences, SENTENCE, TOPIC) > (MOST_OFF if little_else else OFF):
        yield Sign("speaks of other things", -4)
    if case.sight.shows_code:
        yield Sign("shows code", -4)
    if case.sight.dated:
        yield Sign("says that it is an article", -6)
    if (dialog := case.sight.structure.dialog) and dialog.beside > BESIDE:
        yield Sign("a page next to it", -4)


def _of_names(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if found := next(filter(MATTER.weight, sight.title_parts), None):
        yield Sign("title", MATTER.weight(found), found)
    headings = [unquoted(heading).strip(EDGES) for heading in sight.headings]
    heading = max(headings, key=MATTER.weight, default="")
    if weight := MATTER.weight(heading):
        yield Sign("heading", weight, heading)
    if own := next((head for head in headings if not any(words.search(head) for words in OWN)), None):
        yield Sign("has a heading of its own", -3, own)


def _of_marks(case: Case) -> Iterator[Sign]:
    if found := next(filter(WALL.search, case.sight.names), None):
        yield Sign("mark", 2, found)
    if found := next(filter(ACCEPTING.fullmatch, (button.strip(EDGES) for button in case.sight.buttons)), None):
        yield Sign("button", 1, found)


def _of_places(answer: Answer) -> Iterator[Sign]:
    if not ended_elsewhere(answer) or PATH.search(path_of(answer.url)):
        return
    if host_of(answer.final_url) != host_of(answer.url) and HOST.fullmatch(host_of(answer.final_url)):
        yield Sign("redirect to a host for consent", 3, answer.final_url)
    elif PATH.search(path_of(answer.final_url).partition("?")[0]):
        yield Sign("redirect to a page for consent", 3, answer.final_url)
