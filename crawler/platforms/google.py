"""Google: the wrapper around its search results, `google.com/url?q=` or `?url=`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from urllib.parse import SplitResult


def unwrap(url: SplitResult) -> str | None:
    """Read the target of `/url?q=`; `url=` is the same parameter on country hosts."""
    if url.path != "/url":
        return None
    query = parse_qs(url.query)
    return query.get("q", query.get("url", [None]))[0]


PLATFORM = Platform(name="google", hosts=("google.com", "google.co.kr", "google.co.jp"), unwrap=unwrap)
