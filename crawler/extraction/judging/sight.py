"""What a page shows at a glance: read off its tree before cleaning takes it apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from crawler.extraction.judging.structure import structure_of
from crawler.extraction.judging.voice import STRAIGHT, amount, unquoted, voice_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from crawler.extraction.judging.structure import Structure

CODE = 20_000  # of its inline scripts, where patterns are looked for
DATA = 2_000_000  # of the same, where words are
LINE = 200  # of a title or a heading
NAME = 8  # letters from which on a part of a title is known again in a heading
LINKS = 30  # among which the one to the front page is looked for
FEW = 8  # of what a page has many of, where the first say enough
# By `amount`: a notice alone, an error's text, what no error says.
BARE, LITTLE, MUCH = 120, 500, 1_000

TAGS = tuple("title meta h1 h2 h3 input button p script iframe frame noscript time link".split())
META = ("property", "name", "itemprop", "http-equiv")
FRINGE = ("aside", "nav", "footer")
PUSHED = frozenset(("submit", "button"))
PARAGRAPHS = 50  # that are looked at
CLASSES = XPath("//@class", smart_strings=False)  # not as a union of paths, which takes the square of what it finds
IDS = XPath("//@id", smart_strings=False)
FRONT = re.compile(r"\s*(?:https?:)?(?://[^/?#]+)?\.?/?(?:index\.\w+|main\.\w+)?\s*")
ALERT = re.compile(r"""\balert\s*\(\s*(?:"([^"]{1,300})"|'([^']{1,300})')""")
SEPARATOR = re.compile(r"\s+[-–—·:•<>/]+\s+|\s*[|»«]\s*|\s*::\s*")
EDGES = " \t\n.!?¡¿:;,…~-–—·'\"“”‘’()[]!。！？"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A page's words and what it loads. Every text has its blanks squeezed and is cut where it is long."""

    title: str
    headings: tuple[str, ...]
    prose: str  # text outside of links, menus and controls
    body: str  # of it what stands neither in the page's fringe nor in what announces other pages
    lines: tuple[str, ...]  # of that what the page says itself: no quotations, no code
    headed: tuple[bool, ...]  # which of the lines are headings
    shows_code: bool  # beside its words
    shows_listing: bool  # the same in a block of its own
    listing: str  # the beginning of what stands in such blocks
    all_lines: tuple[str, ...]  # of the prose, quotations and fringe too
    sheets: tuple[str, ...]  # addresses of its style sheets
    links: tuple[str, ...]  # the first addresses that it links to
    alerts: tuple[str, ...]  # what the scripts of a page that shows nothing else tell the reader in a box
    noscript: str
    noindex: bool
    typed: bool  # its template says that it is an article
    dated: bool  # it says when it was published
    buttons: tuple[str, ...]
    hidden: int  # how much stands in paragraphs that a parser's mistake put into a control
    passwords: int  # fields for one
    scripts: tuple[str, ...]  # addresses
    frames: tuple[str, ...]
    code: str  # of its inline scripts
    refresh: str  # where a meta element sends the browser
    names: frozenset[str]  # classes and ids, in lower case
    structure: Structure  # around a form or a dialog

    @property
    def title_parts(self) -> list[str]:
        """The title without what surrounds it: "Not found | Blog" is "Not found" and "Blog"."""
        return parts(unquoted(self.title))

    def is_its_title(self, line: str) -> bool:
        """Say whether a line of the page is what its title says, or begins with it."""
        bare = line.strip(EDGES)
        return bool(bare) and (
            bare in self.title or any(_is_within(part, bare) for part in self.title_parts[1:] and self.title_parts)
        )

    @property
    def names_of_it(self) -> list[str]:
        """The title's parts and the headings: what the page calls itself."""
        return [
            *self.title_parts,
            *(part for heading in self.headings for part in (heading, *parts(unquoted(heading)))),
        ]


