"""Footnotes, however a page links, numbers or hides them: references in the text, and notes at the end of the article.

On the page's own tree, before anything else looks at it, the notes are taken out and each reference becomes a
`<span data-note="3">`; after cleaning, the notes that the article refers to are put at its end. So no choice of content
cuts them off, and where they stand on the page does not matter. What is not surely a note is left where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement, XPath

from crawler.extraction.cleaning.cleaner import clean
from crawler.extraction.cleaning.tree import tidy
from crawler.extraction.footnotes.links import take_linked
from crawler.extraction.footnotes.numbers import take_numbered
from crawler.extraction.footnotes.sidenotes import take_sidenotes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FORGED = XPath(".//@data-note/..")
LIST = "footnotes"  # class of the list of notes in a cleaned tree


def take_footnotes(tree: HtmlElement, notes: list[HtmlElement]) -> None:
    """Take the notes out of a page's tree into `notes`; `data-note` of a reference is the place of its note there."""
    for forged in FORGED(tree):
        del forged.attrib["data-note"]
    take_linked(tree, notes)
    take_sidenotes(tree, notes)
    take_numbered(tree, notes)


def add_footnotes(cleaned: HtmlElement, notes: list[HtmlElement], base: str) -> None:
    """Put the notes at the end of a cleaned tree that refers to one, numbered in the order of their references."""
    bodies = [clean(note, base) for note in notes]
    order = _order(cleaned, bodies)
    if not order:
        return
    order.update(dict.fromkeys(range(len(bodies))))  # those that only what was cut away refers to are not lost
    listed = SubElement(cleaned, "ol", {"class": LIST})
    for number, place in enumerate(order, 1):
        item = SubElement(listed, "li", {"id": f"fn-{number}"})
        item.extend(list(bodies[place]))
        item.text = bodies[place].text
        tidy(item)
    numbers = {str(place): number for number, place in enumerate(order, 1)}
    for link in list(cleaned.iter("a")):
        if (place := link.attrib.pop("data-note", None)) is not None:
            link.text = f"[{numbers[place]}]"
            link.set("href", f"#fn-{numbers[place]}")


def _order(tree: HtmlElement, bodies: list[HtmlElement]) -> dict[int, None]:
    """Return the places of the notes in the order in which a tree refers to them, and those to others."""
    order: dict[int, None] = {}
    waiting = [tree]
    for box in waiting:
        for link in box.iter("a"):
            place = int(link.get("data-note", "-1"))
            if place >= 0 and place not in order:
                order[place] = None
                waiting.append(bodies[place])
    return order
