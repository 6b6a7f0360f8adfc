"""Cards that announce a linked page, to one paragraph: the link with its title, below it what the card says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement, XPath
from lxml.html import Element

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def _has(*names: str) -> str:
    return " or ".join(f'contains(concat(" ", @class, " "), " {name} ")' for name in names)


CARDS = XPath(
    './/figure[@data-ke-type="opengraph"]'
    f"|.//div[{_has('se-module-oglink', 'se_og_wrap', 'se_oglink', 'og-card')}]"
    f"|.//figure[{_has('kg-bookmark-card')}]|.//a[{_has('notion-bookmark', 'bookmark')}][.//div]"
    f"|.//aside[{_has('onebox')}]"
)
LINK = XPath('(descendant-or-self::a[starts-with(@href, "http")])[1]')
TITLE = XPath(
    f"(.//*[{_has('og-title', 'se-oglink-title', 'se_og_tit', 'kg-bookmark-title', 'bookmark-title')}]|.//h3|.//h4)[1]"
)
ABOUT = XPath(
    f".//*[{_has('og-desc', 'se-oglink-summary', 'se_og_txt', 'kg-bookmark-description', 'bookmark-description')}"
    f" or {_has('og-host', 'se-oglink-url', 'se_og_cp', 'kg-bookmark-author', 'bookmark-href')}]"
)
FEW = 4  # lines below a title


def plain_cards(tree: HtmlElement) -> None:
    """Replace every card of the page that has a link and a title."""
    for card in CARDS(tree):
        links, titles = LINK(card), TITLE(card)
        if not links or not titles or card.getparent() is None:
            continue
        title = _words(titles[0]) or " ".join(card.get("data-og-title", "").split())
        if not title:
            continue
        paragraph, link = Element("p"), Element("a", {"href": links[0].get("href")})
        link.text = title
        paragraph.append(link)
        for about in ABOUT(card)[:FEW]:
            line_break = SubElement(paragraph, "br")
            line_break.tail = _words(about)
        paragraph.tail = card.tail
        card.getparent().replace(card, paragraph)


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
