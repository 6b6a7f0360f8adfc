"""Soft 404: the server says that all is well, the page that nothing is there.

What such a page calls itself stands here, what it says in `words/absence.py`; `error404` is the class that WordPress
gives to such a body. A redirect from deep in a site to its front page is counted as one by search engines as well:
https://developers.google.com/search/docs/crawling-indexing/http-network-errors#soft-404-errors
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from crawler.extraction.judging.announcement import Matter, of_an_announcement
from crawler.extraction.judging.judgement import (
    Sign,
    can_be,
    in_sum,
    of_its_matter,
    of_its_name,
    of_what_was_asked,
    weigh,
)
from crawler.extraction.judging.notice import first, length_off, says_little_else
from crawler.extraction.judging.places import ended_elsewhere, path_of, sent_home
from crawler.extraction.judging.report import WHOLE, of_an_explanation, of_its_class, of_its_status
from crawler.extraction.judging.sight import CODE, EDGES
from crawler.extraction.judging.wordings import any_of
from crawler.extraction.judging.words.absence import MISSING, MISSING_KO, PAGE_KO, SENTENCE, THING, TOPIC
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.judgement import Case, Judgement

# What such a page calls itself, in its title or a heading, and nothing else with it.
NAME = any_of(
    r"""
    (?:error|http|에러|오류|status|erreur|fehler|erro|errore|ошибка|помилка|błąd|hata|fejl|feil|fel|fout|chyba\
        |virhe|hiba\
        |lỗi|kesalahan|خطأ|エラー|错误|錯誤)*\s*(?:code:?\s*|status\s*)?404(?:\s*[-–—:.!\
        |,]?\s*\(?<SAYS>\)?)?(?:\s*page)?
    (?:error: )?<OOPS>?(?:the |this |that |your )?(?:requested |web ?)?<THING>?<SOUGHT>?,? ?<MISSING><END>?
    (?:the )?requested (?:url|page) .{0,60}not found.{0,30}
    nothing (?:was )?(?:found|here)
    nothing to see here
    (?:permanently )?(?:page )?(?:removed|retired|deleted)
    seite nicht gefunden
    page (?:introuvable|non trouvée)
    página no encontrada
    pagina non trovata
    страница не найдена
    <PAGE_KO> ?없음
    we(?:'ve)? lost (?:this|that) <THING>
    <SORRY>?(?:요청하신 |해당 |이 |찾으시는 |원하시는 )?<PAGE_KO>(?:을|를|이|가|은|는)? ?<MISSING_KO>
    (?:존재하지 않는|삭제된|없는|잘못된|찾을 수 없는) (?:<PAGE_KO>|접근|경로)(?: ?입니다| ?이에요)?
    (?:페이지|접속) ?(?:오류|에러)(?: ?(?:안내|페이지))?
    (?:error|오류|에러)(?: ?(?:안내|페이지|page))
    お探しのページ(?:は|が).{0,20}
    ページが見つかりません(?:でした)?
    页面(?:不存在|未找到)
    找不到(?:页面|頁面)
    """,
    SAYS="(?:(?:error|page|file)? ?(?:not[ _]found|errors?|에러|오류))",
    END=r"(?: \(?404\)?| or (?:is|has|was) .{1,30})",
    SORRY="(?:(?:앗|이런|죄송합니다)[!.,… ]{1,4})",
    OOPS="(?:(?:oops|sorry|uh[- ]?oh|whoops|ooops)[!.,… ]{0,4})",
    SOUGHT="(?: you(?:'re| are| were)? (?:requested|looking for|want(?:ed)?))",
    THING=THING,
    MISSING=MISSING,
    PAGE_KO=PAGE_KO,
    MISSING_KO=MISSING_KO,
)
ERROR_PATH = re.compile(
    r"/(?:[\w-]*[-_/])?(?:404|not[-_]?found|page[-_]?not[-_]?found|error[-_]?404|errors?"
    r"|suspendedpage)(?:[-_]page)?(?:\.\w+)?/?(?:\?.*)?$",
    re.IGNORECASE,
)
TEXT = 4  # weight of what the page says, at most: that it is so, little else, and nothing else
NAMED, SHARE = 80, 0.6  # letters of a title or a heading that is such a sentence, and how much of it says so
DIRECT = re.compile(
    r"(?:sorry|oops|this|that|the|your|we|there|nothing)\b|요청|해당|이 |본 |찾으|죄송|앗", re.IGNORECASE
)
CLASSES_OF_NOTICES = re.compile(
    r"(?:[a-z]{1,12}[-_]?){0,3}(?:errors?|errore|erreur|fehler|erro|missing|deleted|removed|expired|gone|notfound"
    r"|nodata|no[-_](?:data|result|article|content|post|page)s?|empty|alert|notice|message|msg)(?:[-_]?[a-z]{1,12}){0,2}"
)
STATUS = re.compile(
    r"(?:[^\W\d]{1,20}\W{0,3}){0,2}\(?4(?:04|10)\)?(?:\W{0,3}(?:[^\W\d]{1,20}\W{0,2}){1,4})?|4 ?[0o] ?4"
)
LEAVES = re.compile(
    r"history\s*\.\s*(?:back|go)\s*\(|location(?:\.href)?\s*=|location\.replace\s*\(|window\.close\s*\("
)
ABSENT = re.compile(
    r"(?:page|body|site|template|is|error|http|content|post|absent)?[-_]?(?:404|not[-_]?found"
    r"|absent[-_]post)(?:[-_]\w{1,12})?"
)
CLASSES = frozenset(
    """error404 error-404 page-404 not-found-page page-not-found notfound-page http-404 is-404 template-404
    noarticletext""".split()
)


REASON = "the page says that what was asked for is not there"


def judge(case: Case) -> Judgement | None:
    """Return the verdict soft_404 where the page says that what was asked for is not there."""
    if found := weigh(Verdict.SOFT_404, REASON, _of_a_redirect(case)):
        return found
    for signs in (_signs(case), _announced(case)):
        against = of_an_explanation(case, MATTER.weight, SENTENCE, TOPIC)
        if found := weigh(Verdict.SOFT_404, REASON, signs, against):
            return found
    return None


def _of_a_redirect(case: Case) -> Iterator[Sign]:
    """Yield a redirect to the front page: whatever that says, it is not what was requested."""
    if sent_home(case.answer):
        yield Sign("redirect to the front page", 4, case.answer.final_url)
        yield from _of_its_kind(case)


def _of_its_kind(case: Case) -> Iterator[Sign]:
    if case.sight.dated:
        yield Sign("says that it is an article", -6)
    elif case.sight.typed:
        yield Sign("may be an article", -2)


def _signs(case: Case) -> Iterator[Sign]:
    sight = case.sight
    place = list(_of_place(case))
    yield from place
    yield from _of_its_kind(case)
    if case.is_long:
        return
    others = [Sign("noindex", 1)] if sight.noindex else []
    names = list(_of_names(case))
    if not can_be(case, names, (*place, *others), TEXT):
        return
    yield from in_sum((*names, *_of_text(case)))
    yield from others
    if not case.is_short:
        yield Sign("some text", -4)


def _of_place(case: Case) -> Iterator[Sign]:
    yield from _of_classes(case.sight.names)
    if sent_home(case.answer):
        yield Sign("redirect to the front page", 4, case.answer.final_url)
    if not case.is_long and ended_elsewhere(case.answer) and ERROR_PATH.search(path_of(case.answer.final_url)):
        yield Sign("redirect to an error page", 3, case.answer.final_url)


def _announced(case: Case) -> Iterator[Sign]:
    also, beside = list(of_its_status(case, STATUS)), list(_of_classes(case.sight.names))
    yield from of_an_announcement(case, MATTER, also, beside)


def _of_classes(names: frozenset[str]) -> Iterator[Sign]:
    if found := next(iter(CLASSES & names), None):
        yield Sign("class", 3, found)
    elif found := next(filter(ABSENT.fullmatch, names), None):
        yield Sign("class", 1, found)


def _of_names(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if found := next(filter(_is_name, sight.title_parts), None):
        yield Sign("title", 2, found)
    if found := next((said for said in sight.alerts if SENTENCE.search(said) or NAME.search(said)), None):
        yield Sign("alert", 5 if LEAVES.search(sight.code[:CODE]) else 3, found)
    yield from of_its_status(case, STATUS)
    yield from of_its_class(case, CLASSES_OF_NOTICES)
    yield from of_its_name(case, _is_name, 2, TOPIC)


def _of_text(case: Case) -> Iterator[Sign]:
    said = first(SENTENCE, case.sentences)
    if case.is_bare and not said:
        yield Sign("says next to nothing", 1)
    of_matter = list(of_its_matter(case, said, SENTENCE, TOPIC))
    others = next((sign for sign in of_matter if sign.rule == "speaks of other things"), None)
    if said and others and _is_the_only_statement(case):
        of_matter.remove(others)
    yield from of_matter
    if said and case.is_bare and says_little_else(case.sentences, SENTENCE):
        yield Sign("says nothing else", 1)
    if case.sight.shows_listing:
        yield Sign("shows a listing", -4)
    yield from of_what_was_asked(case.answer)


def _is_the_only_statement(case: Case) -> bool:
    """Return whether all whole sentences are about it: what else stands there is lists and tables, under no heading."""
    whole = [sentence for sentence in case.sentences if WHOLE.search(sentence)]
    other = [head for head in case.sight.headings if not _is_name(head.strip(EDGES))]
    return bool(whole) and not other and length_off(whole, SENTENCE, TOPIC) == 0


@lru_cache(maxsize=256)  # the same few titles and headings are looked at again and again
def _is_name(name: str) -> bool:
    """Say whether a title or a heading is such a name, or a sentence that says so and little else."""
    if NAME.fullmatch(name):
        return True
    said = SENTENCE.search(name) if len(name) <= NAMED else None
    return said is not None and (len(said[0]) >= SHARE * len(name) or DIRECT.match(name) is not None)


MATTER = Matter(_is_name, SENTENCE, TOPIC)
