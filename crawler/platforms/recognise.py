"""Whose page it is: by the host of its address, else by what the page says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.platforms import naver_blog, tistory, velog
from crawler.platforms.selectors import select

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from crawler.platforms.platform import Platform

PLATFORMS = (tistory.PLATFORM, naver_blog.PLATFORM, velog.PLATFORM)


def recognise(url: str, tree: HtmlElement) -> Platform | None:
    """Return the platform of the page at `url`, None where it is none that we know."""
    return _by_host(_host(url)) or _by_signs(tree)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _by_host(host: str) -> Platform | None:
    return next((p for p in PLATFORMS for own in p.hosts if host == own or host.endswith(f".{own}")), None)


def _by_signs(tree: HtmlElement) -> Platform | None:
    return next((p for p in PLATFORMS if next(select(tree, p.signs), None) is not None), None)
