"""Addresses of pictures that a service has scaled, blurred or passed on, back to the picture itself.

Each row is a service whose addresses hold that of the original; where only the scaled one surely works, it stays.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from crawler.extraction.addresses import absolute, encoded

# The address of the original is what a parameter holds.
PARAMETER = (
    (re.compile(r"https?://img\d*\.(?:daumcdn\.net|kakaocdn\.net)/thumb/", re.IGNORECASE), "fname"),
    (re.compile(r"https?://(?:dthumb-phinf|search)\.pstatic\.net/", re.IGNORECASE), "src"),
    (re.compile(r"https?://[^/]+/_(?:next|vercel)/image/?\?", re.IGNORECASE), "url"),
    (re.compile(r"https?://[^/]+/\.netlify/images/?\?", re.IGNORECASE), "url"),
)
# The address of the original, encoded or not, ends that of the service.
TAIL = re.compile(
    r"https?://(?:substackcdn\.com/image/fetch/[^?#]*?/(?=https?%3A)|[^/]+/cdn-cgi/image/[^/]*/(?=https?:))(.+)",
    re.IGNORECASE,
)
# What of a query only scales a picture.
SCALED = (
    (re.compile(r"https?://i\d\.wp\.com/", re.IGNORECASE), frozenset("resize fit w h crop quality zoom".split())),
    (re.compile(r"https?://[\w-]+\.files\.wordpress\.com/", re.IGNORECASE), frozenset("w h crop resize fit".split())),
)
BLURRED = re.compile(r"\A(https?://(?:post|blog)files\.pstatic\.net/.*[?&]type=)\w+_blur\b", re.IGNORECASE)
BLURRED_MOBILE = re.compile(r"\A(https?://mblogthumb-phinf\.pstatic\.net/.*[?&]type=)\w+_blur\b", re.IGNORECASE)


def original(url: str) -> str:
    """Return the address of the picture that an absolute address shows, the same where no service is known."""
    held = _held(url)
    if held and held.startswith(("http://", "https://")):
        return held
    for service, scaling in SCALED:
        if service.match(url):
            return _without(url, scaling)
    return BLURRED_MOBILE.sub(r"\1w800", BLURRED.sub(r"\1w966", url))


def _held(url: str) -> str | None:
    """Return the address within an address."""
    try:
        for service, name in PARAMETER:
            if service.match(url):
                inner = dict(parse_qsl(urlsplit(url).query)).get(name, "").strip("\"' ")
                return absolute(inner, url) if inner else None
        tail = TAIL.match(url)
        return encoded(unquote(tail[1])) if tail else None
    except ValueError:
        return None


def _without(url: str, names: frozenset[str]) -> str:
    address, _, query = url.partition("?")
    kept = [(name, value) for name, value in parse_qsl(query) if name not in names]
    return f"{address}?{urlencode(kept)}" if kept else address
