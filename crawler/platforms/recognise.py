"""Whose page it is: by the host of its address, else by what the page says of itself."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.platforms.registry import all_platforms, platform_of
from crawler.platforms.selectors import select

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from crawler.platforms.platform import Platform


def recognise(url: str, tree: HtmlElement) -> Platform | None:
    """Return the platform of the page at `url`, None where it is none whose pages we can read."""
    own = platform_of(_host(url))
    return own if own in _readable() else _by_signs(tree)


@cache
def _readable() -> tuple[Platform, ...]:
    """Return the platforms whose files say where the content is; of the others we know their URLs only."""
    return tuple(platform for platform in all_platforms() if platform.content)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _by_signs(tree: HtmlElement) -> Platform | None:
    return next((p for p in _readable() if next(select(tree, p.signs), None) is not None), None)
