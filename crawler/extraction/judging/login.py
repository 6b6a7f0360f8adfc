"""Login: a page for members, friends, or who knows the password.

The wordings are those of WordPress's protected posts, XenForo, Discourse, phpBB, gnuboard, XpressEngine, Rhymix and of
the members' notices of Korean boards; paths and hosts those where the large services let people in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.judgement import Sign, of_an_article, weigh
from crawler.extraction.judging.places import ended_elsewhere, host_of, path_of
from crawler.extraction.judging.sight import EDGES
from crawler.extraction.judging.wordings import any_of
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.judgement import Answer, Case, Judgement

TITLE = any_of(
    r"""
    (?:please )?(?:log|sign)[ -]?(?:in|on)(?: (?:to|or|with|page|required|and|below).{0,50})?
    login(?: (?:to|page|required|form|or|-).{0,40})?
    authentication required
    members? only.{0,20}
    (?:private|protected|members-only) (?:page|post|content|site|blog|wiki|note|board)
    password (?:protected|required)
    permission (?:error|denied|required)
    enter (?:the )?password
    protected: .{1,150}
    you (?:must|need to) (?:be logged|log|sign)(?:ged)? ?in.{0,50}
    (?:회원 ?)?로그인(?: ?(?:페이지|하기|필요|안내|이 필요합니다|해 ?주세요|화면|후 이용.{0,20}))?
    (?:회원|멤버) ?(?:전용|로그인)(?: ?(?:게시판|페이지|콘텐츠|글))?
    비밀번호(?:를)? ?(?:입력|확인)(?: ?(?:해 ?주세요|하세요))?
    (?:비공개|보호된?|비밀) ?(?:글|포스트|게시물|게시글|블로그|페이지|게시판)(?:입니다| 입니다)?
    (?:접근 |읽기 |열람 )?권한이 (?:없습니다|필요합니다)
    (?:성인|본인) ?(?:확인|인증)(?: 안내)?
    로그인 ?[-:|] ?.{1,40}
    ログイン
    登录
    登入
    """,
)
SENTENCE = any_of(
    r"""
    \byou (?:must|need to|have to|are required to|should) (?:be |first )?(?:log(?:ged)?|sign(?:ed)?)[- ]?(?:in|on)\b
    \bplease (?:log|sign)[- ]?in (?:to|or|with|before|below|first)
    \b(?:log|sign)[- ]?in (?:to (?:continue|view|read|see|access|your)|with your|is required)
    (?:this|the) <PLACE> is (?:password[- ]protected|private|restricted|protected|only (?:available|visible))
    (?:this|the) <PLACE> is (?:for members|members[- ]only|limited to|invite[- ]only|open to invited)
    enter (?:the|your|a) password (?:below|to (?:view|continue|access))
    to view (?:it|this)[^.]{0,40}enter (?:your|the) password
    members only
    only (?:registered|logged[- ]in|invited) (?:users|members|readers)
    (?:don't|do not) have (?:permission|access|the rights?) to (?:view|access|read|see) this
    (?:you )?(?:need|request) (?:permission|access)\b
    requires? (?:you to )?(?:authentication|a login|an account|log(?:ging)? ?in)
    session (?:has )?(?:expired|timed out)
    로그인이 (?:필요|되어 있지)
    로그인(?:을)? ?(?:하셔야|하여야|해야|하신) ?(?:후|만|이용|볼|합|열|접)
    로그인 ?(?:후|하신 후) ?(?:에 )?(?:이용|열람|확인|보실|사용|다시|본인|성인)
    로그인 ?(?:하시기|해 주시기|하여 주시기) 바랍
    로그인(?:을)? ?(?:해|하여) ?주(?:세요|십시오|시기)
    <WHO>(?:에게|만|들만|들에게만|에게만)? ?(?:전용|만)? ?(?:공개|열람|읽|볼 수|이용|접근|보실)
    (?:비공개|보호) ?(?:로 설정된|된|되어 있는|설정된)? ?(?:글|포스트|게시물|게시글|블로그|페이지)(?:입니다| 입니다)
    보호되어 있는
    (?:읽을|열람|접근|조회|보기|글을 읽을|볼) ?(?:수 있는 )?권한이 (?:없|필요)
    비밀번호(?:를)? ?(?:입력|넣어|필요)
    권한이 없습니다
    """,
    PLACE="(?:content|post|page|entry|site|blog|wiki|article|board|group|document|workspace|channel)",
    WHO="(?:회원|멤버|가입자|이웃|서로이웃|친구|관리자|구독자)",
)
ASIDE = re.compile(
    r"댓글|덧글|코멘트|좋아요|추천|구독하|쪽지|comment|reply|vote|upvote|bookmark|answer|follow|like this|newsletter",
    re.IGNORECASE,
)
PATH = re.compile(
    r"/(?:log[-_]?in|sign[-_]?in|logon|nidlogin(?:\.login)?|auth(?:orize|enticate)?|oauth2?|sso|saml2?"
    r"|wp-login|member/login|account/login|users/sign_in|session/new|authwall|loginform|login_form)"
    r"(?:\.\w+)?(?:/[\w-]*)?/?(?:\?.*)?$",
    re.IGNORECASE,
)
HOST = re.compile(r"(?:login|signin|accounts?|auth|sso|nid)\..+", re.IGNORECASE)


def judge(case: Case) -> Judgement | None:
    """Return the verdict login where the page wants to know who we are, or a password."""
    return weigh(Verdict.LOGIN, "the page is shown to those alone who log in or know its password", _signs(case))


def _signs(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if case.is_long:
        return
    yield from _of_places(case.answer)
    if found := next((part for part in sight.title_parts if TITLE.fullmatch(part)), None):
        yield Sign("title", 2, found)
    if case.is_bare:
        yield Sign("says next to nothing", 1)
    elif found := next((head for head in sight.headings if TITLE.fullmatch(head.strip(EDGES))), None):
        yield Sign("heading", 1, found)  # of a box for members, too
    if found := _sentence(sight.prose):
        yield Sign("text", 2, found)
    if found := next((said for said in sight.alerts if SENTENCE.search(said)), None):
        yield Sign("alert", 3, found)
    if sight.passwords:
        yield Sign("password field", 1)
    if sight.noindex:
        yield Sign("noindex", 1)
    if not (sight.dated and sight.passwords):  # a protected post may show its date
        yield from of_an_article(case)


def _of_places(answer: Answer) -> Iterator[Sign]:
    if ended_elsewhere(answer) and PATH.search(path_of(answer.final_url)) and not PATH.search(path_of(answer.url)):
        yield Sign("redirect to a login page", 3, answer.final_url)
    elif HOST.fullmatch(host_of(answer.final_url)) and host_of(answer.final_url) != host_of(answer.url):
        yield Sign("redirect to a login host", 3, answer.final_url)


def _sentence(prose: str) -> str | None:
    """Return what asks for a login, unless it is asked of those who want to comment or to vote."""
    for match in SENTENCE.finditer(prose):
        around = prose[max(0, match.start() - 30) : match.end() + 30]
        if not ASIDE.search(around):
            return around
    return None
