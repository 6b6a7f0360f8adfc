"""Panels of which a reader sees one at a time, to one below the other, each under the name of its tab."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import SubElement, XPath
from lxml.html import Element

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# https://www.w3.org/WAI/ARIA/apg/patterns/tabs/, and what MkDocs and VitePress write in its place
LISTS = XPath('.//@role[. = "tablist"]/..|.//@class[. = "tabbed-labels" or . = "tabs"]/..')
TABS = XPath('.//*[@role="tab"]|self::*[@class="tabbed-labels" or @class="tabs"]/label')
PANELS = XPath(
    './/*[@role="tabpanel"]|./*[contains(@class, "tabbed-content")]/*[contains(@class, "tabbed-block")]'
    '|self::*[contains(@class, "code-group")]/*[@class="blocks"]/*'
)
EMPTY = XPath('normalize-space(.) = "" and not(.//img)')
NEAR = 3  # elements around a list of tabs that may hold the panels too
LONGEST = 60  # characters of a name
MOST = 20  # tabs


def plain_tabs(tree: HtmlElement) -> None:
    """Name every panel of the page whose tab can be told, and take the tabs away."""
    for tabs in LISTS(tree):
        names = {tab: " ".join(tab.text_content().split()) for tab in TABS(tabs)}
        if not 1 < len(names) <= MOST or not all(0 < len(name) <= LONGEST for name in names.values()):
            continue
        panels = _panels(tabs)
        shown = list(names) if len(panels) > 1 else [tab for tab in names if tab.get("aria-selected") == "true"]
        if len(panels) == len(shown):
            for panel, tab in zip(panels, shown, strict=True):
                _head(panel, names[tab])
            tabs.drop_tree()


def _panels(tabs: HtmlElement) -> list[HtmlElement]:
    """Return the panels in the nearest element around a list of tabs that holds any, those within panels left out."""
    for around in islice(tabs.iterancestors(), NEAR):
        if panels := PANELS(around):
            among = set(panels)
            return [panel for panel in panels if among.isdisjoint(panel.iterancestors())]
    return []


def _head(panel: HtmlElement, name: str) -> None:
    """Write a name above a panel, where that holds something: some pages fill one only when it is shown."""
    if not EMPTY(panel):
        paragraph = Element("p")
        SubElement(paragraph, "strong").text = name
        panel.addprevious(paragraph)
