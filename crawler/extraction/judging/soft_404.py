"""Soft 404: the server says that all is well, the page that nothing is there.

The wordings are those of the error pages of WordPress, Ghost, Next.js, Jekyll, Docusaurus, gnuboard, XpressEngine,
Rhymix and of Apache, nginx and IIS, whose pages many sites send with a 200; `error404` is the class that WordPress
gives to such a body. A redirect from deep in a site to its front page is counted as one by search engines as well:
https://developers.google.com/search/docs/crawling-indexing/http-network-errors#soft-404-errors
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.judgement import Sign, weigh
from crawler.extraction.judging.places import ended_elsewhere, path_of, sent_home
from crawler.extraction.judging.sight import EDGES
from crawler.extraction.judging.wordings import any_of
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.judgement import Case, Judgement

THING = (
    "(?:page|url|link|file|post|article|site|website|blog|entry|story|document|content|resource|item|topic|thread"
    "|question|video)"
)
MISSING = (
    "(?:(?:was|is|were|are) (?:not|no longer) (?:be )?(?:found|there|available|here|accessible)"
    "|(?:can(?:not|'t|not)|could(?: not|n't)) be (?:found|located|displayed)"
    "|(?:was|is)n't (?:found|here|there|available)"
    "|does(?: not|n't) exist|no longer exists?|has been (?:removed|deleted|taken down)|not (?:found|available|exist)"
    "|(?:is|has) (?:gone|lost|moved|retired|discontinued))"
)
PAGE_KO = (
    "(?:페이지|게시물|게시글|글|포스트|문서|주소|블로그|콘텐츠|컨텐츠|화면|정보|게시판|기사|뉴스|상품|영상|동영상|자료)"
)
MISSING_KO = "(?:찾을 수가? ?(?:없습니다|없어요|없음)|존재하지 ?않(?:습니다|아요|음)|없습니다|없어요|삭제되었습니다)"
# What such a page calls itself, in its title or a heading, and nothing else with it.
NAME = any_of(
    r"""
    (?:error|http|에러|오류)?\s*(?:code\s*)?404(?:\s*[-–—:.!|,]?\s*\(?<SAYS>\)?)?(?:\s*page)?
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
    SAYS="(?:(?:error|page|file)? ?(?:not found|error|에러|오류))",
    END=r"(?: \(?404\)?| or (?:is|has|was) .{1,30})",
    SORRY="(?:(?:앗|이런|죄송합니다)[!.,… ]{1,4})",
    OOPS="(?:(?:oops|sorry|uh[- ]?oh|whoops|ooops)[!.,… ]{0,4})",
    SOUGHT="(?: you(?:'re| are| were)? (?:requested|looking for|want(?:ed)?))",
    THING=THING,
    MISSING=MISSING,
    PAGE_KO=PAGE_KO,
    MISSING_KO=MISSING_KO,
)
# A sentence that only such a page addresses to its reader.
SENTENCE = any_of(
    r"""
    \b(?:the|this|that|your) (?:requested |web ?)?<THING> <SOUGHT>?<MAYBE>
    \b(?:we|i) (?:can't|cannot|couldn't|could not|can not) (?:seem to )?find (?:the |that |this |what )?<THING>
    \b(?:we|i) (?:can't|cannot|couldn't|could not) (?:seem to )?find (?:the |that |this |what )?you(?:'re| are) looking
    \bit (?:looks|seems|appears)(?: like| that)? (?:nothing was found|(?:the|this) <THING> )
    nothing was found at this location
    \bthe requested url .{0,80}was not found
    \bthis (?:site|blog|website|service|account|page) is no longer available
    \bthis (?:site|blog|website|service|account) has been (?:suspended|discontinued|shut down|closed|removed|deleted)
    \bthis account has been suspended
    has been permanently deleted
    \b(?:invalid|no) <THING> (?:specified|found)
    there is currently no text in this page
    (?:잘못된|올바르지 않은|유효하지 않은) (?:접근|경로|요청|주소)(?:입니다| 입니다)
    <PAGE_KO>(?:을|를|이|가|은|는)? ?(?:찾을 수가? ?(?:없습니다|없어요)|존재하지 ?않(?:습니다|거나|아요))
    <PAGE_KO>(?:을|를|이|가|은|는)? ?(?:삭제되었(?:습니다|거나|을 수)|삭제되거나)
    <PAGE_KO>(?:이|가) ?(?:이동|변경)되었거나
    (?:존재하지 않는|삭제된|없는) <PAGE_KO>(?:입니다| 입니다|이거나|를 요청|에 접근)
    (?:방문|요청|접속|찾으)(?:하시려는|하려는|하신|시는) (?:페이지|주소|글)(?:의|가|를|는)? ?<WENT>
    (?:페이지|글|게시물)의 주소가 (?:잘못|변경)
    (?:서비스|블로그|사이트|홈페이지)(?:가|이|를|의)? ?(?:운영이 )?(?:종료|폐쇄|중단)(?:되었|하였|했)습니다
    お探しのページ(?:は|が)
    ページは(?:存在しません|削除され)
    您(?:访问|要找)的页面
    """,
    SOUGHT=r"(?:(?:that )?you(?:'\w+| \w+)? (?:requested|looking for|try\w+ to|tried to|want|followed)[^.]{0,40}? ?)",
    MAYBE=rf"(?:may (?:have been|be)|might have been|{MISSING})",
    THING=THING,
    PAGE_KO=PAGE_KO,
    WENT="(?:주소가 잘못|찾을 수가?|존재|없|사라|변경|삭제)",
)
ERROR_PATH = re.compile(
    r"/(?:[\w-]*[-_/])?(?:404|not[-_]?found|page[-_]?not[-_]?found|error[-_]?404|errors?"
    r"|suspendedpage)(?:[-_]page)?(?:\.\w+)?/?(?:\?.*)?$",
    re.IGNORECASE,
)
SHARE = 0.3  # of the prose that such sentences are
CLASSES = frozenset(
    "error404 error-404 page-404 not-found-page page-not-found notfound-page http-404 is-404 template-404".split()
)


