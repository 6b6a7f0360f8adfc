"""A tree as HTML, sanitised: what a reader shows without a second thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nh3
from lxml import html
from lxml.etree import XPath

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TAGS = set(
    "h1 h2 h3 h4 h5 h6 p ul ol li blockquote table tr th td pre code figure figcaption hr "
    "strong em del sup sub mark a img br".split()
)
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "code": {"class"}, "ol": {"start", "class"}, "li": {"id"}}
SCHEMES = {"http", "https", "mailto"}
# lxml takes quadratic time over attributes of these, which it does not escape: scripts once stood in them.
SCRIPTED = XPath('descendant-or-self::*/@*[contains(., "&{")]')
# nh3 takes quadratic time over a text of entities, so that it sees each as one character that no tree can hold.
SIGNS = {"&lt;": "\x01", "&gt;": "\x02", "&quot;": "\x03", "&amp;": "\x04"}


def to_html(tree: HtmlElement) -> str:
    """Write what the tree holds, without what could act and every attribute that says nothing of the content."""
    for value in SCRIPTED(tree):
        value.getparent().set(value.attrname, value.replace("&{", "&%7B"))
    markup = html.tostring(tree, encoding="unicode", with_tail=False)
    for entity, sign in SIGNS.items():
        markup = markup.replace(entity, sign)
    markup = markup.replace("&", SIGNS["&amp;"])  # scripts and styles are not escaped
    markup = nh3.clean(markup, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    for entity, sign in SIGNS.items():
        markup = markup.replace(sign, entity)
    return markup
