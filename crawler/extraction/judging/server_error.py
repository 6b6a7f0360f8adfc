"""Server error: a page of a server, a proxy, a framework, a language or a database that fails, or is being worked on.

Such pages come with 200 where a proxy, a cache or a page builder passes them on. The words are in `words/outage.py`
(names) and `words/failure.py` (sentences), what programs write when they break in `traces.py`. The marks are those
of Cloudflare's 52x pages, WordPress's `wp_die`, and the debug pages of Django, Werkzeug, Laravel and Symfony.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging import traces
from crawler.extraction.judging.announcement import Matter, of_an_announcement
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
from crawler.extraction.judging.places import ended_elsewhere, path_of
from crawler.extraction.judging.report import (
    is_signed,
    names_the_address,
    of_an_explanation,
    of_its_class,
    of_its_status,
)
from crawler.extraction.judging.sight import BARE, EDGES
from crawler.extraction.judging.voice import amount
from crawler.extraction.judging.words import refusal
from crawler.extraction.judging.words.failure import SENTENCE, TOPIC
from crawler.extraction.judging.words.outage import NAME
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.judgement import Case, Judgement

REASON = "the page says that the server fails or is being worked on"
MATTER = Matter(NAME.fullmatch, SENTENCE, TOPIC, has_code=True)
MARKS = frozenset(
    """cf-error-details cf-error-code cf-error-footer wp-die-message exception_value pastebintraceback django_version
    whoops-container exception-summary exception-message-wrapper traceback-wrapper ignition-app errorpageimage
    maintenance-mode maintenance-page maintenance-message page-maintenance""".split()
)
SHEET = re.compile(
    r"(?:.*/)?(?:offline|maintenance|error(?:s|_?pages?)?|50\d|wartung)(?:[._-].{0,40})?\.css.{0,40}", re.IGNORECASE
)
CLASSES = re.compile(
    r"(?:[a-z]{1,12}[-_]?){0,3}(?:errors?|fehler|erreur|errore|erro|hata|exception|fatal|maintenance|offline|trace(?:back)?"
    r"|sysmsg|50[0-4])(?:[-_]?[a-z]{1,12}){0,2}"
)
STATUS = re.compile(r"(?:[^\W\d]{1,20}\W{0,3}){0,4}\(?5(?:0\d|[12]\d)\)?(?:\W{1,4}[^\W\d].{0,40})?")
ERROR_NAME = re.compile(  # "ERROR: The requested URL could not be retrieved", in any language
    r"(?:error|erro|errore|erreur|fehler|fout|fel|fejl|feil|chyba|virhe|viga|hiba|hata|səhv|błąd|eroare|gre[sš]ka|napaka"
    r"|klaida|kļūda|lỗi|kesalahan|ralat|ошибка|помилка|грешка|памылка|σφάλμα|خطأ|خطا|שגיאה|エラー|에러|오류|错误|錯誤)"
    r"(?: ?[:：] ?.{3,100}| page)?",
    re.IGNORECASE,
)
CLASSES_OF_PROXIES = frozenset({"sysmsg", "error"})
BESIDE = 200  # `amount` of text that may stand beside a trace
CODED = re.compile(r"\D{0,40}\b50\d\b", re.ASCII)  # a title or a heading with the status of an error
MISSING = re.compile(r"status=404|type=not found", re.IGNORECASE)
PATH = re.compile(
    r"/(?:maintenance|maint|under[-_]?maintenance|site[-_]?down|offline|wartung|mantenimiento|manutencao|bakim"
    r"|50[0-4]|error50[0-4])"
    r"(?:\.\w+)?/?(?:\?.*)?$",
    re.IGNORECASE,
)


def judge(case: Case) -> Judgement | None:
    """Return the verdict server_error where a page that came well says that it could not be made."""
    marks = list(_of_marks(case))
    for signs in (_signs(case, marks), of_an_announcement(case, MATTER, marks)):
        against = of_an_explanation(case, MATTER.weight, SENTENCE)
        if found := weigh(Verdict.SERVER_ERROR, REASON, signs, against):
            return found
    signs_of_others = (_of_traces(case), _of_a_failed_request(case))
    return next(filter(None, (weigh(Verdict.SERVER_ERROR, REASON, each) for each in signs_of_others)), None)


def _signs(case: Case, marks: list[Sign]) -> Iterator[Sign]:
    if case.is_long:
        return
    names = list(_of_names(case))
    if not can_be(case, names, marks):
        return
    words = list(in_sum((*names, *_of_text(case))))
    if marks or words:  # else there is nothing to weigh against
        yield from (*marks, *words, *of_an_article(case, SENTENCE, TOPIC))


def _of_marks(case: Case) -> Iterator[Sign]:
    if found := next(iter(MARKS & case.sight.names), None):
        yield Sign("mark", 2, found)
    elif found := next(filter(SHEET.fullmatch, case.sight.sheets), None):
        yield Sign("style sheet", 2, found)
    elif not case.is_long:
        yield from of_its_class(case, CLASSES)
    if not case.is_long:
        yield from of_its_status(case, STATUS)
        if is_signed(case):
            yield Sign("signature", 1)
    if ended_elsewhere(case.answer) and PATH.search(path_of(case.answer.final_url)):
        yield Sign("redirect to an error page", 2, case.answer.final_url)
    if not _is_coded(case) and (found := next(filter(refusal.TITLE.fullmatch, case.sight.title_parts), None)):
        yield Sign("says that we are kept out", -3, found)
    if missing := MISSING.search(case.said):
        yield Sign("says that it is not there", -4, missing[0])


def _of_names(case: Case) -> Iterator[Sign]:
    sight = case.sight
    title = max((sight.title, *sight.title_parts), key=MATTER.weight, default="")
    if weight := MATTER.weight(title):
        yield Sign("title", weight, title)
    yield from of_its_name(
        case, MATTER.weight, MATTER.weight(max(sight.headings, key=MATTER.weight, default="")), TOPIC
    )
    if case.is_bare:
        yield Sign("says next to nothing", 1)


def _of_text(case: Case) -> Iterator[Sign]:
    said = first(SENTENCE, case.sentences)
    if not said and sum(map(amount, case.sentences)) <= BARE:
        said = first(SENTENCE, [head for head in case.sight.headings if MATTER.weight(head)])
    is_coded = _is_coded(case)
    if not (said or is_coded):
        yield Sign("says nothing of it", -2)
    for sign in of_its_matter(case, said, SENTENCE, TOPIC):
        if sign.rule != "shows code" or not (said or is_coded):
            yield sign
    yield from of_what_was_asked(case.answer)


def _is_coded(case: Case) -> bool:
    """Return whether title, heading or a line of its own give the status of an error of the server."""
    return any(map(CODED.match, (case.sight.title, *case.sight.headings, *case.sight.lines[:2])))


def _of_traces(case: Case) -> Iterator[Sign]:
    """Yield a message of a program that broke, where next to nothing stands beside it."""
    prose = case.sight.prose
    if not traces.may_have_traces(prose):
        return
    found = traces.FATAL.search(prose) or traces.WARNING.search(prose)
    if not found:
        return
    rest = traces.without_traces(prose)
    is_fatal = traces.FATAL.search(prose) is not None
    if (is_fatal and amount(rest) <= BESIDE) or (amount(rest) <= BARE and (not rest or SENTENCE.search(rest))):
        yield Sign("trace", 4, found[0])
    else:
        return
    if own := next((head for head in case.sight.headings if not MATTER.weight(head.strip(EDGES))), None):
        yield Sign("has a heading of its own", -3, own)
    if case.sight.dated:
        yield Sign("says that it is an article", -6)


def _of_a_failed_request(case: Case) -> Iterator[Sign]:
    """Yield an error by name that gives the requested address, or the time and the software: what a proxy shows."""
    sight = case.sight
    names_it = case.answer.url in sight.links or names_the_address(case)
    if case.is_long or not (names_it and ERROR_NAME.fullmatch(sight.title)):
        return
    yield Sign("title", 2, sight.title)
    if is_signed(case) or CLASSES_OF_PROXIES & sight.names:
        yield Sign("address", 2, case.answer.url)
    if sight.dated:
        yield Sign("says that it is an article", -6)
