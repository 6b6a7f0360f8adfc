"""Where a page sends the browser by itself: its Refresh header, or a meta element, as browsers read them. Pure."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin

from w3lib.html import get_base_url, strip_html5_whitespace
from w3lib.url import safe_url_string

from crawler.extraction.charset import decode

SAMPLE = 1 << 16  # bytes in which a meta element is looked for
MENTIONED = re.compile(rb"http-equiv\s*+=\s*+[\"']?\s*+refresh", re.IGNORECASE)  # else the page is not decoded
# What is in these is no part of the page, or not where scripts run. Every alternative ends somewhere: linear.
TOKENS = re.compile(
    r"<!--(?:-?>|.*?(?:-->|\Z))"
    r"|<(script|style|noscript|template|title|textarea|xmp)\b.*?(?:</\1|\Z)"
    r"|<meta(?=[\s/])(?P<attributes>(?:[^>\"']|\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))*+)(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
ATTRIBUTE = re.compile(r"([^\s=/>\"']++)\s*+(?:=\s*+(\"[^\"]*+\"?|'[^']*+'?|[^\s>\"']*+))?+")
# The HTML standard, "shared declarative refresh steps": "url=" may be missing, and so may the separator before it.
VALUE = re.compile(r"\s*+(?P<seconds>[0-9]*+)(?P<fraction>[.0-9]*+)(?P<rest>.*)", re.DOTALL)
TARGET = re.compile(r"(?:\s*+[;,]|\s)\s*+(?:url\s*+=\s*+)?+(?P<url>.+)", re.IGNORECASE | re.DOTALL)
MAX_DIGITS = 6


class Refresh(NamedTuple):
    """An address and when the browser goes there."""

    seconds: int
    url: str  # as written


def read_refresh(value: str) -> Refresh | None:
    """Read a Refresh header or the `content` of a meta element; None where it names no address."""
    parts = VALUE.match(value)
    if parts is None or not (parts["seconds"] or parts["fraction"].startswith(".")):
        return None
    target = TARGET.match(parts["rest"])
    url = _unquoted(target["url"]) if target else ""
    if not url or len(parts["seconds"]) > MAX_DIGITS:
        return None
    return Refresh(int(parts["seconds"] or 0), url)


def meta_refresh(body: bytes, url: str, content_type: str | None) -> Refresh | None:
    """Return where the first meta refresh of a page leads, resolved against the page's base; None without one."""
    sample = body[:SAMPLE]
    if not MENTIONED.search(sample):
        return None
    html = decode(sample, content_type)
    for token in TOKENS.finditer(html):
        refresh = _read_meta(token["attributes"] or "")
        if refresh is not None:
            return Refresh(refresh.seconds, resolved(refresh.url, get_base_url(html, url)))
    return None


def resolved(target: str, base: str) -> str:
    """Return an address as it is requested; raises ValueError where it is no URL."""
    return safe_url_string(urljoin(base, target))


def _read_meta(attributes: str) -> Refresh | None:
    found: dict[str, str] = {}
    for name, value in ATTRIBUTE.findall(attributes):
        found.setdefault(name.lower(), unescape(value.strip("\"'")))
    if found.get("http-equiv", "").strip().lower() != "refresh":
        return None
    return read_refresh(found.get("content", ""))


def _unquoted(url: str) -> str:
    """Return an address without its quotes and what follows them; line breaks and tabs are no part of it."""
    if url[:1] in {'"', "'"}:
        url = url[1:].partition(url[0])[0]
    return re.sub(r"[\t\n\r]", "", strip_html5_whitespace(url))
