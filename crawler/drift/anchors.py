"""The places of a page that a URL's fragment can name, and the headings that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction import UnsupportedContentError, decode
from crawler.extraction.cleaning.tree import HEADINGS
from crawler.extraction.dom import parse
from crawler.extraction.kinds import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

MADE = "user-content-"  # what GitHub puts before the ids that it links to without it
NEARBY = 3  # elements behind an empty anchor among which its heading is


def heading_at(body: bytes, url: str, content_type: str | None, names: tuple[str, ...]) -> str | None:
    """Return the heading that the first of these anchors names, "" where it names another thing.

    None: the page, as fetched, has none of them, or it is no HTML.
    """
    try:
        if kind_of(body, url, content_type) is not Kind.HTML:
            return None
    except UnsupportedContentError:
        return None
    tree = parse(decode(body, content_type))
    for name in names:
        for spelled in (name, MADE + name):
            for element in tree.xpath("//*[@id=$name]|//a[@name=$name]", name=spelled):
                return " ".join(_heading(element).split())
    return None


def _heading(element: HtmlElement) -> str:
    """Return the words of the heading that an anchor is, stands in, begins with, or stands right before."""
    around = (above for above in (element, *element.iterancestors()) if above.tag in HEADINGS)
    heading = next(around, None)
    if heading is None:
        heading = next(element.iter(*HEADINGS), None)
    if heading is None and not element.text_content().strip():
        heading = next(_behind(element), None)
    return "" if heading is None else str(heading.text_content())


def _behind(element: HtmlElement) -> Iterator[HtmlElement]:
    outer = element.getparent()
    for each in (element, outer) if outer is not None and outer.tag == "p" else (element,):
        for number, sibling in enumerate(each.itersiblings()):
            if sibling.tag in HEADINGS:
                yield sibling
            if number + 1 == NEARBY:
                break
