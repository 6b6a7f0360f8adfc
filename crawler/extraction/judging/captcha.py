"""Captcha: a machine asks whether we are one, before it shows the page.

Each guard is known by what it alone sends; what guards also put into pages that they let through (Cloudflare's
`jsd/main.js`, Incapsula's sensor, PerimeterX's) is none of its marks.
- Cloudflare: https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
- DataDome: https://docs.datadome.co/docs/captcha-page (captcha-delivery.com)
- HUMAN/PerimeterX: https://docs.humansecurity.com (px-captcha, "Press & Hold")
- AWS WAF: https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge.html (gokuProps)
- Imperva, Akamai, Kasada, F5, Sucuri, DDoS-Guard, Anubis, Vercel, Google's /sorry/: their block pages
- Korea: gnuboard's kcaptcha ("자동등록방지"), naver's and daum's "자동입력 방지"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.announcement import Matter, of_an_announcement
from crawler.extraction.judging.guard_page import of_a_check
from crawler.extraction.judging.judgement import Sign, can_be, in_sum, of_an_article, of_its_matter, weigh
from crawler.extraction.judging.notice import first
from crawler.extraction.judging.places import ended_elsewhere, path_of
from crawler.extraction.judging.report import has_sections, of_a_reference
from crawler.extraction.judging.sight import CODE
from crawler.extraction.judging.words.guards import SENTENCE, TITLE, TOPIC
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.answer import Answer
    from crawler.extraction.judging.judgement import Case, Judgement
    from crawler.extraction.judging.sight import Sight

HEADERS = {
    "cf-mitigated": ("challenge",),
    "x-amzn-waf-action": ("captcha", "challenge"),
    "x-vercel-mitigated": ("challenge", "deny"),
}
# In the addresses of scripts and frames, and in inline scripts.
MARKS = re.compile(
    r"_cf_chl_opt|/cdn-cgi/challenge-platform/h/|__cf_chl_|captcha-delivery\.|\bvar dd={['\"]rt"
    r"|captcha\.px-c(?:dn|loud)\.net"
    r"|_pxAppId[^;]{0,80}px-captcha"
    r"|/captcha/captcha\.js\?a=c"
    r"|_Incapsula_Resource\?(?:CWUDNSAI|SWUDNSAI)|awsWafCookieDomainList|gokuProps|\.awswaf\.com/[^\"'\s]{0,200}captcha"
    r"|/_sec/cp_challenge/"
    r"|KPSDK\.(?:start|configure)|ips\.js\?KP_|distilIdentificationBlock|/TSPD/|bobcmn|sucuri_cloudproxy_js"
    r"|/\.well-known/ddos-guard/|/\.within\.website/x/(?:cmd|static)/anubis|slowAES\.decrypt"
    r"|toNumbers\([^)]{0,200}\)[^;]{0,200}__test=|vercel/security/static/challenge"
)
PARTS_OF_MARKS = (  # one is in each: to look for these takes a tenth of the time
    "cf_chl_ challenge captcha dd={ _pxAppId _Incapsula_ awsWaf gokuProps KPSDK ips.js?KP_ distilIdent /TSPD/ bobcmn"
    " sucuri_ ddos-guard anubis slowAES toNumbers("
).split()
GUARDING = frozenset((401, 403, 405, 429, 503))  # what guards send their question with
NAMES = frozenset(
    """px-captcha px-captcha-wrapper cf-challenge-running challenge-form challenge-running cf-please-wait
    sec-if-cpt-container sec-cpt-if anubis_challenge anubis_version ddg-captcha captchacharacters""".split()
)
WIDGETS = frozenset(
    "g-recaptcha h-captcha cf-turnstile kcaptcha captcha_img captcha-container frc-captcha recaptcha captcha".split()
)
SORRY = re.compile(
    r"/sorry/index|/captcha|/validatecaptcha|/challenge(?:[/?]|$)|/checkpoint|/robot[-_]?check|/bot[-_]?check"
    r"|__cf_chl_",
    re.IGNORECASE,
)


MATTER = Matter(TITLE.fullmatch, SENTENCE, TOPIC)
REASON = "a guard wants to know whether we are a machine"


def judge(case: Case) -> Judgement | None:
    """Return the verdict captcha where a guard stands before the page."""
    for name, values in HEADERS.items():
        if (value := case.answer.headers.get(name, "").lower()) in values:
            sign = Sign("header", 9, f"{name}: {value}")
            return weigh(Verdict.CAPTCHA, REASON, (sign,))
    against = list(_against(case))
    signs = (_signs(case), _announced(case), of_a_check(case))
    return next(filter(None, (weigh(Verdict.CAPTCHA, REASON, (*each, *against)) for each in signs)), None)


def is_guarded(case: Case) -> bool:
    """Return whether anything but the page's sentences shows a guard."""
    answer = case.answer
    asked = any(answer.headers.get(name, "").lower() in values for name, values in HEADERS.items())
    return asked or any((*_of_machinery(case.sight), *_of_names(case), *_of_answer(answer)))


def _signs(case: Case) -> Iterator[Sign]:
    if case.is_long:
        return
    names, machinery, others = list(_of_names(case)), list(_of_machinery(case.sight)), list(_of_answer(case.answer))
    if case.is_bare:
        names.append(Sign("says next to nothing", 1))
    if not (machinery or can_be(case, names, others)):
        return
    said = first(SENTENCE, [*case.sentences, case.sight.noscript])
    if machinery:
        yield from (*machinery, *names)
        if said:
            yield Sign("text", 2, said)
        if not case.is_short:
            yield Sign("some text", -1)
        if case.sight.dated:
            yield Sign("says that it is an article", -6)
    else:
        yield from in_sum((*names, *of_its_matter(case, said, SENTENCE, TOPIC)))
        yield from of_an_article(case, SENTENCE, TOPIC)
    yield from others


def _announced(case: Case) -> Iterator[Sign]:
    widgets = (Sign("widget", 1, found) for found in sorted(WIDGETS & case.sight.names)[:1])
    yield from of_an_announcement(case, MATTER, [*_of_machinery(case.sight), *widgets])


def _against(case: Case) -> Iterator[Sign]:
    """Yield what shows that a page is about such checks."""
    yield from of_a_reference(case, MATTER.weight)
    if has_sections(case, MATTER.weight):
        yield Sign("has sections", -4)


def _of_names(case: Case) -> Iterator[Sign]:
    if found := next((part for part in case.sight.names_of_it if TITLE.fullmatch(part)), None):
        yield Sign("title", 2, found)
    if found := next(iter(WIDGETS & case.sight.names), None):
        yield Sign("widget", 1, found)


def _of_machinery(sight: Sight) -> Iterator[Sign]:
    loaded = "\n".join((*sight.scripts, *sight.frames, sight.code[:CODE]))
    if any(part in loaded for part in PARTS_OF_MARKS) and (mark := MARKS.search(loaded)):
        yield Sign("script", 2, mark[0])
    if found := next(iter(NAMES & sight.names), None):
        yield Sign("mark", 2, found)


def _of_answer(answer: Answer) -> Iterator[Sign]:
    if ended_elsewhere(answer) and (found := SORRY.search(path_of(answer.final_url))):
        yield Sign("redirect to a check", 2, found[0])
    if answer.status in GUARDING:
        yield Sign("status", 1, f"HTTP {answer.status}")
