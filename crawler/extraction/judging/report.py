"""What tells a report from an explanation, in any language.

A page in an article's place reports one event: with an id, a time, the address that was asked for, the status or the
software that wrote it, or it turns to its reader. A page that is written about such events explains them: in sections,
with commands and settings, at an address that is named after them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

from crawler.extraction.judging import traces
from crawler.extraction.judging.judgement import WORD, Sign
from crawler.extraction.judging.notice import DEFINED, addresses_its_reader, length_off
from crawler.extraction.judging.places import host_of, path_of
from crawler.extraction.judging.sight import BARE, EDGES
from crawler.extraction.judging.voice import amount
from crawler.extraction.judging.words.courtesy import COURTESY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crawler.extraction.judging.judgement import Case

SOFTWARE = (
    r"(?:apache(?:[ -](?:tomcat|coyote))?|nginx|openresty|tengine|lighttpd|litespeed|squid|varnish(?: cache server)?"
    r"|jetty|glassfish|jboss|wildfly|weblogic|websphere|iis|microsoft-iis|caddy|haproxy|envoy|traefik|cloudflare"
    r"|cloudfront|werkzeug|gunicorn|uwsgi|passenger|phusion passenger|awselb|kong|php|django|openssl|cherrypy)"
)
# A line, or the end of one, that names the software that has written the page.
SIGNATURE = re.compile(
    rf"(?:^|\n|\()(?:server: )?{SOFTWARE}(?:[/ ]v?\d[\w.-]{{0,20}})?(?: \([\w .-]{{1,30}}\))?[^\w\n]{{0,3}}(?:\n|$|\))"
    r"|^.{0,80}\bserver at \S{3,80} port \d+|\bpowered by (?:werkzeug|jetty)",
    re.IGNORECASE | re.MULTILINE,
)
DETAIL = re.compile(
    r"\b\d{1,2}:\d{2}:\d{2}\b|\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,64}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b"
    r"|[/\\][\w/\\-]{1,80}\.(?:php\d?|aspx?|jsp|py|pl|cgi|cfm|inc|rb|do)\b[ ,:]|\[[A-Z]\w{2,20}\]\["
    r"|\b[A-Z]{3,30}(?:_[A-Z]{2,30}){1,5}\b|\b[a-z]{2,5}\d?::\w|\b(?:ray|request|trace|event|reference|incident|guru"
    r"|error|xid|id)\b ?(?:id|code|number|#)? ?[:#] ?\w*\d"
)
STATUS, LONGEST_STATUS, LONGEST_CLASS = 12, 60, 40  # lines among which the status is looked for; characters
WHOLE = re.compile(r"[^\W\d]{2}[.!。！]$")  # the end of a sentence
COMMANDS = 12  # `amount` of a listing that is no mere number
SECTIONS, UNDER = 2, 16  # headings below the first that have words under them, and how much
SAYS = 30  # `amount` of a statement
CODE = re.compile(r"[45]\d\d")  # the status of an error
LISTED = re.compile(  # a line that begins with the status of an error, or a heading with one after a word or two
    r"\W{0,3}(?:(?:[^\W\d]{1,20}\W{1,3}){0,2}\(?)(40[0-9]|41[0-8]|42[0-9]|431|451|50[0-8]|51[01]|52[0-7]|530)(?![\d.,]\d|\d)"
)
NUMBERED = re.compile(r"\W?\d{1,3}(?!\d)\W{0,2}")  # the beginning of a heading that counts or gives a status
STEM = 5  # characters by which two forms of a word are the same
LETTERS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфыэіїґ", "abvgdeziiklmnoprstufyeiig", strict=True)),
        "ж": "zh",
        "х": "h",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "sch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "æ": "ae",
        "ß": "ss",
        "đ": "d",
        "є": "e",
        "ё": "e",
    }
)


def of_an_explanation(case: Case, is_name: Callable[[str], object], *matters: re.Pattern[str]) -> Iterator[Sign]:
    """Yield what shows that a page explains a matter, where it is no report of one event."""
    yield from of_a_reference(case, is_name)
    sentences = [each for each in case.sentences if amount(each) >= SAYS or WHOLE.search(each)]
    listing = " ".join(case.sight.listing.split())
    if (
        amount(listing) >= COMMANDS
        and not (matters[0].search(listing) or traces.is_trace(listing))
        and not is_report(case)
    ):
        yield Sign("shows commands or settings", -4)
    if is_report(case):
        return
    if any(map(DEFINED.search, sentences)):
        yield Sign("defines", -2)
    if addresses_its_reader(sentences):
        return
    if sum(map(amount, sentences)) > BARE and length_off(sentences, *matters) > BARE / 3:
        yield Sign("reports no event", -4)
    if has_sections(case, is_name):
        yield Sign("has sections", -4)


def of_a_reference(case: Case, is_name: Callable[[str], object]) -> Iterator[Sign]:
    """Yield what no report has: its matter in its address, several statuses, or numbered sections."""
    is_notice = case.is_bare or (case.is_short and is_report(case))  # a bare page explains nothing
    if not is_notice and (found := next(_asked_for(case, is_name), None)):
        yield Sign("was asked for", -9, found)
    if len(codes := _statuses(case)) > 1:
        yield Sign("lists statuses", -9, " ".join(sorted(codes)))
    if sum(bool(NUMBERED.match(case.sight.lines[place])) for place in _sections(case)) >= SECTIONS:
        yield Sign("has numbered sections", -9)


def is_report(case: Case) -> bool:
    """Return whether the page gives details of one event: a time, an id, the address, the software."""
    return bool(DETAIL.search(case.sight.prose)) or names_the_address(case) or is_signed(case)


def of_its_status(case: Case, status: re.Pattern[str]) -> Iterator[Sign]:
    """Yield a line of its own that gives the status of the error, unless it is one of several sections' heading."""
    sections = _sections(case)
    own = [
        line
        for place, line in enumerate(case.sight.lines[:STATUS])
        if len(sections) < SECTIONS or place not in sections
    ]
    lines = (line for line in own if len(line) <= LONGEST_STATUS and not case.sight.is_its_title(line))
    if found := next((line for line in lines if status.fullmatch(line.strip(EDGES))), None):
        yield Sign("status", 2, found)


