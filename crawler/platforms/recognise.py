"""Whose page it is: by the host of its address, else by what the page says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml.etree import XPath

from crawler.platforms.registry import platform_of, readable_platforms
from crawler.platforms.selectors import find, names_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from crawler.platforms.platform import Platform

GENERATORS = XPath('/html/head/meta[@name="generator"]')


def recognise(url: str, tree: HtmlElement) -> Platform | None:
    """Return the platform of the page at `url`, None where it is none whose pages we can read."""
    own = platform_of(_host(url))
    return own if own in readable_platforms() else _by_signs(tree)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _by_signs(tree: HtmlElement) -> Platform | None:
    """Look for what platforms write."""
    generators = [meta.get("content", "").strip().lower() for meta in GENERATORS(tree)]
    names = names_in(tree)
    return next((p for p in readable_platforms() if _says(p, generators) or _shows(p, tree, names)), None)


def _says(platform: Platform, generators: list[str]) -> bool:
    return any(generator.startswith(platform.generators) for generator in generators)


def _shows(platform: Platform, tree: HtmlElement, names: set[str]) -> bool:
    return next(find(tree, platform.signs, names), None) is not None
