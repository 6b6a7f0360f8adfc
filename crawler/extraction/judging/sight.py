"""What a page shows at a glance: read off its tree before cleaning takes it apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml.etree import XPath, iterwalk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

PROSE = 3_000  # letters that are read of a page's text: more is never the text of an error
CODE = 20_000  # of its inline scripts, where patterns are looked for
DATA = 2_000_000  # of the same, where words are
LINE = 200  # of a title or a heading
FEW = 8  # of what a page has many of, where the first say enough
# By `amount`: a notice alone, an error's text, what no error says.
BARE, LITTLE, MUCH = 120, 500, 1_000

UNREAD = frozenset(
    "script style noscript template nav footer aside select textarea button a svg iframe object head title".split()
)
TAGS = tuple("title meta h1 h2 h3 input script iframe frame noscript time".split())
META = ("property", "name", "itemprop", "http-equiv")
FRINGE = ("aside", "nav", "footer")
CLASSES = XPath("//@class", smart_strings=False)  # not as a union of paths, which takes the square of what it finds
IDS = XPath("//@id", smart_strings=False)
ALERT = re.compile(r"""\balert\s*\(\s*(?:"([^"]{1,300})"|'([^']{1,300})')""")
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
SEPARATOR = re.compile(r"\s+[-–—·:•<>/]+\s+|\s*[|»«]\s*|\s*::\s*")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
EDGES = " \t\n.!?:;,…~-–—·'\"“”‘’()[]!。！？"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A page's words and what it loads. Every text has its blanks squeezed and is cut where it is long."""

    title: str
    headings: tuple[str, ...]
    prose: str  # text outside of links, menus and controls
    alerts: tuple[str, ...]  # what the scripts of a page that shows nothing else tell the reader in a box
    noscript: str
    noindex: bool
    dated: bool  # it says that it is an article, or when it was published
    passwords: int  # fields for one
    scripts: tuple[str, ...]  # addresses
    frames: tuple[str, ...]
    code: str  # of its inline scripts
    refresh: str  # where a meta element sends the browser
    names: frozenset[str]  # classes and ids, in lower case

    @property
    def title_parts(self) -> list[str]:
        """The title without what surrounds it: "Not found | Blog" is "Not found" and "Blog"."""
        return parts(self.title)

    @property
    def names_of_it(self) -> list[str]:
        """The title's parts and the headings: what the page calls itself."""
        return [*self.title_parts, *(part for heading in self.headings for part in (heading, *parts(heading)))]


def sight_of(tree: HtmlElement) -> Sight:
    """Read a parsed page; leaves the tree as it is."""
    found: dict[str, list[HtmlElement]] = {tag: [] for tag in TAGS}
    for element in tree.iter(*TAGS):
        found[element.tag].append(element)
    said = {_name(meta): meta.get("content", "") for meta in reversed(found["meta"])}
    code = "\n".join(script.text or "" for script in found["script"] if not script.get("src"))[:DATA]
    body = tree.find("body")
    prose = _prose(tree if body is None else body)
    return Sight(
        title=squeezed("".join(title.text_content() for title in found["title"][:1])),
        headings=tuple(_headings(found)),
        prose=prose,
        alerts=_alerts(code) if amount(prose) <= BARE else (),
        noscript=squeezed(" ".join(element.text_content() for element in found["noscript"][:FEW])),
        noindex="noindex" in said.get("robots", "").lower(),
        dated=_is_dated(said, found["time"]),
        passwords=sum(field.get("type", "").lower() == "password" for field in found["input"]),
        scripts=tuple(script.get("src", "") for script in found["script"] if script.get("src")),
        frames=tuple(frame.get("src", "") for frame in (*found["iframe"], *found["frame"])),
        code=code,
        refresh=said.get("refresh", ""),
        names=frozenset(" ".join((*CLASSES(tree), *IDS(tree))).lower().split()),
    )


def _name(meta: HtmlElement) -> str:
    return next((value.lower() for key in META if (value := meta.get(key))), "")


def _headings(found: dict[str, list[HtmlElement]]) -> Iterator[str]:
    """Yield the first headings, the highest level first, without those of the page's fringe."""
    first = (heading for level in ("h1", "h2", "h3") for heading in found[level][:FEW])
    for heading in first:
        if next(heading.iterancestors(*FRINGE), None) is None:
            yield squeezed(heading.text_content())


def _is_dated(said: dict[str, str], times: list[HtmlElement]) -> bool:
    if said.get("og:type") == "article" or "article:published_time" in said or "datepublished" in said:
        return True
    return any(time.get("datetime") and next(time.iterancestors("article"), None) is not None for time in times[:FEW])


def _alerts(code: str) -> tuple[str, ...]:
    return tuple(squeezed((one or other).replace("\\n", " ")) for one, other in ALERT.findall(code[:CODE]))


def squeezed(text: str) -> str:
    """Return the beginning of a text on one line."""
    return " ".join(text[: 4 * LINE].split())[:LINE].translate(STRAIGHT)


def parts(name: str) -> list[str]:
    """Split a title at its separators; no part has punctuation at its edges."""
    return [bare for part in SEPARATOR.split(name) if (bare := part.strip(EDGES))]


def amount(text: str) -> int:
    """Measure a text: a Chinese, Japanese or Korean letter says as much as two others."""
    return len(text) + len(CJK.findall(text))


def _prose(body: HtmlElement) -> str:
    """Join the text that stands outside of what is unread, up to PROSE letters."""
    found: list[str] = []
    length = 0
    for text in _texts(body):
        if words := " ".join(text[: PROSE + 1].split()):
            found.append(words)
            length += len(words) + 1
            if length > PROSE:
                break
    return " ".join(found)[:PROSE].translate(STRAIGHT)


def _texts(body: HtmlElement) -> Iterator[str]:
    walker = iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            if element is not body:
                yield element.tail or ""
        elif element.tag in UNREAD or HIDDEN.search(element.get("style", "")):
            walker.skip_subtree()
        else:
            yield element.text or ""
