"""JSON-LD: what a page says of its article in `<script type="application/ld+json">`. https://schema.org, as written.

Pages write it by templates, so it is read with comments, trailing commas, CDATA marks and entities in it. Nodes refer
to each other by @id. Of several articles on one page the page's own is the one with the page's address or title.
"""

from __future__ import annotations

import json
import re
from collections import deque
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any

from lxml.etree import XPath

from crawler.extraction.legible import legible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lxml.html import HtmlElement

    Node = dict[str, Any]

SCRIPTS = XPath('//script[contains(@type, "ld+json")]')
LONGEST = 1_000_000  # characters of one script
MOST = 20_000  # values that are looked at
ARTICLE = re.compile(
    r"(?:Article|Posting|Report|Review|BlogPost|Question|VideoObject|LearningResource|HowTo|Recipe|PodcastEpisode)$"
)
SITE = re.compile(r"WebSite$")
PERSON = re.compile(r"Person$")
ORGANISATION = re.compile(r"(?:Organization|Corporation)$")
PAGE = re.compile(r"(?:WebPage|QAPage|ItemPage|AboutPage|FAQPage)$")
ABOUT = ("@graph", "mainEntity", "mainEntityOfPage")  # where a page's own nodes stand; all else is only mentioned
# Strings are kept, comments go; whatever is not closed ends with the script, so that no text is read twice. Atomic
# groups, as Python 3.11 misreads a possessive repeat of a lookahead.
COMMENTS = re.compile(r'("(?>(?:[^"\\]|\\.)*)(?:"|\Z))|//[^\n]*|/\*(?>(?:[^*]|\*(?!/))*)(?:\*/|\Z)', re.DOTALL)
COMMAS = re.compile(r'("(?>(?:[^"\\]|\\.)*)(?:"|\Z))|,(?=\s*[}\]])', re.DOTALL)
MARKS = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->")
TAG = re.compile(r"<[a-zA-Z/][^<>]*>")


@dataclass(frozen=True)
class Linked:
    """What the page's nodes say."""

    nodes: list[Node] = field(default_factory=list)  # of the page's own article, the most trusted first
    sites: list[str] = field(default_factory=list)  # names of the site, of who publishes it
    organisations: frozenset[str] = frozenset()  # bare names of those, and of authors that are organisations
    people: frozenset[str] = frozenset()  # bare names of authors that are said to be people

    def values(self, name: str) -> list[str]:
        """Return the texts of a property, node by node."""
        return [text for node in self.nodes for text in strings(node.get(name))]

    @property
    def authors(self) -> list[str]:
        """Return the authors of the first node that names any."""
        return next((names for node in self.nodes if (names := names_of(node.get("author")))), [])


def linked_data(tree: HtmlElement, addresses: Collection[str], titles: Collection[str]) -> Linked:
    """Return what JSON-LD says of the page's own article.

    `addresses` (bare) are the page's, `titles` (bare) what it calls itself; of several articles none of which has one
    of either, no one says which is the page's, and none is believed.
    """
    nodes = [node for script in SCRIPTS(tree) for node in _own_nodes(load(script.text or ""))]
    if not nodes:
        return Linked()
    known = _by_id(nodes)
    articles = [node for node in nodes if _is_a(node, ARTICLE)]
    named = [node for node in articles if _is_named(node, addresses, titles)]
    chosen = named or (articles if len({_title(node) for node in articles}) == 1 else [])
    own = [_joined(node, known) for node in [*chosen, *(node for node in nodes if _is_a(node, PAGE))]]
    sites = [_joined(node, known) for node in nodes if _is_a(node, SITE)]
    authors = [one for node in own for one in _nodes_of(node.get("author"))]
    publishers = [one for node in [*own, *sites] for one in _nodes_of(node.get("publisher"))]
    publishers += [node for node in nodes if _is_a(node, ORGANISATION)]
    return Linked(
        own,
        [name for node in [*sites, *publishers] for name in names_of(node)],
        frozenset(_bare_names(node for node in [*authors, *publishers] if _is_a(node, ORGANISATION))),
        frozenset(_bare_names(node for node in authors if _is_a(node, PERSON))),
    )


def load(text: str) -> object:
    """Return the JSON of a script, None where it is none even with a template's slips mended."""
    text = text[:LONGEST].strip().removesuffix(";")
    for mend in (str, _mended, lambda broken: _mended(unescape(broken))):
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mended(text: str) -> str:
    bare = COMMENTS.sub(lambda m: m[1] or " ", MARKS.sub(" ", text))
    return COMMAS.sub(lambda m: m[1] or "", bare).strip().removesuffix(";")


def _own_nodes(data: object) -> Iterator[Node]:
    """Yield the nodes at the top, and in graphs and main entities below it, in order."""
    waiting = deque([data])
    for _ in range(MOST):
        if not waiting:
            return
        match waiting.popleft():
            case list() as several:
                waiting.extendleft(reversed(several))
            case dict() as node:
                yield node
                waiting.extendleft(node[name] for name in reversed(ABOUT) if isinstance(node.get(name), dict | list))


def _by_id(nodes: list[Node]) -> dict[str, Node]:
    """Return every node that is defined, at any depth, by its @id: the one that says most."""
    known: dict[str, Node] = {}
    waiting = deque[object](nodes)
    for _ in range(MOST):
        if not waiting:
            break
        match waiting.popleft():
            case list() as several:
                waiting.extend(several)
            case dict() as node:
                name = node.get("@id")
                if isinstance(name, str) and len(node) > len(known.get(name, ())):
                    known[name] = node
                waiting.extend(value for value in node.values() if isinstance(value, dict | list))
    return known


def _joined(node: Node, known: dict[str, Node]) -> Node:
    """Return the node with the nodes that it refers to in their place."""
    return {name: _resolved(value, known) for name, value in node.items()}


def _resolved(value: object, known: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_resolved(one, known) for one in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _nodes_of(value: object) -> list[Node]:
    return [node for node in (value if isinstance(value, list) else [value]) if isinstance(node, dict)]


def _bare_names(nodes: Iterable[Node]) -> Iterator[str]:
    return (bare_title(name) for node in nodes for name in names_of(node))


def _is_a(node: Node, kind: re.Pattern[str]) -> bool:
    return any(kind.search(name) for name in strings(node.get("@type")))


def _is_named(node: Node, addresses: Collection[str], titles: Collection[str]) -> bool:
    main = node.get("mainEntityOfPage")
    said = [node.get("url"), node.get("@id"), main.get("@id") if isinstance(main, dict) else main]
    return any(bare_address(text) in addresses for text in strings(said)) or bare_title(_title(node)) in titles


def _title(node: Node) -> str:
    return next(iter(strings([node.get("headline"), node.get("name")])), "")


def bare_address(url: str) -> str:
    """Return what two spellings of one page's address share."""
    return url.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/").lower()


def bare_title(text: str) -> str:
    """Return what two spellings of one title share."""
    return "".join(filter(str.isalnum, text)).casefold()


def strings(value: object) -> list[str]:
    """Return the texts of a value, of a list of values: entities read, tags gone, white space squeezed."""
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    if not isinstance(value, str):
        return []
    text = legible(TAG.sub(" ", unescape(value)))
    return [text] if text else []


def names_of(value: object) -> list[str]:
    """Return the names of people or organisations, each an object or a plain string."""
    if isinstance(value, list):
        return [name for one in value for name in names_of(one)]
    return strings(value.get("name")) if isinstance(value, dict) else strings(value)
