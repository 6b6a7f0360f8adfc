"""The cleaned tree as HTML, sanitised: what a reader shows without a second thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nh3
from lxml import html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TAGS = set(
    "h1 h2 h3 h4 h5 h6 p ul ol li blockquote table tr th td pre code figure figcaption hr "
    "strong em del sup sub a img br".split()
)
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "code": {"class"}, "ol": {"start"}}
# nh3 takes quadratic time over a text of entities alone. The tree holds nothing to take away, it is a second lock.
ENTITIES = 50_000
SCHEMES = {"http", "https", "mailto"}


def to_html(tree: HtmlElement) -> str:
    """Write the blocks of the tree, without the `article` around them."""
    markup = "".join(html.tostring(block, encoding="unicode") for block in tree)
    return markup if markup.count("&") > ENTITIES else sanitised(markup)


def sanitised(markup: str) -> str:
    """Take away all that could act, and every attribute that says nothing of the content."""
    return nh3.clean(markup, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
