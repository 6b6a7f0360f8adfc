"""What a page says in its own voice: its text outside of links, menus and controls, line by line.

What it quotes is left out, and so is code: an article about error pages quotes them, an error page does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LISTINGS = 4  # blocks of code that are looked at
PROSE = 3_000  # letters that are read of a page's text: more is never the text of an error

UNREAD = frozenset(
    "script style noscript template nav footer aside select textarea button a svg iframe object head title".split()
)
QUOTED = frozenset("blockquote q".split())
CODE = frozenset("pre code kbd samp".split())
HEADINGS = frozenset("h2 h3 h4 h5".split())
ALL_HEADINGS = HEADINGS | {"h1", "h6"}
INLINE = frozenset("b strong i em u s span font small big mark sub sup abbr time tt var label wbr".split())
FRINGE = frozenset(  # classes and ids of what stands around the page, where no element says so
    """footer ft site-footer page-footer footer-wrap colophon sidebar aside lnb gnb snb breadcrumb breadcrumbs cookie
    cookies cookie-banner cookie-notice cookie-consent copyright related-posts recent-posts""".split()
)
ENDS_FRINGE = re.compile(
    r"(?!(?:has|have|with|without|no|is)[-_]).*[-_](?:footer|sidebar|breadcrumbs?|copyright|newsletter)"
)
LONGEST_NAME = 60  # characters of a class that is looked at
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
    body: str  # the same without the page's fringe and without what announces other pages
    lines: tuple[str, ...]  # what it says itself, a paragraph or a heading each; none that announces another page
    headed: tuple[bool, ...]  # which of the lines are headings
    shows_code: bool  # beside its words
    shows_listing: bool  # the same in a block of its own
    listing: str  # the beginning of what stands in such blocks
    all_lines: tuple[str, ...]  # of the prose


@dataclass(slots=True)
class Line:
    """Words that stand together."""

    words: list[str] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)  # of them, what is not of the page's fringe
    own: list[str] = field(default_factory=list)  # of those, what is neither quoted nor code
    is_heading: bool = False
    teaser: int = 0  # how many headings that are links stand above: below the last, it announces the page behind


def voice_of(root: HtmlElement) -> Voice:
    """Read the text of a page's body, up to PROSE letters."""
    lines = [line for line in _lines(root) if line.words]
    prose = " ".join(word for line in lines for word in line.words)[:PROSE].translate(STRAIGHT)
    teasers = max((line.teaser for line in lines), default=0)
    inner = [line for line in lines if not (teasers > 1 and line.teaser)]
    body = " ".join(word for line in inner for word in line.inner).translate(STRAIGHT)
    own = [line for line in inner if line.own]
    said = tuple(unquoted(" ".join(line.own)) for line in own)
    code = {element.tag for element in root.iter(*CODE)} if said else set()  # beside words alone
    if not said and prose:
        said, own = (prose,), [Line()]
    return Voice(
        prose=prose,
        body=body or prose,
        lines=said,
        headed=tuple(line.is_heading for line in own),
        shows_code=bool(code),
        shows_listing="pre" in code,
        listing="\n".join(block.text_content()[:PROSE] for block in islice(root.iter("pre"), LISTINGS)),
        all_lines=tuple(" ".join(line.words) for line in lines),
    )


def unquoted(text: str) -> str:
    """Return a text without what it quotes; its quotation marks are straight."""
    return QUOTATION.sub('""', text.translate(STRAIGHT))


def amount(text: str) -> int:
    """Measure a text: a Chinese, Japanese or Korean letter says as much as two others."""
    return len(text) + len(CJK.findall(text))


def _lines(body: HtmlElement) -> Iterator[Line]:
    line, length = Line(), 0
    quoted: list[HtmlElement] = []  # the elements around that quote, or show code
    fringe: list[HtmlElement] = []  # those that stand around the page
    links = teaser = 0
    walker = iterwalk(body, events=("start", "end"))
    for event, element in walker:
        starts = event == "start"
        if element.tag not in WITHIN_A_LINE:
            yield line
            line = Line(is_heading=starts and element.tag in ALL_HEADINGS)
        if starts and element.tag in HEADINGS:
            is_link = _is_link(element)
            links += is_link
            teaser = links * is_link
        _keep_around(quoted, element, starts and element.tag in FOREIGN)
        _keep_around(fringe, element, starts and is_fringe(element))
        if starts and (element.tag in UNREAD or is_hidden(element)):
            walker.skip_subtree()
            continue
        text = element.text if starts else element.tail if element is not body else None
        if text and (words := " ".join(text[: PROSE + 1].split())):
            line.words.append(words)
            line.teaser = teaser
            if not fringe:
                line.inner.append(words)
            if not (fringe or quoted):
                line.own.append(words)
            length += len(words) + 1
            if length > PROSE:
                break
    yield line


def is_hidden(element: HtmlElement) -> bool:
    """Return whether an element's own style hides it."""
    style = element.get("style")
    return style is not None and HIDDEN.search(style) is not None


def _keep_around(around: list[HtmlElement], element: HtmlElement, begins: bool) -> None:
    """Keep the stack of elements of one kind that are open: this one begins here, or may end here."""
    if begins:
        around.append(element)
    elif around and around[-1] is element:
        around.pop()


def is_fringe(element: HtmlElement) -> bool:
    """Return whether an element stands around the page by its name."""
    names = element.get("class"), element.get("id")
    if names == (None, None) or element.tag in MAIN:
        return False
    words = (word for name in names if name for word in name.lower().split())
    return any(word in FRINGE or (len(word) <= LONGEST_NAME and ENDS_FRINGE.fullmatch(word)) for word in words)


def _is_link(heading: HtmlElement) -> bool:
    return len(heading) > 0 and heading[0].tag == "a" and not (heading.text or "").strip()
