"""The definitions of reference-style links: `[id]: url "title"`."""

from __future__ import annotations

import re

from crawler.notes.citation import Form, Link
from crawler.notes.destination import meant_url

DEFINITION = re.compile(
    r"""\[(?P<label>(?!\^)(?:[^\[\]\\]++|\\.){1,99})\]:[ \t]*+(?:<(?P<angle>[^<>\n]*)>|(?P<plain>[^\s<]\S*+))
        (?:[ \t]++(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*+(?=\n|$)""",
    re.VERBOSE,
)


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
