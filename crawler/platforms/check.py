"""What is wrong with a platform file, in words that say the mend."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import tzinfo
from typing import TYPE_CHECKING

from cssselect import SelectorError
from lxml.etree import XPathError
from lxml.html import document_fromstring

from crawler.platforms.selectors import PATHS, compiled, split_selector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.platforms.platform import Platform

NAME = re.compile(r"[\w-]+")
HOST = re.compile(r"[^\s/:@A-Z*]+")
READS = frozenset(
    {"title", "authors", "site", "published", "modified", "tags", "category"}
)  # may say "SELECTOR@ATTRIBUTE"
NO_SELECTORS = frozenset({"hosts", "generators", "gone", "locked"})
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
CALL = re.compile(r"([A-Za-z_][\w.-]*(?::[\w.-]+)?)\s*\(")
FUNCTIONS = frozenset(  # of XPath 1.0, with the node tests and operators that a bracket may follow
    "boolean ceiling concat contains count false floor id lang last local-name name namespace-uri normalize-space not "
    "number position round starts-with string string-length substring substring-after substring-before sum translate "
    "true comment node processing-instruction text and or div mod".split()
)
EMPTY = document_fromstring("<p>")


def faults(platform: Platform) -> Iterator[str]:
    """Yield what is wrong, worst first."""
    if not isinstance(platform.name, str) or not NAME.fullmatch(platform.name):
        yield f"name={platform.name!r} is no name: take letters, digits, _ and -"
    for field in fields(platform):
        value = getattr(platform, field.name)
        if field.type == "tuple[str, ...]":
            yield from _lists(field.name, value)
        elif "Callable" in str(field.type) and value is not None and not callable(value):
            yield f"{field.name}={value!r} is no function"
        elif field.name == "tracking" and not isinstance(value, frozenset):
            yield f"tracking={value!r} is no set: write frozenset({{…}})"
        elif field.name == "rendered" and not isinstance(value, bool):
            yield f"rendered={value!r} is neither True nor False"
        elif field.name == "zone" and not isinstance(value, tzinfo | None):
            yield f"zone={value!r} is no time zone: write timezone(timedelta(hours=9))"


def _lists(name: str, value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{name}={value!r} is a text: write {name}=({value!r},), with the comma"
    elif not isinstance(value, tuple) or not all(isinstance(one, str) for one in value):
        yield f"{name}={value!r} is no tuple of texts"
    elif name == "hosts":
        yield from (_host(host) for host in value if not HOST.fullmatch(host))
    elif name not in NO_SELECTORS:
        yield from filter(None, (_selector(name, selector) for selector in value))


def _host(host: str) -> str:
    return f"the host {host!r} is none: write it alone and in small letters, without https:// and port: example.com"


def _selector(name: str, written: str) -> str | None:
    """Return what is wrong with a selector; that of a sign and a content has no attribute."""
    selector = split_selector(written)[0] if name in READS else written
    try:
        found = compiled(selector)(EMPTY)
    except (SelectorError, XPathError) as error:
        return f"the selector {written!r} of {name} cannot be read: {error}; mend it"
    unknown = sorted(set(CALL.findall(QUOTED.sub("", selector))) - FUNCTIONS) if selector.startswith(PATHS) else []
    if unknown:
        return f"the selector {written!r} of {name} cannot be read: XPath has no {unknown[0]}(); mend it"
    if not isinstance(found, list):
        return f"the selector {written!r} of {name} finds no elements: let it find some"
    return None
