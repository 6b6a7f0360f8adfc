"""Whose page it is: by the host of its address, else by what the page says of itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml.etree import XPath

from crawler.platforms.registry import platform_of, readable_platforms
from crawler.platforms.selectors import select

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from crawler.platforms.platform import Platform

GENERATORS = XPath('/html/head/meta[@name="generator"]')
CLASSES = XPath("//@class", smart_strings=False)
IDS = XPath("//@id", smart_strings=False)
ALTERNATIVES = re.compile(r",|:(?:not|is|where)\(")
BRACKETS = re.compile(r"\[[^\]]*\]")
NAMED = re.compile(r"[.#]([\w-]+)")


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
    """Look for what platforms write; a sign with a class or an id is looked for only where the page has it at all."""
    generators = [meta.get("content", "").strip().lower() for meta in GENERATORS(tree)]
    names = {*" ".join(CLASSES(tree)).split(), *IDS(tree)}
    return next((p for p in readable_platforms() if _says(p, generators) or _shows(p, tree, names)), None)


def _says(platform: Platform, generators: list[str]) -> bool:
    return any(generator.startswith(platform.generators) for generator in generators)


def _shows(platform: Platform, tree: HtmlElement, names: set[str]) -> bool:
    return any(_needs(sign) <= names and next(select(tree, (sign,)), None) is not None for sign in platform.signs)


@cache
def _needs(sign: str) -> frozenset[str]:
    """Return the classes and ids without which a sign finds nothing; none are known of XPath, and of alternatives."""
    plain = not sign.startswith("/") and not ALTERNATIVES.search(sign)
    return frozenset(NAMED.findall(BRACKETS.sub("", sign))) if plain else frozenset()
