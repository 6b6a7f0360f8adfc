"""What an archive answers where it gives no copy: it knows none, or it cannot answer now.

Only a clear answer counts as "it knows none". Everything else is asked again by the next crawl, because an archive that
is down, busy or asks for a login often says so with status 200.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.archive.memento import TIMED
from crawler.archive.page_text import parse, shown_text

if TYPE_CHECKING:
    from collections.abc import Mapping

# Statuses that say it about the URL: it is not there, or must not be shown.
UNKNOWN = frozenset({404, 410, 451})
# Statuses that say nothing about the URL, whatever the page's words are.
BUSY = frozenset({408, 425, 429, *range(500, 600)})
# OpenWayback and web.archive.org name the reason in a header: the first word is the exception's name.
RUNTIME_ERROR = "x-archive-wayback-runtime-error"
REASONS = re.compile(r"ResourceNotInArchive|(?:Administrative|Robot)AccessControl|BadQuery", re.IGNORECASE)
# The page's own words, at its beginning. Two words of one sentence are at most a few words apart.
SAYS_NONE = re.compile(
    r"\bnot? (?:yet )?(?:been )?(?:archived|in (?:the|this|our) (?:web )?archive)|has not (?:yet )?archived"
    r"|does ?n['’o]t have (?:that|this|the) (?:page|url|site)|(?:url|site|page) has been excluded"
    r"|\bno (?:archived? )?(?:captures?|mementos?|archives?|snapshots?|results?|copies|versions?)"
    r" (?:were |was |are |is |of )?(?:found|available|that|this|the|for|exists?)\b"
    r"|blocked by (?:the site['’]s )?robots\.txt|page cannot be (?:crawled or )?displayed due to robots",
    re.IGNORECASE,
)
SAYS_AWAY = re.compile(
    r"temporarily (?:offline|unavailable|down|out of)|(?:under|undergoing|scheduled|planned|down for|for) maintenance"
    r"|service (?:is )?(?:currently )?unavailable|too many requests|rate.?limit|try again (?:later|in )"
    r"|are (?:currently )?offline|come back later",
    re.IGNORECASE,
)
SHOWN_CHARS = 1500  # of the page's text that are looked at
SHOWN_BYTES = 1 << 16
# Where an archive sends a client to have a page archived. Requesting such an address would change the archive.
SAVING = frozenset("save submit capture archive-now savepage".split())


def knows_none(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Return whether an answer without a copy says clearly that the archive has no copy to show of the URL.

    The rules, first to last; the headers' names are in lower case:
    1. a status that speaks of the server or of the client's rate, or a Retry-After: no;
    2. a runtime error in the header: yes where it means an unknown or excluded URL, else no;
    3. 404, 410, 451: yes, unless the page speaks of an outage and not of the URL;
    4. any other status, 200 and 403 among them: yes where the page says "not archived", "excluded" and the like and
       nothing of an outage, else no.
    """
    if status in BUSY or "retry-after" in headers:
        return False
    if reason := headers.get(RUNTIME_ERROR):
        return REASONS.search(reason) is not None
    text = _beginning(body)
    says_none, says_away = SAYS_NONE.search(text), SAYS_AWAY.search(text)
    if status in UNKNOWN:
        return bool(says_none or not says_away)
    return bool(says_none and not says_away)


def saves(address: str) -> bool:
    """Return whether an address has a page archived when it is requested."""
    if TIMED.search(address):
        return False
    parts = [part.lower() for part in urlsplit(address).path.split("/") if part]
    own = takewhile(lambda part: part not in {"http:", "https:"}, parts[:2])
    return not SAVING.isdisjoint(own)


def _beginning(body: bytes) -> str:
    page = parse(body[:SHOWN_BYTES])
    return "" if page is None else shown_text(page)[:SHOWN_CHARS]
