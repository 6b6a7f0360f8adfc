"""Links of a page to its own sections, which say nothing to who reads the article elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.cleaning.tree import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PERMALINKS = frozenset({"", "#", "¶", "§", "🔗", "#️⃣", "link"})  # what themes hang on a heading


def heads_section(link: HtmlElement) -> bool:
    """Say whether a link within the page is all of a heading, or around one: the section's link to itself."""
    inner = next(link.iter(*HEADINGS), None)
    parent = link.getparent()
    return inner is not None or (parent is not None and parent.tag in HEADINGS and parent[0] is link is parent[-1])


def is_permalink(link: HtmlElement) -> bool:
    """Say whether a link within the page is only a sign; one around a picture is not."""
    return "".join(link.itertext()).strip() in PERMALINKS and next(link.iter("img"), None) is None
