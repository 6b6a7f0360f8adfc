"""Whether what a citation points at within its source still stands: a section, a text, words that the note quotes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from crawler.drift.anchors import heading_at
from crawler.drift.blocks import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DIRECTIVE = ":~:"  # https://wicg.github.io/scroll-to-text-fragment/
ROUTE = re.compile(r"[!/]|.*=")  # a fragment that chooses the page, or a place in a PDF
LEFT_OUT = re.compile(r"…|\.{3,}|\[…\]|\(…\)|\(중략\)|\(후략\)")  # where a quotation leaves words out
SHORTEST = 3  # letters of a heading that a fragment may be made of


class State(StrEnum):
    """What became of what a citation points at."""

    STANDS = "stands"
    GONE = "gone"
    UNKNOWN = "unknown"  # nothing to look for, or it was never found: cannot tell


class Pointed(NamedTuple):
    """What a citation points at, and what became of it."""

    kind: str  # "fragment", "text" (a text fragment), "quote"
    what: str
    state: State


@dataclass(frozen=True)
class Version:
    """One version of a source, with the page that it was made of."""

    title: str
    text: str
    markdown: str
    body: bytes
    url: str
    content_type: str | None

    @cached_property
    def letters(self) -> str:
        return _letters(f"{self.title}\n{self.text}")

    @cached_property
    def headings(self) -> frozenset[str]:
        blocks = (block for block in blocks_of(self.markdown) if block.kind == "heading")
        return frozenset(_letters(block.text) for block in blocks)

    def section(self, fragment: str) -> str | None:
        """Return the letters of the heading that a fragment names, "" where it names another thing; None: neither."""
        names = tuple(dict.fromkeys((fragment, unquote(fragment))))
        heading = heading_at(self.body, self.url, self.content_type, names)
        if heading is not None:
            return _letters(heading)
        slug = _letters(unquote(fragment))  # scripts make ids of headings that the page as sent does not have
        return slug if len(slug) >= SHORTEST and slug in self.headings else None


def pointed_at(url: str, quotations: Iterable[str], cited: Version, now: Version) -> list[Pointed]:
    """Return what a citation points at within its source: nothing where it means the whole."""
    _, _, fragment = url.partition("#")
    fragment, _, directive = fragment.partition(DIRECTIVE)
    found = [Pointed("fragment", fragment, _section(fragment, cited, now))] if fragment else []
    found += [Pointed("text", " … ".join(parts), _words(parts, cited, now)) for parts in _texts(directive)]
    quoted = ((words, LEFT_OUT.split(words)) for words in quotations)
    return found + [Pointed("quote", words, _words(parts, cited, now)) for words, parts in quoted]


def summary(pointed: Iterable[Pointed]) -> State | None:
    """Return the worst that became of these; None where there are none."""
    states = {each.state for each in pointed}
    return next((state for state in (State.GONE, State.UNKNOWN, State.STANDS) if state in states), None)


def _section(fragment: str, cited: Version, now: Version) -> State:
    if ROUTE.match(fragment):
        return State.UNKNOWN
    if now.section(fragment) is not None:
        return State.STANDS
    then = cited.section(fragment)
    if then is None:
        return State.UNKNOWN
    return State.STANDS if then and then in now.headings else State.GONE


def _words(parts: Iterable[str], cited: Version, now: Version) -> State:
    letters = [part for part in map(_letters, parts) if part]
    if not letters:
        return State.UNKNOWN
    if _holds(now, letters):
        return State.STANDS
    return State.GONE if _holds(cited, letters) else State.UNKNOWN


def _holds(version: Version, parts: list[str]) -> bool:
    """Say whether a version holds the parts, one behind the other."""
    at = 0
    for part in parts:
        found = version.letters.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _texts(directive: str) -> Iterator[list[str]]:
    """Yield what each text directive names: `text=[prefix-,]start[,end][,-suffix]`."""
    for part in directive.split("&"):
        name, _, value = part.partition("=")
        terms = [term for term in value.split(",") if term and not term.endswith("-") and not term.startswith("-")]
        if name == "text" and terms:
            yield [unquote(term) for term in terms[:2]]


def _letters(text: str) -> str:
    """Return the letters and digits of a text in one spelling: what is left of a quotation in any typography."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
