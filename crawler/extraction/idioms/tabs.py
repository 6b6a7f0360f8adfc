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
CONTROLS = ("aria-controls", "href", "data-bs-target", "data-target")
LONGEST = 60  # characters of a name
MOST = 20  # tabs


def plain_tabs(tree: HtmlElement) -> None:
    """Name every panel of the page whose tab can be told, and take the tabs away."""
    for tabs in LISTS(tree):
        names = {tab: " ".join(tab.text_content().split()) for tab in TABS(tabs)}
        if not 1 < len(names) <= MOST or not all(0 < len(name) <= LONGEST for name in names.values()):
            continue
        panels = _panels(tabs, list(map(_controlled, names)))
        shown = list(names) if len(panels) > 1 else [tab for tab in names if tab.get("aria-selected") == "true"]
        if len(panels) == len(shown):
            for panel, tab in zip(panels, shown, strict=True):
                _head(panel, names[tab])
            tabs.drop_tree()


def _controlled(tab: HtmlElement) -> str:
    """Return the id of the panel that a tab shows, where it says so."""
    return next((value.removeprefix("#") for name in CONTROLS if (value := tab.get(name))), "")


def _panels(tabs: HtmlElement, names: list[str]) -> list[HtmlElement]:
    """Return the panels of these ids in the nearest element around a list of tabs that holds any panels.

    Where not all are there, return all those that stand within no other panel.
    """
    panels: list[HtmlElement] = next(
        (found for around in islice(tabs.iterancestors(), NEAR) if (found := PANELS(around))), []
    )
    named = {panel.get("id"): panel for panel in reversed(panels)}
    if all(name in named for name in names):
        return [named[name] for name in names]
    among = set(panels)
    return [panel for panel in panels if among.isdisjoint(panel.iterancestors())]


def _head(panel: HtmlElement, name: str) -> None:
    """Write a name above a panel, where that holds something but no title of its own: some are filled when shown."""
    first = next((e for e in panel.iter() if (e.text or "").strip()), panel)
    own = first.get("role") != "tab" and next(first.iterancestors("pre"), None) is None
    if not (EMPTY(panel) or (own and (first.text or "").strip() == name)):
        paragraph = Element("p")
        SubElement(paragraph, "strong").text = name
        panel.addprevious(paragraph)
