"""Bylines that a page shows its readers, known by the classes that templates give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XPath

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Attributes, and not the elements that have them, which take libxml2 a time that grows with their number squared.
MARKS = XPath(
    '//body/descendant::*/@class[contains(., "author") or contains(., "byline") or contains(., "writer")'
    ' or contains(., "autor") or contains(., "auteur") or contains(., "reporter") or contains(., "journalist")]'
)
AUTHOR = re.compile(
    r"(?:(?:post|entry|article|story|meta|blog|single)[-_]{1,2})?(?:authors?|bylines?|writer|autore?s?|auteurs?|reporter|journalist)(?:[-_]{1,2}(?:name|link|text))?",
    re.IGNORECASE,
)
# What stands beside an article and has authors of its own.
BESIDE = re.compile(
    r"comment|reply|disqus|related|recommend|sidebar|widget|popular|recent|next|prev|(?<!v)card|teaser|promo|avatar",
    re.IGNORECASE,
)
BREAKS = frozenset("br div p li ul ol time h1 h2 h3 h4 h5 h6".split())
LONGEST = 200  # characters of a byline
SEVERAL = 4  # bylines that differ, from which on they are a listing's


def shown_bylines(tree: HtmlElement) -> list[str]:
    """Return the text of the first byline, and of those that are marked alike; none where they are a listing's."""
    marked = [mark.getparent() for mark in MARKS(tree) if any(map(AUTHOR.fullmatch, mark.split()))]
    outer = {around for element in marked for around in element.iterancestors()}
    lines = [
        (element.get("class"), line)
        for element in marked
        if element not in outer and not is_beside(element) and (line := " ".join(_line(element)))
    ]
    alike = list(dict.fromkeys(line for name, line in lines if name == lines[0][0]))
    return alike if len(alike) < SEVERAL else []


def is_beside(element: HtmlElement) -> bool:
    """Say whether an element stands in a comment, a teaser, a sidebar."""
    around = (element, *element.iterancestors())
    return any(
        e.tag in {"aside", "nav"} or BESIDE.search(f"{e.get('class', '')} {e.get('id', '')}")
        for e in around
        if e.tag not in {"body", "html", "article", "main"}
    )


def _line(element: HtmlElement) -> list[str]:
    """Return the words of an element, with a bar where a line or a box begins; none of a long one."""
    words = (element.text or "").split()
    for inner in element.iterdescendants():
        words += ["|"] if inner.tag in BREAKS else []
        words += f"{inner.text or ''} {inner.tail or ''}".split()
        if len(words) > LONGEST:
            return []
    return words if sum(map(len, words)) <= LONGEST else []
