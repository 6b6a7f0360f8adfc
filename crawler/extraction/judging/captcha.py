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

from crawler.extraction.judging.judgement import Sign, of_an_article, weigh
from crawler.extraction.judging.places import ended_elsewhere, path_of
from crawler.extraction.judging.sight import CODE
from crawler.extraction.judging.wordings import any_of
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.judgement import Answer, Case, Judgement

HEADERS = {
    "cf-mitigated": ("challenge",),
    "x-amzn-waf-action": ("captcha", "challenge"),
    "x-vercel-mitigated": ("challenge", "deny"),
}
# In the addresses of scripts and frames, and in inline scripts.
MARKS = re.compile(
    r"_cf_chl_opt|/cdn-cgi/challenge-platform/h/|__cf_chl_|captcha-delivery\.com|captcha\.px-c(?:dn|loud)\.net"
    r"|_pxAppId[^;]{0,80}px-captcha"
    r"|_Incapsula_Resource\?(?:CWUDNSAI|SWUDNSAI)|awsWafCookieDomainList|gokuProps|\.awswaf\.com/[^\"'\s]{0,200}captcha"
    r"|/_sec/cp_challenge/"
    r"|KPSDK\.(?:start|configure)|ips\.js\?KP_|distilIdentificationBlock|/TSPD/|bobcmn|sucuri_cloudproxy_js"
    r"|/\.well-known/ddos-guard/|/\.within\.website/x/(?:cmd|static)/anubis|slowAES\.decrypt"
    r"|toNumbers\([^)]{0,200}\)[^;]{0,200}__test=|vercel/security/static/challenge"
)
GUARDING = frozenset((401, 403, 405, 429, 503))  # what guards send their question with
NAMES = frozenset(
    """px-captcha px-captcha-wrapper cf-challenge-running challenge-form challenge-running cf-please-wait
    sec-if-cpt-container anubis_challenge ddg-captcha captchacharacters""".split()
)
WIDGETS = frozenset(
    "g-recaptcha h-captcha cf-turnstile kcaptcha captcha_img captcha-container frc-captcha recaptcha captcha".split()
)
TITLE = any_of(
    r"""
    just a moment
    one moment,? please
    attention required
    access to this page has been denied
    please wait
    pardon our interruption
    (?:are you |i'm not |i am not )?a? ?(?:robot|human|bot)(?: check| verification| or human)?
    (?:robot|security|bot|browser|human) (?:check|verification|challenge)
    security checkpoint
    vercel security checkpoint
    verify(?:ing)? (?:that )?you(?:'re| are) (?:a )?human
    checking your browser(?: before accessing.{0,60})?
    one more step
    ddos-guard
    client challenge
    making sure you(?:'re| are) not a bot
    captcha
    please verify
    human verification
    unusual traffic.{0,30}
    (?:자동 ?(?:등록|입력|가입) ?방지|보안 ?문자|로봇|캡[차챠])(?: ?(?:확인|입력|인증|문자|방지|페이지|문자 입력))*
    (?:로봇이|봇이) 아닙니다
    사람인지 확인(?:합니다|하는 중)?
    보안 (?:확인|인증|검사)(?: 중)?(?:입니다)?
    비정상적인? (?:접근|트래픽)(?:입니다| 감지| 안내)?
    잠시만 기다(?:리|려).{0,8}
    """,
)
SENTENCE = any_of(
    r"""
    enable (?:javascript and cookies|cookies and javascript|js) (?:to continue)
    enable (?:javascript and cookies|cookies and javascript|js) (?:and (?:cookies|disable any ad blocker))
    verify(?:ing)? (?:that )?you are (?:a |not a )?(?:human|robot|bot)
    request is being (?:verified|checked)
    (?:complete|solve) the (?:security check|captcha|challenge|puzzle)
    press (?:&|and) hold
    \bi(?:'| a)m not a robot
    (?:confirm|prove|make sure|ensure|check) (?:that )?you(?:'re| are) (?:a |not a )?(?:human|robot|bot)
    unusual (?:traffic|activity) (?:from|has been|coming)
    needs to review the security of your connection
    checking (?:if the site connection is secure|your browser before)
    incapsula incident id
    automated (?:access|requests|queries|tools)
    you are not a (?:ro)?bot
    as you were browsing something about your browser
    type the characters you see
    slide (?:right |to )
    please enable (?:javascript|js) (?:to view the page content|and disable)
    this process is automatic\. your browser will redirect
    protected by anubis
    ddos protection by
    로봇이 아닙니다
    (?:자동 ?(?:등록|입력|가입) ?방지|보안 ?문자)[^.]{0,30}(?:입력|맞|확인)
    사람(?:인지|임을) (?:확인|인증)
    (?:자동화된|비정상적인) (?:접근|요청|트래픽|프로그램)
    봇이 아닌지
    아래 (?:문자|숫자|글자)(?:를|을) (?:순서대로 )?입력
    """,
)
SORRY = re.compile(
    r"/sorry/index|/captcha|/validatecaptcha|/challenge(?:[/?]|$)|/checkpoint|/robot[-_]?check|/bot[-_]?check"
    r"|__cf_chl_",
    re.IGNORECASE,
)


def judge(case: Case) -> Judgement | None:
    """Return the verdict captcha where a guard stands before the page."""
    for name, values in HEADERS.items():
        if (value := case.answer.headers.get(name, "").lower()) in values:
            sign = Sign("header", 4, f"{name}: {value}")
            return weigh(Verdict.CAPTCHA, "a guard wants to know whether we are a machine", (sign,))
    return weigh(Verdict.CAPTCHA, "a guard wants to know whether we are a machine", _signs(case))


def _signs(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if case.is_long:
        return
    loaded = "\n".join((*sight.scripts, *sight.frames, sight.code[:CODE]))
    if mark := MARKS.search(loaded):
        yield Sign("script", 2, mark[0])
    if found := next(iter(NAMES & sight.names), None):
        yield Sign("mark", 2, found)
    if found := next((part for part in sight.names_of_it if TITLE.fullmatch(part)), None):
        yield Sign("title", 2, found)
    said = f"{sight.prose} {sight.noscript}"
    if sentence := SENTENCE.search(said):
        yield Sign("text", 2, said[max(0, sentence.start() - 20) : sentence.end() + 40])
    if found := next(iter(WIDGETS & sight.names), None):
        yield Sign("widget", 1, found)
    yield from _of_answer(case.answer)
    if case.is_bare:
        yield Sign("says next to nothing", 1)
    yield from of_an_article(case)


def _of_answer(answer: Answer) -> Iterator[Sign]:
    if ended_elsewhere(answer) and (found := SORRY.search(path_of(answer.final_url))):
        yield Sign("redirect to a check", 2, found[0])
    if answer.status in GUARDING:
        yield Sign("status", 1, f"HTTP {answer.status}")
