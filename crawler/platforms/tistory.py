"""Tistory: blogs under tistory.com and under domains of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from urllib.parse import SplitResult


def key(url: SplitResult) -> SplitResult:
    """Say a post's mobile address as its desktop one: `/m/12` is `/12`."""
    return url._replace(path=url.path.removeprefix("/m")) if url.path.startswith("/m/") else url


PLATFORM = Platform(name="tistory", hosts=("tistory.com",), tracking=frozenset({"category"}), key=key)
