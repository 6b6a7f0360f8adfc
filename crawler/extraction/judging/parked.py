"""Parked: the domain is somebody else's now, and stands for sale or full of advertisements.

The services are those that measured studies of parking name (https://tma22-parking.github.io/parking_services.json;
Vissers et al., "Parking Sensors", NDSS 2015), with what their pages load. A server that nobody has put a site on counts
as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.announcement import Matter, of_an_announcement
from crawler.extraction.judging.judgement import Sign, can_be, in_sum, of_an_article, of_its_matter, of_its_name, weigh
from crawler.extraction.judging.notice import first
from crawler.extraction.judging.places import host_of, is_below, path_of
from crawler.extraction.judging.sight import CODE
from crawler.extraction.judging.words.parking import EMPTY, PLACEHOLDER, SENTENCE, SERVER, TITLE, TOPIC
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.judging.answer import Answer
    from crawler.extraction.judging.judgement import Case, Judgement

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


REASON = "the domain is parked or for sale"


def judge(case: Case) -> Judgement | None:
    """Return the verdict parked where the domain shows its price, or advertisements in place of a site."""
    signs = (_signs(case), of_an_announcement(case, MATTER))
    return next(filter(None, (weigh(Verdict.PARKED, REASON, each) for each in signs)), None)


def _signs(case: Case) -> Iterator[Sign]:
    known = [*_of_places(case.answer), *_of_an_empty_server(case)]
    yield from known
    if case.is_long:
        return
    loads, names = list(_of_what_it_loads(case)), list(_of_names(case))
    yield from loads
    if not can_be(case, names, (*known, *loads)):
        return
    yield from in_sum((*names, *_of_text(case)))
    yield from of_an_article(case, SENTENCE, EMPTY, TOPIC)


def _of_names(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if found := next((part for part in sight.names_of_it if TITLE.fullmatch(part)), None):
        yield Sign("title", 2, found)
    yield from of_its_name(case, _is_name, 0, TOPIC)
    if host_of(case.answer.url).removeprefix("www.") in (sight.title.lower(), *map(str.lower, sight.headings)):
        yield Sign("named after its domain", 1, sight.title)
    if case.is_bare:
        yield Sign("says next to nothing", 1)


def _of_text(case: Case) -> Iterator[Sign]:
    said = first(SENTENCE, [case.sight.title, *case.sight.headings, *case.sentences])
    yield from of_its_matter(case, said, SENTENCE, EMPTY, TOPIC)


def _of_an_empty_server(case: Case) -> Iterator[Sign]:
    """Yield what the page is that a server shows before anyone has put a site on it; some are long."""
    title, says = case.sight.title, case.sentences
    is_server = SERVER.fullmatch(title)
    is_placeholder = not case.is_long and (PLACEHOLDER.fullmatch(title) or (not title and len(says) == 1))
    found = first(EMPTY, says) if is_server or is_placeholder else None
    if is_server and (found or not says):
        yield Sign("default page", 7 if found else 3, found or title)
    elif found and is_placeholder:
        yield Sign("placeholder", 3, found)


def _is_name(name: str) -> bool:
    return any(named.fullmatch(name) for named in (TITLE, SERVER, PLACEHOLDER)) or SENTENCE.search(name) is not None


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


MATTER = Matter(_is_name, SENTENCE, TOPIC)
