"""Parked: the domain is somebody else's now, and stands for sale or full of advertisements.

The services are those that measured studies of parking name (https://tma22-parking.github.io/parking_services.json;
Vissers et al., "Parking Sensors", NDSS 2015), with what their pages load; the Korean wordings are those of registrars'
pages for domains that have no site or have run out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.judgement import Sign, of_an_article, weigh
from crawler.extraction.judging.places import host_of, is_below, path_of
from crawler.extraction.judging.sight import CODE
from crawler.extraction.judging.wordings import any_of
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.judgement import Answer, Case, Judgement

SERVICES = frozenset(  # what a page loads from there, it loads to be parked
    """sedoparking.com parkingcrew.net parklogic.com bodis.com bodiscdn.com above.com abovedomains.com dsparking.com
    cashparking.com skenzo.com voodoo.com rookdns.com domainsponsor.com dopa.com trafficz.com parkweb.info ztomy.com
    parked.com smartname.com namedrive.com fabulous.com internettraffic.com parkingpage.namecheap.com parking.reg.ru
    parking.godaddy.com d38psrni17bvxu.cloudfront.net d1lxhc4jvstzrp.cloudfront.net parking-crew.com park.gabia.com
    parking.gabia.com parking.whois.co.kr park.cafe24.com parking.hosting.kr domainparking.ru
    parking.ionos.com""".split()
)
MARKETS = frozenset(  # to end there, from another domain, is to find it for sale
    """hugedomains.com dan.com afternic.com sedo.com undeveloped.com domainmarket.com buydomains.com uniregistry.com
    sav.com atom.com brandbucket.com squadhelp.com efty.com domainlore.com namebright.com porkbun.com dynadot.com
    spaceship.com epik.com""".split()
)
MARKS = re.compile(
    r"sedoparking|parkingcrew|parking-lander|/frmpark/|window\.park\s*=|LANDER_SYSTEM|adsense/domains/caf\.js|bodis\.com"
    r"|domain_profile\.cfm|location(?:\.href)?\s*=\s*[\"']/(?:lander|park)\b|parklogic\.com|FOOTER_DOMAIN_PARKING"
)
DOMAIN = r"(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}"
STATE = r"(?:for sale|parked|expired|available|has expired)"
TITLE = any_of(
    r"""
    (?:the domain (?:name )?)?<DOMAIN> (?:domain name )?(?:is |may be |might be )?<STATE>(?: .{0,40})?
    (?:this |premium )?domain(?: name)? (?:is |may be |might be )?<STATE>(?: .{0,40})?
    buy <DOMAIN>.{0,40}
    <DOMAIN> resources and information.{0,60}
    premium domain(?: name)?
    parked (?:domain|page)(?: name)?.{0,40}
    domain parking
    (?:이 )?도메인(?:을|이|은)? ?(?:판매|매매)(?: ?(?:중|합니다))?(?:입니다)?
    (?:이 )?도메인(?:이|은)? ?(?:파킹(?: 페이지)?|만료(?:되었습니다| 안내)?|연장 안내|기간 만료)
    """,
    DOMAIN=DOMAIN,
    STATE=STATE,
)
SENTENCE = any_of(
    r"""
    \b(?:this|the|your) (?:premium )?(?:web ?)?(?:domain|page|site)(?: name)?,?(?: <DOMAIN>,?)? <IS> <GONE>
    \b<DOMAIN> <IS> <GONE>
    \b(?:buy|get|purchase|make an offer on) this domain
    interested in (?:this|the) domain
    (?:is|domain) parked (?:for free|free|by)
    \b(?:this|the) domain(?: name)?(?: <DOMAIN>)? (?:has )?(?:recently )?expired
    (?:the|this) domain (?:has been|was|is) (?:recently )?(?:parked|registered)\b
    the owner of this domain
    provided by the domain owner (?:by|using) [\w ]{0,30}parking
    domain (?:owner|broker)[^.]{0,30}(?:sell|offer|price)
    inquire about (?:this|the) domain
    related searches
    (?:이|본|해당) 도메인(?:은|을|이)? ?(?:현재 )?(?:판매|매매|매각|파킹|만료|사용 ?기간|등록 ?기간)
    (?:이|본|해당) 도메인(?:은|이)? ?(?:등록되어|[^.]{0,20}연결되지)
    (?:이|본|해당) 도메인(?:은|에|에는|과)? ?(?:현재 )?연결된 ?(?:사이트|홈페이지)
    도메인 (?:구매|구입|매입)(?:를|을)? ?(?:문의|원하시)
    도메인(?:의)? ?(?:사용|등록)? ?기간이 (?:만료|종료)
    (?:가비아|후이즈|카페24|호스팅케이알|아이네임즈|닷네임)(?:에서|에|를 통해)[^.]{0,30}도메인
    도메인만? (?:등록|연결)(?:되어|된 상태)
    """,
    DOMAIN=DOMAIN,
    GONE="(?:for sale|for purchase|parked)",
    IS="(?:is|may be|might be|could be)(?: now)?(?: listed| available)?",
)


def judge(case: Case) -> Judgement | None:
    """Return the verdict parked where the domain shows its price, or advertisements in place of a site."""
    return weigh(Verdict.PARKED, "the domain is parked or for sale", _signs(case))


def _signs(case: Case) -> Iterator[Sign]:
    sight = case.sight
    yield from _of_places(case.answer)
    if case.is_long:
        return
    yield from _of_what_it_loads(case)
    if found := next((part for part in sight.names_of_it if TITLE.fullmatch(part)), None):
        yield Sign("title", 2, found)
    if sentence := SENTENCE.search(f"{sight.title} {sight.prose}"):
        yield Sign("text", 2, sentence[0])
    if host_of(case.answer.url).removeprefix("www.") in (sight.title.lower(), *map(str.lower, sight.headings)):
        yield Sign("named after its domain", 1, sight.title)
    if case.is_bare:
        yield Sign("says next to nothing", 1)
    yield from of_an_article(case)


def _of_places(answer: Answer) -> Iterator[Sign]:
    asked, came = host_of(answer.url), host_of(answer.final_url)
    moved = not (is_below(came, frozenset((asked,))) or is_below(asked, frozenset((came,))))
    if moved and (is_below(came, MARKETS) or is_below(came, SERVICES)):
        yield Sign("redirect to a market", 4, answer.final_url)
    elif path_of(answer.final_url) == "/lander" and path_of(answer.url) != "/lander":
        yield Sign("redirect to a lander", 2, answer.final_url)


def _of_what_it_loads(case: Case) -> Iterator[Sign]:
    sight = case.sight
    loaded = (*sight.scripts, *sight.frames, sight.refresh.rpartition("=")[2].strip(" '\""))
    if found := next((url for url in loaded if is_below(host_of(_absolute(url)), SERVICES)), None):
        yield Sign("loads from a parking service", 3, found)
    elif mark := MARKS.search("\n".join((*loaded, sight.code[:CODE]))):
        yield Sign("script", 2, mark[0])


def _absolute(url: str) -> str:
    return f"https:{url}" if url.startswith("//") else url
