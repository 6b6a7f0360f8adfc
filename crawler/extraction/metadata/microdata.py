"""Microdata and microformats: what a page's own elements are marked to be. https://html.spec.whatwg.org/#microdata

`itemscope` and `itemprop` with schema.org's names, and the classes of hentry and h-entry. Many templates mark
properties and forget the item around them: a property outside any item is the page's. What is inside an item of another
kind (a comment, a person, a related post) is that item's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lxml.etree import XPath

from crawler.extraction.metadata.linked_data import ARTICLE, PAGE, bare_address, bare_title

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

    Properties = dict[str, list[HtmlElement]]

# Attributes, and not the elements that have them, which take libxml2 a time that grows with their number squared.
MARKS = XPath("//@itemprop")
ENTRIES = XPath(
    '//@class[contains(., "entry")]'
    '[contains(concat(" ", ., " "), " hentry ") or contains(concat(" ", ., " "), " h-entry ")]'
)
CLASSES = {  # of microformats 2 and 1, by schema.org's name
    "headline": ("p-name", "entry-title"),
    "datePublished": ("dt-published", "published", "entry-date"),
    "dateModified": ("dt-updated", "updated"),
    "author": ("p-author", "author", "vcard"),
}
NAMES = ("p-name", "fn")
MOST_ENTRIES = 50  # on one page, above which it is a listing
LONGEST = 400  # characters of a value that are read: a longer one is neither title, name nor date
ADDRESSES = {"a": "href", "area": "href", "link": "href", "img": "src"}


def article_properties(tree: HtmlElement, addresses: Collection[str], titles: Collection[str]) -> Properties:
    """Return the elements that hold each property of the page's own article, by schema.org's names."""
    items: dict[HtmlElement | None, Properties] = defaultdict(lambda: defaultdict(list))
    for mark in MARKS(tree):
        element = mark.getparent()
        for name in mark.split():
            items[_item_around(element)][name].append(element)
    return {**_entry(tree, titles), **items.get(None, {}), **_own_item(items, addresses, titles)}


def _own_item(
    items: dict[HtmlElement | None, Properties], addresses: Collection[str], titles: Collection[str]
) -> Properties:
    """Return the properties of the item that is the page's article: the one named so, or the only one."""
    for kind in (ARTICLE, PAGE):
        found = [own for item, own in items.items() if item is not None and kind.search(item.get("itemtype", ""))]
        if named := [own for own in found if _is_named(own, addresses, titles)] or (found if len(found) == 1 else []):
            return named[0]
    return {}


def _item_around(element: HtmlElement) -> HtmlElement | None:
    return next((around for around in element.iterancestors() if "itemscope" in around.attrib), None)


def _is_named(own: Properties, addresses: Collection[str], titles: Collection[str]) -> bool:
    heads = [bare_title(value_of(e)) for name in ("headline", "name") for e in own.get(name, ())]
    urls = [bare_address(value_of(e)) for name in ("url", "mainEntityOfPage") for e in own.get(name, ())]
    return any(head in titles for head in heads) or any(url in addresses for url in urls)


def _entry(tree: HtmlElement, titles: Collection[str]) -> Properties:
    """Return the properties of the page's one hentry; of several the one with the page's title."""
    marked = [mark.getparent() for mark in ENTRIES(tree)]
    if len(marked) > MOST_ENTRIES:
        return {}
    entries = [_by_class(entry) for entry in marked]
    if len(entries) == 1:
        return entries[0]
    named = (e for e in entries if any(bare_title(value_of(head)) in titles for head in e.get("headline", ())))
    return next(named, {})


def _by_class(entry: HtmlElement) -> Properties:
    found: Properties = {}
    marked = [(element, element.get("class").split()) for element in entry.iter() if element.get("class")]
    for name, classes in CLASSES.items():
        for one in classes:
            if here := [element for element, own in marked if one in own and element is not entry]:
                found[name] = here[:1]  # those that follow are of comments
                break
    return found


def value_of(element: HtmlElement) -> str:
    """Return an element's value as the standard defines it, white space squeezed."""
    name = ADDRESSES.get(element.tag, "datetime")
    return " ".join((element.get("content") or element.get(name) or "").split()) or _text(element)


def name_of(element: HtmlElement) -> str:
    """Return the name that an element says of a person or an organisation, which may be an item of its own."""
    for inner in element.iterdescendants():
        if "name" in inner.get("itemprop", "").split() or set(NAMES) & set(inner.get("class", "").split()):
            return inner.get("content") or _text(inner)
    return element.get("content") or _text(element)


def _text(element: HtmlElement) -> str:
    """Return the beginning of an element's text, white space squeezed."""
    words: list[str] = []
    length = 0
    for text in element.itertext():
        words += text[:LONGEST].split()
        length += len(text)
        if length > LONGEST:
            break
    return " ".join(words)
