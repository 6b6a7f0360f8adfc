"""What guards show in any language: a check and nothing else, or the reader's address next to a number to report.

A form for a comment, a newsletter or a poll has a captcha, too, but other fields next to it. A page that names the
reader's own address and the number of an incident is written by a machine.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.judgement import Sign, is_in_the_address, of_what_was_asked
from crawler.extraction.judging.notice import sentences_of, tells
from crawler.extraction.judging.places import host_of, path_of
from crawler.extraction.judging.sight import EDGES
from crawler.extraction.judging.voice import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.judgement import Case

MOST, FEW = 900, 250  # `amount` of a guard's page, and of one that says next to nothing
LONG = 300  # the same of an article's paragraph
STOPS = (".", "!", "?", "…", "。", "！", "？")
LINE = 160  # characters of a line with data
ENDS = r"\s*(?:$|[•|·,;.)\]–—<-])"
ADDRESS = re.compile(r"\bIP\b[^\d\n]{0,30}(?:\d{1,3}\.){3}\d{1,3}" + ENDS, re.IGNORECASE)
NUMBER = re.compile(
    r"\b(?:ray|reference|ref|incident|support|event|request|trace|transaction|block|error|case)"
    r"[ -]?(?:id|number|no|code|#)?\b(?: is)?\W{1,4}(?=[\w.:/-]{0,30}\d)[\w.:/-]{6,60}"
    + ENDS
    + r"|(?<!\w)(?:ID|#)(?: \w{1,20}){0,2}\W{1,3}(?=[\w.-]{0,30}\d)[\w.-]{8,60}"
    + ENDS,
    re.IGNORECASE,
)
TIME = re.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)? ?(?:Z|UTC|GMT)|\d\d:\d\d:\d\d (?:GMT|UTC)")
AGENT = re.compile(r"\bMozilla/5\.0 ")
GUARDS = re.compile(
    r"cf-error-(?:details|overview|footer|type)|cf-wrapper|cf-alert-error|sucuri|wordfence|wfblock|incapsula|imperva"
    r"|fortiguard|fgd_icon|bitninja|ddos-?guard|akamai|modsec|aliyun-?waf|waf-?block|wafblocked|blockpage|block-page"
    r"|squid|zscaler|umbrella|barracuda"
)
MACHINE = re.compile(
    r"robot|robô|captcha|\bbots?\b|робот|ρομπότ|روبوت|רובוט|หุ่นยนต์|บอท|ロボット|로봇|机器人|機器人|người máy|रोबोट"
    r"|보안 ?문자|자동 ?(?:등록|입력)|验证码|驗證碼|画像認証",
    re.IGNORECASE,
)
NEEDED = re.compile(r"javascript|cookie|쿠키|クッキー", re.IGNORECASE)
OF_A_GUARD = ("number of an incident", "address of the page", "name of a guard")  # what no test of a browser shows
OTHERS = re.compile(r"(?<![\d.])(?:5\d\d|404|410)(?![\d.])")


def of_a_check(case: Case) -> Iterator[Sign]:
    """Yield the signs of a page whose main part asks what a machine cannot answer, and asks for nothing else."""
    found = case.sight.structure
    is_alone = not (found.texts or found.choices or case.sight.passwords) and found.fields == found.answers <= 1
    if not (found.check and is_alone and _is_brief(found.lines)):
        return
    yield Sign("a check and no other field", 1, found.check)
    if found.answers:
        yield Sign("a field for the answer alone", 1)
    if said := next((line for line in found.lines if MACHINE.search(line)), None):
        yield Sign("speaks of machines", 2, said)
    if any(NEEDED.search(line) for line in found.lines):
        yield Sign("says what the browser needs", 1)
    if sum(map(amount, found.lines)) <= FEW:
        yield Sign("says next to nothing", 1)
    if shown := sum(sign.weight for sign in _of_data(case)):
        yield Sign("data of the request", min(shown, 2))
    yield from _against(case)


def of_an_incident(case: Case) -> Iterator[Sign]:
    """Yield the signs of a page that shows the reader's address, a number to report, or other data of the request."""
    sight = case.sight
    named = (*sight.title_parts, *sight.headings)
    if not _is_brief(sight.structure.shown) or sight.structure.check or any(map(OTHERS.search, named)):
        return
    signs = list(_of_data(case))
    if len(signs) > 1 and any(sign.weight > 1 for sign in signs) and any(sign.rule in OF_A_GUARD for sign in signs):
        yield from signs
        yield from _against(case)


def _is_brief(lines: tuple[str, ...]) -> bool:
    return bool(lines) and sum(map(amount, lines)) <= MOST and all(amount(line) < LONG for line in lines)


def _of_data(case: Case) -> Iterator[Sign]:
    lines = [line for line in case.sight.structure.shown if len(line) <= LINE]
    for rule, weight, pattern in (
        ("address of the reader", 2, ADDRESS),
        ("number of an incident", 2, NUMBER),
        ("time of the request", 1, TIME),
        ("name of the browser", 1, AGENT),
    ):
        if found := next(filter(None, map(pattern.search, lines)), None):
            yield Sign(rule, weight, found[0])
    asked = host_of(case.answer.url) + path_of(case.answer.url)
    if len(path_of(case.answer.url)) > 1 and any(asked in line for line in lines):
        yield Sign("address of the page", 1, asked)
    if name := next(filter(GUARDS.search, case.sight.names), None):
        yield Sign("name of a guard", 1, name)


def _against(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if tells(sentences_of([line for line in sight.lines if line.endswith(STOPS)])):
        yield Sign("tells something", -5)
    if sight.shows_code:
        yield Sign("shows code", -4)
    if sight.dated:
        yield Sign("says that it is an article", -6)
    elif sight.typed:
        yield Sign("may be an article", -2)
    bare = [heading.strip(EDGES) for heading in sight.headings]
    if own := next((head for head in bare if head and head in sight.title), None):
        is_part = len(sight.title_parts) > 1 and not MACHINE.search(own)
        yield Sign("has a heading of its own", -3 if is_part else -1, own)
    yield from of_what_was_asked(case.answer)
    if part := next((part for part in sight.title_parts if is_in_the_address(part, case.answer)), None):
        yield Sign("was asked for", -4, part)
