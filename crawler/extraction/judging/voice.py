"""What a page says in its own voice: its text outside of links, menus and controls, line by line.

What it quotes is left out, and so is code: an article about error pages quotes them, an error page does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

PROSE = 3_000  # letters that are read of a page's text: more is never the text of an error

UNREAD = frozenset(
    "script style noscript template nav footer aside select textarea button a svg iframe object head title".split()
)
QUOTED = frozenset("blockquote q".split())
CODE = frozenset("pre code kbd samp".split())
HEADINGS = frozenset("h2 h3 h4 h5".split())
INLINE = frozenset("b strong i em u s span font small big mark sub sup abbr time tt var label wbr".split())
FRINGE = frozenset(  # classes and ids of what stands around the page, where no element says so
    """footer ft site-footer page-footer footer-wrap colophon sidebar aside lnb gnb snb breadcrumb breadcrumbs cookie
    cookies cookie-banner cookie-notice cookie-consent copyright related-posts recent-posts""".split()
)
FOREIGN = QUOTED | CODE
MAIN = frozenset("html body main article".split())
WITHIN_A_LINE = (INLINE | UNREAD | CODE | {"q"}) - {"pre"}
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
STRAIGHT = str.maketrans("‘’“”„", '\'\'"""')
QUOTATION = re.compile(
    r"\"[^\"\n]{1,200}\"|(?<!\w)'[^\n]{1,120}?'(?![A-Za-z0-9])|「[^」\n]{1,200}」|『[^』\n]{1,200}』|«[^»\n]{1,200}»"
)
CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Voice:
    """What a page says."""

    prose: str  # all of it, quotations too
    lines: tuple[str, ...]  # what it says itself, a paragraph or a heading each; none that announces another page
    shows_code: bool  # beside its words
    shows_listing: bool  # the same in a block of its own


@dataclass(slots=True)
class Line:
    """Words that stand together."""

    words: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)  # of them, what is neither quoted nor code nor of the page's fringe
    teaser: int = 0  # how many headings that are links stand above: below the last, it announces the page behind


def voice_of(body: HtmlElement) -> Voice:
    """Read the text of a page's body, up to PROSE letters."""
    lines = [line for line in _lines(body) if line.words]
    prose = " ".join(word for line in lines for word in line.words)[:PROSE].translate(STRAIGHT)
    teasers = max((line.teaser for line in lines), default=0)
    own = (line.own for line in lines if line.own and not (teasers > 1 and line.teaser))
    said = tuple(unquoted(" ".join(words)) for words in own)
    code = {element.tag for element in body.iter(*CODE)} if said else ()
    return Voice(prose, said or ((prose,) if prose else ()), shows_code=bool(code), shows_listing="pre" in code)


def unquoted(text: str) -> str:
    """Return a text without what it quotes; its quotation marks are straight."""
    return QUOTATION.sub('""', text.translate(STRAIGHT))


def amount(text: str) -> int:
    """Measure a text: a Chinese, Japanese or Korean letter says as much as two others."""
    return len(text) + len(CJK.findall(text))


def _lines(body: HtmlElement) -> Iterator[Line]:
    line, length = Line(), 0
    foreign: list[HtmlElement] = []  # the elements around, whose words are not the page's own
    links = teaser = 0
    walker = iterwalk(body, events=("start", "end"))
    for event, element in walker:
        starts = event == "start"
        if element.tag not in WITHIN_A_LINE:
            yield line
            line = Line()
        if starts and element.tag in HEADINGS:
            is_link = _is_link(element)
            links += is_link
            teaser = links * is_link
        if starts and _is_foreign(element):
            foreign.append(element)
        elif not starts and foreign and foreign[-1] is element:
            foreign.pop()
        if starts and (element.tag in UNREAD or HIDDEN.search(element.get("style", ""))):
            walker.skip_subtree()
            continue
        text = element.text if starts else element.tail if element is not body else None
        if text and (words := " ".join(text[: PROSE + 1].split())):
            line.words.append(words)
            line.teaser = teaser
            if not foreign:
                line.own.append(words)
            length += len(words) + 1
            if length > PROSE:
                break
    yield line


def _is_foreign(element: HtmlElement) -> bool:
    if element.tag in FOREIGN:
        return True
    names = element.get("class"), element.get("id")
    if names == (None, None) or element.tag in MAIN:
        return False
    return any(name is not None and not FRINGE.isdisjoint(name.lower().split()) for name in names)


def _is_link(heading: HtmlElement) -> bool:
    return len(heading) > 0 and heading[0].tag == "a" and not (heading.text or "").strip()
