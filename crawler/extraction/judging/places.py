"""Where a request ended: what the final address says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from crawler.extraction.judging.answer import Answer

NUMBERED = re.compile(r"[?&](?!utm)[\w-]+=\d", re.IGNORECASE)
HOME = re.compile(
    r"/?(?:(?:[a-z]{2}(?:[-_][a-z]{2})?|kor|eng|main|home)/?)?(?:(?:index|main|default|home)\.\w{2,5})?", re.IGNORECASE
)
DEEP = re.compile(r"/[^/]+/[^/]+|\d{2,}|\.(?:html?|php|aspx?|jsp|do|md|pdf)$|-\w+-", re.IGNORECASE)


def host_of(url: str) -> str:
    """Return the host of an address in lower case; none of a broken one."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def path_of(url: str) -> str:
    """Return path and query of an address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def is_below(host: str, hosts: frozenset[str]) -> bool:
    """Say whether a host is one of these, or below one."""
    while host:
        if host in hosts:
            return True
        host = host.partition(".")[2]
    return False


def ended_elsewhere(answer: Answer) -> bool:
    """Say whether the request ended on another page than the one that was asked for."""
    return (host_of(answer.url), path_of(answer.url).rstrip("/")) != (
        host_of(answer.final_url),
        path_of(answer.final_url).rstrip("/"),
    )


def sent_home(answer: Answer) -> bool:
    """Say whether what was asked for lies deep in a site, and what came is the front page of the same one."""
    asked, came = path_of(answer.url), path_of(answer.final_url)
    if "#" in answer.final_url:  # pages of its own, that a script tells apart
        return False
    same = _site(host_of(answer.url)) == _site(host_of(answer.final_url))
    path, _, _ = asked.partition("?")
    is_deep = NUMBERED.search(asked) or (DEEP.search(path) and not HOME.fullmatch(path))
    return same and bool(is_deep) and bool(HOME.fullmatch(came))


def _site(host: str) -> str:
    for prefix in ("www.", "m."):
        host = host.removeprefix(prefix)
    return host
