"""Where a bare URL ends: before punctuation, closing marks of emphasis, and Korean particles glued to it."""

from __future__ import annotations

import re

# What no one writes into a URL and people write right behind one: white space, quotes, angle brackets, pipes;
# typographic, arrow, CJK and full-width punctuation, characters that are not seen (but for the two that join letters).
# Hangul and other letters belong to URLs.
OUTSIDE = (
    r"\s<>\"`|\\^()\[\]{}\u00ad\u115f\u1160\u180e\u200b\u200e-\u2027\u202a-\u206f\u2190-\u2bff\u3000-\u303f\u3164\ufeff"
    r"\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
# A second URL ends the first unless it is a part of it (an archive's path, a parameter). So does an entity of markup.
ENDS = r"(?<![/=?&\#:+%])https?://|,https?://|&(?:nbsp|gt|lt|quot|\#\d{1,7});"
# Runs are possessive and repetitions of groups bounded, so that no text makes them slow. (A group that is possessive
# itself would be neater, but Python 3.11 before .5 matches it wrongly: https://github.com/python/cpython/issues/106052)
PLAIN = rf"[^{OUTSIDE}hH,&]++|(?!{ENDS})[hH,&]|\\[!-/:-=?@\[-`{{-~]"  # \> closes what \< opened
BRACKETED = [rf"\{o}(?:{PLAIN}|\{o}(?:{PLAIN}){{0,99}}\{c}){{0,999}}\{c}" for o, c in ("()", "[]", "{}")]
URL = re.compile(rf"https?://(?:{'|'.join([PLAIN, *BRACKETED])}){{1,9999}}", re.IGNORECASE)

PUNCTUATION = ".,;:!?'~·\u200c\u200d"
OPENER = re.compile(r"(?:^|(?<=[^\w\\]|_))(\*{1,3}|_{1,3}|~~|==|\+\+)(?=[^\s*_~=+])")  # not escaped, not within a word
LOOK_BACK = 200  # characters: as far as an emphasis that a URL closes is looked for

HOST = re.compile(r"https?://[^/?#(),;]*", re.IGNORECASE)
HOST_PARTICLE = re.compile(r"(?<=[A-Za-z0-9])[가-힣ㄱ-ㆎ]")
HANGUL = re.compile(r"[가-힣ㄱ-ㆎ]")
FINAL_HANGUL = re.compile(r"(?<=[A-Za-z0-9/)])[가-힣]{1,5}$")
PARTICLES = frozenset(
    "은 는 이 가 을 를 에 에서 에게 로 으로 와 과 의 도 만 까지 부터 라는 이라는 라고 이라고 처럼 보다 "
    "에서는 에서도 에는 에도 으로부터 로부터 이며 이고 입니다 이다".split()
)


def end_of_url(text: str, start: int, run_end: int) -> int:
    """Return where the URL at `start` ends, given where `URL`, the run of its possible characters, ends."""
    url = text[start:run_end]
    quote = text[start - 1 : start]
    if quote in ("'", "$"):  # $https://…$: as if it were a formula
        url = url.partition(quote)[0]
    url = _without_emphasis(url, text[max(0, start - LOOK_BACK) : start])
    url = _without_particle(url.rstrip(PUNCTUATION)).rstrip(PUNCTUATION)
    return start + len(url)


def _without_emphasis(url: str, before: str) -> str:
    """Cut at the mark that closes an emphasis opened before the URL: `***출처: url***`, `_출처: url_`, `**url**`."""
    openers = [(found[1], found.end()) for found in OPENER.finditer(before)]
    openers.append((before[len(before.rstrip("*_~=+")) :], len(before)))
    for mark, end in openers:
        closing = re.compile(re.escape(mark) + r"(?![A-Za-z0-9_*~=/])") if mark else None
        if closing and not closing.search(before, end) and (closed := closing.search(url)):
            return url[: closed.start()]
    return url


def _without_particle(url: str) -> str:
    """Cut a Korean particle: in the host any Hangul after ASCII, at the end only one of the closed list.

    `https://test.com에서` and `…/buckpal에` are URL and particle; `…/wiki/간트_차트` and `?query=아이유` are whole.
    """
    host = HOST.match(url)
    if host is None or url[host.end() : host.end() + 1] in tuple("(),;"):
        return host[0] if host else url  # https://velog.io(벨로그)
    if url.isascii():
        return url
    if glued := HOST_PARTICLE.search(host[0], len("http://")):
        return url[: glued.start()]
    final = FINAL_HANGUL.search(url)
    if final and final[0] in PARTICLES and len(HANGUL.findall(url)) == len(final[0]):
        return url[: final.start()]
    return url
