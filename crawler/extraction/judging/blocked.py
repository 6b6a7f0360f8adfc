"""Blocked: who answers does not answer us, and says so in a page rather than by a status.

Akamai's and CloudFront's "Access Denied", Cloudflare's "Sorry, you have been blocked", Wordfence for WordPress, Korean
hosts' notices for foreign addresses and spent traffic, and the page that the Korean regulator puts before a site
(warning.or.kr).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.announcement import Matter, of_an_announcement
from crawler.extraction.judging.guard_page import of_an_incident
from crawler.extraction.judging.judgement import (
    Sign,
    can_be,
    in_sum,
    of_an_article,
    of_its_matter,
    of_its_name,
    of_what_was_asked,
    weigh,
)
from crawler.extraction.judging.notice import first
from crawler.extraction.judging.places import ended_elsewhere, host_of, is_below, path_of
from crawler.extraction.judging.words.refusal import SENTENCE, TITLE, TOPIC
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.answer import Answer
    from crawler.extraction.judging.judgement import Case, Judgement

MATTER = Matter(TITLE.fullmatch, SENTENCE, TOPIC)
PATH = re.compile(
    r"/(?:access[-_]?denied|blocked|forbidden|not[-_]?available|unavailable|geo[-_]?(?:block\w*|restrict\w*)|denied|banned"
    r"|(?:region|country)[-_]?(?:block\w*|restrict\w*)|block[-_]?page|restricted)(?:\.\w+)?/?(?:\?.*)?$",
    re.IGNORECASE,
)
WARNINGS = frozenset(("warning.or.kr",))


REASON = "the page says that we are kept out"


def judge(case: Case) -> Judgement | None:
    """Return the verdict blocked where a page that came well says that we are kept out."""
    announced = of_an_announcement(case, MATTER, list(_of_places(case.answer)))
    signs = (_signs(case), announced, of_an_incident(case))
    return next(filter(None, (weigh(Verdict.BLOCKED, REASON, each) for each in signs)), None)


def _signs(case: Case) -> Iterator[Sign]:
    places = list(_of_places(case.answer))
    yield from places
    if case.is_long:
        return
    names = list(_of_names(case))
    if not can_be(case, names, places):
        return
    words = list(in_sum((*names, *_of_text(case))))
    if words or places:  # else there is nothing to weigh against
        yield from (*words, *of_an_article(case, SENTENCE, TOPIC))


def _of_places(answer: Answer) -> Iterator[Sign]:
    if is_below(host_of(answer.final_url), WARNINGS) and not is_below(host_of(answer.url), WARNINGS):
        yield Sign("redirect to a warning", 4, answer.final_url)
    elif ended_elsewhere(answer) and PATH.search(path_of(answer.final_url)):
        yield Sign("redirect to a refusal", 2, answer.final_url)


def _of_names(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if found := next((part for part in sight.title_parts if TITLE.fullmatch(part)), None):
        yield Sign("title", 2, found)
    yield from of_its_name(case, TITLE.fullmatch, 1, TOPIC)
    if found := next((said for said in sight.alerts if SENTENCE.search(said)), None):
        yield Sign("alert", 3, found)


def _of_text(case: Case) -> Iterator[Sign]:
    said = first(SENTENCE, case.sentences)
    if case.is_bare and not said:
        yield Sign("says next to nothing", 1)
    yield from of_its_matter(case, said, SENTENCE, TOPIC)
    yield from of_what_was_asked(case.answer)
