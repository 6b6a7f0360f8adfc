"""A URL taken apart, its host in one spelling."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from crawler.exceptions import InvalidURLError

if TYPE_CHECKING:
    from urllib.parse import SplitResult

DEFAULT_PORTS = {"http": 80, "https": 443}
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*")
IDEOGRAPHIC_DOTS = str.maketrans("。．｡", "...")
USERINFO = re.compile(r"^(https?://)[^/?#]*@", re.IGNORECASE)
BRACKETED = re.compile(r"(?:[^@\[\]]*@)?\[[^\[\]]+\](?::\d*)?")
MAX_HOST = 253  # RFC 1035


def split(url: str) -> SplitResult:
    """Take an http(s) URL apart. Raises InvalidURLError where no one can ask for it."""
    try:
        url.encode()
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:  # a broken bracket or port, a lone surrogate
        raise InvalidURLError(f"{error}: {url[:200]!r}") from error
    if parts.scheme not in DEFAULT_PORTS:
        raise InvalidURLError(f"neither http nor https: {url[:200]!r}")
    if "[" in parts.netloc and not BRACKETED.fullmatch(parts.netloc):  # not every Python's urlsplit minds
        raise InvalidURLError(f"broken brackets: {url[:200]!r}")
    if port == 0:
        raise InvalidURLError(f"port 0: {url[:200]!r}")
    return parts


def without_userinfo(url: str) -> str:
    """Take `user:password@` out of a URL: it is a secret, and no part of where the page is."""
    return USERINFO.sub(r"\1", url)


def host_of(parts: SplitResult) -> str:
    """Return the host in lower case and ASCII, an IPv6 address without brackets. Raises InvalidURLError."""
    return normal_host(parts.hostname or "")


def port_of(parts: SplitResult) -> int:
    """Return the port that is asked: the one written, or the scheme's."""
    return parts.port or DEFAULT_PORTS[parts.scheme]


@lru_cache(maxsize=4096)
def normal_host(host: str) -> str:
    """Spell a host name or address in one way: lower case, IDNA, no dot at the end. Raises InvalidURLError."""
    if ":" in host:
        return _ipv6(host)
    name = unquote(host).translate(IDEOGRAPHIC_DOTS).removesuffix(".").lower()
    if not name.isascii():
        name = _idna(name)
    if len(name) > MAX_HOST or not HOST.fullmatch(name):
        raise InvalidURLError(f"no host: {host[:200]!r}")
    return name


def _ipv6(host: str) -> str:
    try:
        return ipaddress.IPv6Address(host).compressed
    except ValueError as error:
        raise InvalidURLError(f"no host: {host[:200]!r}") from error


def _idna(name: str) -> str:
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise InvalidURLError(f"no host: {name[:200]!r}") from error
