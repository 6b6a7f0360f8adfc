"""The canonical URL: the key that two citations of one source share. It is compared, never fetched."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlunsplit

from crawler.platforms import platform_of
from crawler.urls.fragments import route_of
from crawler.urls.parts import DEFAULT_PORTS, host_of, split
from crawler.urls.percent import normal_path, normal_query
from crawler.urls.wrappers import unwrap

if TYPE_CHECKING:
    from crawler.platforms import Platform

WWW = re.compile(r"\A(?:www\.)+(?=[^.]+\.)")
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid", re.IGNORECASE)
NO_TRACKING: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def canonical_url(url: str) -> str:
    """Return the key of `url`: https, no www., no trailing slash, no tracking, one encoding, the platform's own form.

    Raises InvalidURLError for a URL that cannot be asked for.
    """
    parts = split(unwrap(url.replace("&amp;", "&")))
    host = WWW.sub("", host_of(parts))
    platform = platform_of(host)
    normal = SplitResult(
        scheme="https",
        netloc=_netloc(host, parts),
        path=_path(parts.path),
        query=_query(parts.query, platform),
        fragment=route_of(parts.fragment),
    )
    return urlunsplit(platform.key(normal) if platform and platform.key else normal)


def _netloc(host: str, parts: SplitResult) -> str:
    name = f"[{host}]" if ":" in host else host
    port = parts.port
    return name if port in (None, DEFAULT_PORTS[parts.scheme]) else f"{name}:{port}"


def _path(path: str) -> str:
    """Drop what stands for the folder itself: slashes at the end and index.html."""
    path = normal_path(path).rstrip("/")
    while path.endswith("/index.html"):
        path = path.removesuffix("/index.html").rstrip("/")
    return path


def _query(query: str, platform: Platform | None) -> str:
    tracking = platform.tracking if platform else NO_TRACKING
    fields = (normal_query(field) for field in query.split("&") if field)
    return "&".join(field for field in fields if not _tracks(field.partition("=")[0], tracking))


def _tracks(name: str, tracking: frozenset[str]) -> bool:
    return name in tracking or TRACKING.fullmatch(name) is not None