def sight_of(tree: HtmlElement) -> Sight:
    """Read a parsed page; leaves the tree as it is."""
    found: dict[str, list[HtmlElement]] = {tag: [] for tag in TAGS}
    for element in tree.iter(*TAGS):
        found[element.tag].append(element)
    said = {_name(meta): meta.get("content", "") for meta in reversed(found["meta"])}
    code = "\n".join(script.text or "" for script in found["script"] if not script.get("src"))[:DATA]
    body = tree.find("body")
    voice = voice_of(tree if body is None else body)
    names = frozenset(" ".join((*CLASSES(tree), *IDS(tree))).lower().split())
    return Sight(
        title=squeezed("".join(title.text_content() for title in found["title"][:1])),
        headings=tuple(_headings(found, _site_names(tree))),
        prose=voice.prose,
        body=voice.body,
        lines=voice.lines,
        headed=voice.headed,
        shows_code=voice.shows_code,
        shows_listing=voice.shows_listing,
        listing=voice.listing,
        all_lines=voice.all_lines,
        links=tuple(link.get("href", "") for link in islice(tree.iter("a"), LINKS)),
        sheets=tuple(link.get("href", "") for link in found["link"][:LINKS] if "stylesheet" in link.get("rel", "")),
        alerts=_alerts(code) if amount(voice.prose) <= BARE else (),
        noscript=squeezed(" ".join(element.text_content() for element in found["noscript"][:FEW])),
        noindex="noindex" in said.get("robots", "").lower(),
        typed=said.get("og:type") == "article",
        dated=_is_dated(said, found["time"]),
        buttons=tuple(_buttons(found)),
        hidden=_hidden(found["p"]),
        passwords=sum(field.get("type", "").lower() == "password" for field in found["input"]),
        scripts=tuple(script.get("src", "") for script in found["script"] if script.get("src")),
        frames=tuple(frame.get("src", "") for frame in (*found["iframe"], *found["frame"])),
        code=code,
        refresh=said.get("refresh", ""),
        names=names,
        structure=structure_of(tree, names, voice.prose),
    )


def _is_within(part: str, line: str) -> bool:
    return line.startswith(f"{part} ") or (len(part) >= NAME and part in line and len(line) <= 2 * len(part))


def _name(meta: HtmlElement) -> str:
    return next((value.lower() for key in META if (value := meta.get(key))), "")


def _site_names(tree: HtmlElement) -> frozenset[str]:
    """Return what the page's first links call the site's front page."""
    links = (link for link in islice(tree.iter("a"), LINKS) if FRONT.fullmatch(link.get("href", "")))
    return frozenset(squeezed(link.text_content()) for link in links)


def _headings(found: dict[str, list[HtmlElement]], sites: frozenset[str]) -> Iterator[str]:
    """Yield the first headings, the highest level first, without the site's name and those of the page's fringe."""
    first = (heading for level in ("h1", "h2", "h3") for heading in found[level][:FEW])
    for heading in first:
        words = squeezed(heading.text_content())
        if words not in sites and next(heading.iterancestors(*FRINGE), None) is None:
            yield words


def _is_dated(said: dict[str, str], times: list[HtmlElement]) -> bool:
    if "article:published_time" in said or "datepublished" in said:
        return True
    articles = (next(time.iterancestors("article"), None) for time in times[:FEW] if time.get("datetime"))
    return any(article is not None and not _is_teaser(article) for article in articles)


def _is_teaser(article: HtmlElement) -> bool:
    """Return whether it announces another page: its heading is a link, or it has none and says little but links."""
    heading = next(article.iter("h1", "h2", "h3", "h4"), None)
    if heading is not None:
        return next(heading.iter("a"), None) is not None or next(heading.iterancestors("a"), None) is not None
    links = sum(len(link.text_content()) for link in islice(article.iter("a"), LINKS))
    return len(article.text_content()) - links < BARE


def _buttons(found: dict[str, list[HtmlElement]]) -> Iterator[str]:
    yield from (squeezed(button.text_content()[:LINE]) for button in found["button"][:LINKS])
    inputs = (field for field in found["input"][:LINKS] if field.get("type", "").lower() in PUSHED)
    yield from (squeezed(field.get("value", "")) for field in inputs)


def _hidden(paragraphs: list[HtmlElement]) -> int:
    within = (one for one in paragraphs[:PARAGRAPHS] if next(one.iterancestors("button", "select"), None) is not None)
    return sum(amount(squeezed(one.text_content()[:LINE])) for one in within)


def _alerts(code: str) -> tuple[str, ...]:
    return tuple(squeezed((one or other).replace("\\n", " ")) for one, other in ALERT.findall(code[:CODE]))


def squeezed(text: str) -> str:
    """Return the beginning of a text on one line."""
    return " ".join(text[: 4 * LINE].split())[:LINE].translate(STRAIGHT)


def parts(name: str) -> list[str]:
    """Split a title at its separators; no part has punctuation at its edges."""
    return [bare for part in SEPARATOR.split(name) if (bare := part.strip(EDGES))]
