"""Redirect wrappers: URLs that only lead to another one, which they carry."""

from __future__ import annotations

from crawler.exceptions import InvalidURLError
from crawler.platforms import platform_of
from crawler.urls.parts import host_of, split

MAX_LAYERS = 5


def unwrap(url: str) -> str:
    """Return the target where `url` is a redirect wrapper, through several layers; else `url` itself."""
    for _ in range(MAX_LAYERS):
        target = _target(url)
        if target is None:
            break
        url = target
    return url


def _target(url: str) -> str | None:
    try:
        parts = split(url)
        platform = platform_of(host_of(parts))
        if platform is None or platform.unwrap is None:
            return None
        target = platform.unwrap(parts)
        return target if target and host_of(split(target)) else None
    except InvalidURLError:  # of the wrapper or of what it carries: not unwrapped
        return None
