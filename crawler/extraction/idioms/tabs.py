"""Panels of which a reader sees one at a time, to one below the other, each under the name of its tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement, XPath
from lxml.html import Element

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# https://www.w3.org/WAI/ARIA/apg/patterns/tabs/, and what MkDocs writes in its place
LISTS = XPath('.//@role[. = "tablist"]/..|.//@class[. = "tabbed-labels"]/..')
TABS = XPath('.//*[@role="tab"]|self::*[@class="tabbed-labels"]/label')
PANELS = XPath('.//*[@role="tabpanel"]|./*[contains(@class, "tabbed-content")]/*[contains(@class, "tabbed-block")]')
LONGEST = 60  # characters of a name
MOST = 20  # tabs


def plain_tabs(tree: HtmlElement) -> None:
    """Name every panel of the page whose tab can be told, and take the tabs away."""
    for tabs in LISTS(tree):
        around = tabs.getparent()
        names = [" ".join(tab.text_content().split()) for tab in TABS(tabs)]
        if around is None or not 1 < len(names) <= MOST or not all(0 < len(name) <= LONGEST for name in names):
            continue
        panels = _outer(PANELS(around))
        if len(panels) == len(names):
            for panel, name in zip(panels, names, strict=True):
                _head(panel, name)
            tabs.drop_tree()


def _outer(panels: list[HtmlElement]) -> list[HtmlElement]:
    """Leave out the panels within panels."""
    among = set(panels)
    return [panel for panel in panels if among.isdisjoint(panel.iterancestors())]


def _head(panel: HtmlElement, name: str) -> None:
    paragraph = Element("p")
    SubElement(paragraph, "strong").text = name
    paragraph.tail, panel.text = panel.text, None
    panel.insert(0, paragraph)
