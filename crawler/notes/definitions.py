"""The definitions of reference-style links: `[id]: url "title"`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crawler.notes.citation import Form, Link
from crawler.notes.destination import meant_url

DEFINITION = re.compile(
    r"""\[(?P<label>(?!\^)(?:[^\[\]\\]++|\\.){1,99})\]:[ \t]*+(?:\n(?!\[)[ \t]*+)?
        (?:<(?P<angle>[^<>\n]*)>|(?P<plain>[^\s<]\S*+))
        (?:(?:[ \t]++\n?|\n)[ \t]*+(?:"[^"]*+"|'[^']*+'|\([^()]*+\))(?=[ \t]*(?:\n|$)))?[ \t]*+(?=\n|$)""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Definitions:
    """The definitions of a note, and which of them it uses."""

    links: dict[str, Link] = field(default_factory=dict)  # by reference id
    used: set[str] = field(default_factory=set)  # URLs

    def add(self, label: str, link: Link) -> None:
        """Keep a definition; the first of an id counts."""
        self.links.setdefault(label, link)

    def use(self, label: str) -> Link | None:
        """Return what an image's or a link's label stands for."""
        link = self.links.get(reference_id(label))
        if link:
            self.used.add(link.url)
        return link


def read_definitions(text: str) -> tuple[list[tuple[str, Link]], int]:
    """Return the `[id]: url` that begin a text, by id, and where they end; those of files and anchors are no links."""
    found = []
    pos = 0
    while definition := DEFINITION.match(text, pos):
        group = "angle" if definition["angle"] is not None else "plain"
        label, written, at = definition["label"], definition[group].rstrip(",;"), definition.start(group)
        if url := meant_url(written, label):
            found.append((reference_id(label), Link(url, written, label, Form.REFERENCE, at, at)))
        pos = definition.end() + 1
    return found, pos


def reference_id(label: str) -> str:
    """Return the id that a reference's label means: case and white space do not count."""
    return " ".join(label.casefold().split())
