"""Selectors of the platform files: CSS, or XPath where one begins with "/", or with "./" where it is that of a post."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cssselect import HTMLTranslator
from lxml.etree import XPath

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cssselect.xpath import XPathExpr
    from lxml.html import HtmlElement

PATHS = ("/", "./")  # how XPath begins
CLASSES = XPath("descendant-or-self::*/@class", smart_strings=False)
IDS = XPath("descendant-or-self::*/@id", smart_strings=False)
ALTERNATIVES = re.compile(r",|:(?:not|is|where)\(")
BRACKETS = re.compile(r"\[[^\]]*\]")
NAMED = re.compile(r"[.#]([\w-]+)")
ATTRIBUTE = re.compile(r"@([\w:.-]+)$")


class Translator(HTMLTranslator):
    """Asks what an element is within as a condition on it, where cssselect walks down from each that may be around it.

    Nested elements would make libxml2 merge what it finds in them, in quadratic time.
    """

    def xpath_descendant_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        """Translate `left right`."""
        return (
            super().xpath_descendant_combinator(left, right) if left.path else right.add_condition(f"ancestor::{left}")
        )

    def xpath_child_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        """Translate `left > right`."""
        return super().xpath_child_combinator(left, right) if left.path else right.add_condition(f"parent::{left}")


@lru_cache(maxsize=1024)
def compiled(selector: str) -> XPath:
    """Compile once; raises cssselect.SelectorError or lxml.etree.XPathSyntaxError for a broken selector."""
    return XPath(selector if selector.startswith(PATHS) else Translator().css_to_xpath(selector))


def select(tree: HtmlElement, selectors: Iterable[str]) -> Iterator[HtmlElement]:
    """Yield what the selectors find, selector by selector, each in document order."""
    for selector in selectors:
        yield from compiled(selector)(tree)


def names_in(tree: HtmlElement) -> set[str]:
    """Return every class and id of an element and of what is in it."""
    return {*" ".join(CLASSES(tree)).split(), *IDS(tree)}


def find(tree: HtmlElement, selectors: Iterable[str], names: set[str]) -> Iterator[HtmlElement]:
    """Yield what many selectors find of which few find anything; `names` are those in the tree."""
    return select(tree, (selector for selector in selectors if needs(selector) <= names))


@cache
def needs(selector: str) -> frozenset[str]:
    """Return the classes and ids without which it finds nothing; none are known of XPath, and of alternatives."""
    plain = not selector.startswith(PATHS) and not ALTERNATIVES.search(selector)
    return frozenset(NAMED.findall(BRACKETS.sub("", selector))) if plain else frozenset()


def split_selector(written: str) -> tuple[str, str]:
    """Return the selector and the attribute of "SELECTOR@NAME"; XPath says its attributes itself."""
    if written.startswith(PATHS) or not (name := ATTRIBUTE.search(written)):
        return written, ""
    return written[: name.start()], name[1]


def values(tree: HtmlElement, selectors: Iterable[str]) -> list[str]:
    """Return the texts (or attributes, "SELECTOR@NAME") of the first selector that finds any, blanks squeezed."""
    for selector in selectors:
        path, name = split_selector(selector)
        found = [" ".join(_value(each, name).split()) for each in compiled(path)(tree)]
        if texts := [text for text in found if text]:
            return list(dict.fromkeys(texts))
    return []


def first(tree: HtmlElement, selectors: Iterable[str]) -> str | None:
    """Return the first of the texts or attributes, None where there is none."""
    return next(iter(values(tree, selectors)), None)


def _value(found: HtmlElement | str, name: str) -> str:
    if isinstance(found, str):  # XPath's own "/@NAME" and "/text()"
        return found
    return str(found.get(name, "") if name else found.text_content())
