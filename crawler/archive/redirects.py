"""Pages that an archive answers with status 200 where the copy is elsewhere: a redirect at crawl time, or a frame.

web.archive.org and OpenWayback show "Got an HTTP 302 response at crawl time" with a link; others send on by a meta
refresh, a Refresh header, a script, or show the copy in a frame. A copy as it was may be such a page itself.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml.etree import XPath

from crawler.archive.memento import TIMED, copied_url, is_as_it_was, shown
from crawler.archive.page_text import parse, shown_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

MAX_BYTES = 1 << 17  # a larger page has content of its own
MAX_NOTICE_CHARS = 1500  # of a page whose words say that it sends on, with the archive's own header and footer
MAX_CHARS = 500  # of a page that sends on without a word of it
MAX_SCRIPT = 4000  # characters of a script in which an address is looked for
SOON = 10.0  # seconds until a refresh that is a redirect; a longer one keeps a page fresh
FOLLOWED = 20  # links of a notice that are looked at, from its end: there is the one to click

# The whole text of an element: a sentence that quotes it is part of an article.
NOTICE = re.compile(r"\s*got an http 30[12378] response at crawl time\.?\s*", re.IGNORECASE)
# Words of a notice in other archives: the status and the redirect, near to each other, or the words of the link.
STATUS = r"\bhttp[ /\d.]{0,8}30[12378]\b"
MOVED = "|".join(
    "redire[ck] redirig weiterleit umleit omdirig przekier yönlendir перенаправ リダイレクト 리디렉 重定向 跳转".split()
)
WORDS = re.compile(
    rf"{STATUS}.{{0,80}}(?:{MOVED})|(?:{MOVED}).{{0,80}}{STATUS}|\bimpatient\?", re.IGNORECASE | re.DOTALL
)
MOVES = re.compile(r"\blocation(?:\.href)?\s{0,9}=\s{0,9}[\"']([^\"'<>\s]{1,2000})[\"']"
                   r"|\blocation\.(?:replace|assign)\(\s{0,9}[\"']([^\"'<>\s]{1,2000})[\"']")  # fmt: skip
URL = re.compile(r"\Aurl\s*=\s*", re.IGNORECASE)  # before the URL of a refresh; it may be missing
REFRESHES = XPath("//meta[not(ancestor::noscript)][translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content")
SCRIPTS = XPath("//script/text()")
FRAMES = XPath("//iframe/@src | //frame/@src")
LINKS = XPath("//a/@href")
TEXTS = XPath("//body//text()")


class Redirect(NamedTuple):
    """A page that only sends on."""

    to: str | None  # the address in the archive; None where the page names none that could be requested


def redirect_of(body: bytes, address: str, refresh: str = "") -> Redirect | None:
    """Return where a page at this address in an archive sends on to; None where the page is the copy itself.

    `refresh` is the answer's Refresh header. Text of its own makes a page a copy, whatever it links to.
    """
    page = parse(body) if len(body) <= MAX_BYTES else None
    if page is None:
        return Redirect(_in_archive(to, address)) if (to := _refreshed(refresh, address)) else None
    text = shown_text(page)
    if len(text) <= MAX_NOTICE_CHARS and any(NOTICE.fullmatch(each) for each in TEXTS(page)):
        return Redirect(next(_named(page, address), None))
    if len(text) > MAX_CHARS:
        return None
    for content in (refresh, *REFRESHES(page)):
        if to := _refreshed(content, address):
            return Redirect(_in_archive(to, address))
    only_link = _only_link(page, address) if WORDS.search(text) else ()
    to = next((each for each in (*_moves(page, address), *_only_frame(page, address), *only_link)), None)
    return Redirect(to) if to else None


def _named(page: HtmlElement, address: str) -> Iterator[str]:
    """Yield the copies that a notice names, the likeliest first."""
    refreshed = (_refreshed(content, address) for content in REFRESHES(page))
    yield from (to for each in refreshed if each and (to := _in_archive(each, address)))
    yield from _moves(page, address)
    yield from _linked(page, address)


def _linked(page: HtmlElement, address: str) -> Iterator[str]:
    """Yield the copies that the page links to, the last link first."""
    yield from (to for link in LINKS(page)[: -FOLLOWED - 1 : -1] if (to := _other_copy(link, address)))


def _only_link(page: HtmlElement, address: str) -> Iterator[str]:
    """Yield the copy that is the only one that the page links to."""
    linked = set(_linked(page, address))
    if len(linked) == 1:
        yield from linked


def _moves(page: HtmlElement, address: str) -> Iterator[str]:
    """Yield the copies that the page's scripts move the browser to."""
    for script in SCRIPTS(page):
        for whole, called in MOVES.findall(script[:MAX_SCRIPT].replace("\\/", "/")):
            if to := _other_copy(whole or called, address):
                yield to


def _only_frame(page: HtmlElement, address: str) -> Iterator[str]:
    """Yield the copy that the page's one frame shows."""
    frames = list(islice(FRAMES(page), 2))
    if len(frames) == 1 and (to := _other_copy(frames[0], address)):
        yield to


def _refreshed(refresh: str, address: str) -> str | None:
    """Return the URL that a refresh sends on to, None where it only loads the same page again."""
    seconds, *rest = re.split("[;,]", refresh, maxsplit=1)
    to = URL.sub("", "".join(rest).strip()).strip("\"' ")
    try:
        if not to or float(seconds.strip() or 0) > SOON:
            return None
        base = copied_url(address) if is_as_it_was(address) else None
        url = urldefrag(urljoin(base or address, to)).url
    except ValueError:
        return None
    return None if url in {urldefrag(base or address).url, shown(address)} else url


def _other_copy(link: str, address: str) -> str | None:
    """Return the address of the copy that a link leads to, None where it leads to no other one of this archive."""
    try:
        to = urldefrag(urljoin(address, link.strip())).url
        same_host = urlsplit(to).netloc == urlsplit(address).netloc
    except ValueError:
        return None
    return to if same_host and TIMED.search(to) and shown(to) != shown(address) else None


def _in_archive(url: str, address: str) -> str | None:
    """Return the address of the archive's copy of a URL, taken when the copy at this address was."""
    if TIMED.search(url):
        return url
    found, parts = TIMED.search(address), urlsplit(url)
    if found is None or parts.scheme not in {"http", "https"} or parts.netloc == urlsplit(address).netloc:
        return None
    return f"{address[: found.end()]}/{url}"