def judge(case: Case) -> Judgement | None:
    """Return the verdict soft_404 where the page says that what was asked for is not there."""
    return weigh(Verdict.SOFT_404, "the page says that what was asked for is not there", _signs(case))


def _signs(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if found := next(iter(CLASSES & sight.names), None):
        yield Sign("class", 3, found)
    if sent_home(case.answer):
        yield Sign("redirect to the front page", 4, case.answer.final_url)
    if sight.dated:
        yield Sign("says that it is an article", -6)
    if case.is_long:
        return
    if ended_elsewhere(case.answer) and ERROR_PATH.search(path_of(case.answer.final_url)):
        yield Sign("redirect to an error page", 3, case.answer.final_url)
    yield from _of_words(case)
    if sight.noindex:
        yield Sign("noindex", 1)
    if not case.is_short:
        yield Sign("some text", -4)


def _of_words(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if found := next((part for part in sight.title_parts if NAME.fullmatch(part)), None):
        yield Sign("title", 2, found)
    if found := next((head for head in sight.headings if _says_so(head)), None):
        yield Sign("heading", 2, found)
    elif not case.is_bare and any(head in sight.title for head in sight.headings if head):
        yield Sign("has a heading of its own", -1)
    if found := next((said for said in sight.alerts if SENTENCE.search(said) or NAME.search(said)), None):
        yield Sign("alert", 3, found)
    if sentences := list(SENTENCE.finditer(sight.prose)):
        yield Sign("text", 2, sight.prose[max(0, sentences[0].start() - 20) : sentences[0].end() + 40])
        if case.is_bare or sum(len(sentence[0]) for sentence in sentences) >= SHARE * len(sight.prose):
            yield Sign("says little else", 1)
    elif case.is_bare:
        yield Sign("says next to nothing", 1)


def _says_so(heading: str) -> bool:
    return bool(NAME.fullmatch(heading.strip(EDGES)) or SENTENCE.match(heading))
