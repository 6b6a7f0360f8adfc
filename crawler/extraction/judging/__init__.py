"""Judging pages: is what came the article, or a page in its place? Purely.

    page ─► sight ─► platform_words ─► shell ─► captcha, consent, server_error, parked, login, blocked, soft_404
         ─► empty

Each rule is a sign with a weight; a verdict needs signs of weight ENOUGH together. What speaks for an article
(a date, much text) weighs against. In doubt it is one: a good page taken for a bad one is lost, and nobody sees it.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from crawler.extraction.charset import decode
from crawler.extraction.dom import parse
from crawler.extraction.judging import (
    blocked,
    captcha,
    consent,
    empty,
    login,
    parked,
    platform_words,
    server_error,
    shell,
    soft_404,
)
from crawler.extraction.judging.answer import Answer
from crawler.extraction.judging.judgement import Case, Judgement
from crawler.extraction.judging.places import host_of
from crawler.extraction.judging.sight import sight_of
from crawler.platforms import all_platforms
from crawler.platforms.registry import platform_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.extraction.article import Article
    from crawler.extraction.judging.sight import Sight
    from crawler.platforms.platform import Platform

__all__ = ["Answer", "Judgement", "judge", "judge_error"]

RULES: tuple[Callable[[Case], Judgement | None], ...] = (  # the most exact first
    captcha.judge,
    consent.judge,
    server_error.judge,
    parked.judge,
    login.judge,
    blocked.judge,
    soft_404.judge,
)
LEAD = 3  # weight by which a later rule's verdict goes before an earlier one's
ERROR_PAGE = 64 << 10  # bytes that are read of an error's page


def judge(answer: Answer, article: Article, sight: Sight | None) -> Judgement | None:
    """Return what a page that came well shows itself to be; None: the article. No `sight` where it is no HTML."""
    if sight:
        case = Case(answer=answer, sight=sight, text=article.text, platform=_platform(article, answer))
        if found := platform_words.judge(case):
            return found
        if found := shell.judge(case):
            return found
        if judgements := [found for rule in RULES if (found := rule(case))]:
            return reduce(_heavier, judgements)
    return empty.judge(article, sight, answer)


def judge_error(answer: Answer, body: bytes, content_type: str | None) -> Judgement | None:
    """Return captcha where the page of an error is a guard's; None: the status says it all."""
    sight = sight_of(parse(decode(body[:ERROR_PAGE], content_type)))
    return captcha.judge(Case(answer=answer, sight=sight, text=""))


def _heavier(one: Judgement, other: Judgement) -> Judgement:
    """Return the first, unless the other has clearly more for it."""
    return other if other.weight >= one.weight + LEAD else one


def _platform(article: Article, answer: Answer) -> Platform | None:
    named = next((platform for platform in all_platforms() if platform.name == article.platform), None)
    return named or platform_of(host_of(answer.final_url))
