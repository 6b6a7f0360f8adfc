"""Notes, tips and warnings that stand in boxes, to quotes that begin with their bold title.

A quote with a title is read everywhere; `> [!NOTE]` is GitHub's alone and takes no title of the page's own.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BOXES = frozenset(
    "admonition admonitionblock admonition-block markdown-alert theme-admonition starlight-aside custom-block "
    "custom-container hint-container hint callout alert notices notecard notice message confluence-information-macro "
    "docs-callout callout-box infobox-note awsdocs-note".split()
)
KINDS = frozenset(
    "note info tip hint important warning caution danger error attention success example question quote abstract "
    "seealso todo bug failure summary faq help check done cite experimental deprecated warn remember reminder".split()
)
ALONE = frozenset("note tip important warning caution danger".split())  # classes of an <aside> that need no other
CANDIDATES = XPath(".//div[@class]|.//aside[@class]|.//section[@class]|.//blockquote[@class]|.//div[@data-callout]")
TITLE = re.compile(r".*(?:title|heading|header|label)(?:[-_].*)?", re.IGNORECASE)
PARTS = re.compile(r"[\s_-]+")
TOP = 12  # elements of a box among which its title may be
LONGEST = 120  # characters of a title
MOST = 60  # pieces of text that a title may have


def plain_admonitions(tree: HtmlElement) -> None:
    """Turn every box of the page whose class says what kind of note it is into a quote."""
    for box in CANDIDATES(tree):
        if kind := _kind(box):
            _to_quote(box, kind)


def _kind(box: HtmlElement) -> str | None:
    names = box.get("class", "").lower().split()
    if callout := box.get("data-callout"):
        return str(callout)
    if box.tag == "aside" and (found := ALONE.intersection(names)):
        return next(iter(found))
    if BOXES.isdisjoint(names):
        return None
    kinds = [word for name in names for word in PARTS.split(name) if word in KINDS]
    return next((word for word in kinds if word not in BOXES), kinds[0] if kinds else None)


def _to_quote(box: HtmlElement, kind: str) -> None:
    title = next((e for e in islice(box.iterdescendants(), TOP) if _is_title(e)), None)
    words = _words(title) if title is not None else ""
    if title is not None:
        title.drop_tree()
    box.tag = "blockquote"
    opening, strong = Element("p"), Element("strong")
    strong.text = words or ("" if _begins_bold(box) else kind.capitalize())
    if strong.text:
        opening.append(strong)
        opening.tail, box.text = box.text, None
        box.insert(0, opening)


def _is_title(element: HtmlElement) -> bool:
    names = element.get("class", "").split()
    return any(map(TITLE.fullmatch, names)) and element.tag not in {"table", "img"} and len(_words(element)) <= LONGEST


def _begins_bold(box: HtmlElement) -> bool:
    """Say whether a box begins with a title that is only bold."""
    first = next((e for e in islice(box.iterdescendants(), TOP) if e.tag in {"strong", "b"}), None)
    if first is None:
        return False
    whole, words = _words(box), _words(first)
    return bool(words) and whole.startswith(words)


def _words(element: HtmlElement) -> str:
    return " ".join("".join(islice(element.itertext(), MOST)).split())