def of_its_class(case: Case, classes: re.Pattern[str]) -> Iterator[Sign]:
    """Yield a class or an id that a template gives to such a notice."""
    if found := next((name for name in case.sight.names if len(name) <= LONGEST_CLASS and classes.fullmatch(name)), ""):
        yield Sign("class", 1, found)


def names_the_address(case: Case) -> bool:
    """Return whether the page says in its text which address was asked for, as no article does of its own."""
    path = path_of(case.answer.url).strip("/")
    host = host_of(case.answer.url)
    return len(path) >= STEM and (f"{host}/{path}" in case.sight.prose or f"/{path}" in case.sight.prose)


def is_signed(case: Case) -> bool:
    """Return whether the software that has made the page has signed it."""
    return SIGNATURE.search("\n".join(case.sight.all_lines)) is not None


def _statuses(case: Case) -> set[str]:
    """Return the statuses of errors that stand in headings and at the beginning of short lines."""
    short = ((line, is_heading) for line, is_heading in zip(case.sight.lines, case.sight.headed, strict=True))
    found = ((LISTED.match(line), is_heading) for line, is_heading in short if len(line) <= LONGEST_STATUS)
    return {code[1] for code, is_heading in found if code and (is_heading or not code.start(1))}


def _asked_for(case: Case, is_name: Callable[[str], object]) -> Iterator[str]:
    """Yield the names of the matter in title and headings whose words the requested address has: it is about them."""
    path = _words(unquote(path_of(case.answer.url)))
    for name in _names(case):
        words = _words(name)
        numbers = {word for word in words if CODE.fullmatch(word)}
        if not (is_name(name) or re.fullmatch(r"[A-Za-z]{2,8}-?\d{3,6}", name) or LISTED.match(name)):
            continue
        if (words - numbers and all(_is_among(word, path) for word in words - numbers)) or numbers & path:
            yield name


def _names(case: Case) -> Iterator[str]:
    for part in (*case.sight.title_parts, *case.sight.headings[:2]):
        yield part
        if ": " in part:
            yield from part.split(": ")


def _words(text: str) -> set[str]:
    folded = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = set(WORD.findall(unicodedata.normalize("NFC", plain)))
    return {word for word in words if len(word) > 2 or not word.isascii()} or words


def _is_among(word: str, path: set[str]) -> bool:
    return word in path or (len(word) >= STEM and any(other[:STEM] == word[:STEM] for other in path))


def _sections(case: Case) -> list[int]:
    """Return the lines that are headings below the first and have words of their own."""
    lines, headed = case.sight.lines, case.sight.headed
    places = [place for place, is_heading in enumerate(headed) if is_heading][1:]
    return [
        place
        for place in places
        if place + 1 < len(lines) and not headed[place + 1] and amount(lines[place + 1]) >= UNDER
    ]


def has_sections(case: Case, is_name: Callable[[str], object]) -> bool:
    """Return whether several sections have headings that are neither courtesies nor questions nor the name."""
    heads = [case.sight.lines[place] for place in _sections(case)]
    own = [head for head in heads if not (COURTESY.search(head) or is_name(head) or head.endswith("?"))]
    return len(own) >= SECTIONS
