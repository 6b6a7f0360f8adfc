"""Whether a page as it came holds what a browser would show, or a browser has to make it first. Pure.

The rule is measured: tests/rendering/test_thin.py holds it against saved pages, whole and emptied of their content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

from lxml.etree import XPath, strip_elements, tostring

from crawler.exceptions import UsageError
from crawler.extraction.charset import decode
from crawler.extraction.dom import parse
from crawler.extraction.errors import UnsupportedContentError
from crawler.extraction.kinds import Kind, kind_of
from crawler.platforms.recognise import recognise
from crawler.platforms.selectors import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from crawler.platforms import Platform

LITTLE = 200  # letters of content below which a page with scripts waits for them: measured
SOME = 500  # the same where the page itself says so: by a demand for scripts, or a frame
MUCH = 1000  # the same around an empty root
PLENTY = 3000  # letters of a page, menus and all, from which on no script has anything to add that did not
MOST = 0.9  # share of a rendered page's letters that stand in its document where scripts added little
HELD = 20  # letters that a platform's own element for the content holds at least; "Loading…" are fewer
ROOT_HOLDS = 50  # letters in an application's root up to which it is empty: a spinner says "Loading, please wait"
MANY = 20  # roots that are looked at
SOON = 10.0  # seconds until a refresh that is a redirect; a longer one keeps a live page fresh

# What is no content: not shown, around the content, or a link's.
UNREAD = frozenset(
    "head script style template noscript svg iframe object nav header footer aside button select textarea a".split()
)
UNSHOWN = frozenset({"script", "style", "noscript", "template"})
ROOTS = frozenset("root app __next __nuxt __layout ___gatsby react-root q-app svelte main-app".split())
ROOT_TAG = re.compile(r"main|app-.+|.+-(?:app|root)")  # custom elements: <app-root>, <my-app>
FRAMES = XPath("//frameset | //iframe[not(ancestor::noscript)][starts-with(@src, 'http') or starts-with(@src, '/') "
               "or starts-with(@src, '.') or contains(@src, '.')]")  # fmt: skip
SCRIPTS = XPath("//script[not(ancestor::noscript)]")
# "JavaScript" in the alphabets in which pages demand it; most write it in Latin letters, whatever their language.
DEMANDS = re.compile(
    r"java\s*+script|\bjs\b|자바\s*+스크립트|スクリプト|脚本|腳本|指令碼|джава\s*+скрипт|яваскрипт|сценари|скрипт"
    r"|جافا\s*+سكر|جاوا\s*+اسکریپت|ג'?אווה\s*+סקריפט|จาวา\s*+สคริปต์|जावा\s*+स्क्रिप्ट|জাভা\s*+স্ক্রিপ্ট|γιάβα\s*+σκριπτ",
    re.IGNORECASE,
)
RUNS = re.compile(r"(?:(?:text|application)/(?:x-)?(?:java|ecma)script|module)?\s*(?:;.*)?", re.IGNORECASE)
REFRESHES = XPath("//meta[not(ancestor::noscript)][translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content")
# Possessive throughout: several runs of blanks stand side by side in it.
REFRESH = re.compile(r"\s*+(\d*+\.?+\d*+)\s*+[;,]?+\s*+(?:url\s*+=)?+\s*+[\"']?+([^\"']*+)[\"']?+\s*+", re.IGNORECASE)
MODULE = re.compile(rb"type\s*+=\s*+[\"']?\s*+module", re.IGNORECASE)
NOSCRIPT = re.compile(rb"<noscript|</noscript", re.IGNORECASE)
NOSCRIPT_BYTES = 2000  # of one that are looked at


@dataclass(frozen=True)
class Seen:
    """What a page shows of itself."""

    platform: Platform | None  # whose page it is
    thin: str | None  # why it is not the whole page; None: it is
    modern: bool = False  # it has scripts that no old browser runs
    demands: bool = False  # its noscript demands scripts


def is_page(body: bytes, url: str, content_type: str | None) -> bool:
    """Return whether a body is HTML, which alone is ever rendered."""
    try:
        return kind_of(body, url, content_type) is Kind.HTML
    except UnsupportedContentError:
        return False


def look(body: bytes, url: str, content_type: str | None) -> Seen:
    """Look at a page of HTML: some milliseconds, more for a large one, so call it in a thread."""
    tree = parse(decode(body, content_type))
    platform = recognise(url, tree)
    return Seen(platform, _thin(tree, url, platform), is_modern(tree), _demands_scripts(tree))


def stands_for(document: bytes, rendered: str, url: str, content_type: str | None) -> bool:
    """Return whether a page is as it was wherever its document is, as its server sends it: no script adds to it."""
    tree = parse(decode(document, content_type))
    shown = _length(tree)
    if shown < MOST * _length(parse(rendered)):
        return False
    return shown >= PLENTY or look(document, url, content_type).thin is None


def holds_all_of(text: str, rendered: str) -> bool:
    """Return whether a document's text says what the page that was rendered from it says: scripts added little."""
    return _length(parse(text)) >= MOST * _length(parse(rendered))


def may_need_more(body: bytes) -> bool:
    """Return whether a rendered page may need a current browser, so that it is worth a look: cheap, true too often."""
    return MODULE.search(body) is not None or any(DEMANDS.search(text) for text in _noscripts(body))


def _noscripts(body: bytes) -> Iterator[str]:
    """Yield the content of a page's first noscripts, their starts where they are long."""
    tags = [tag.start() for tag in islice(NOSCRIPT.finditer(body), 2 * MANY)]
    for start, end in pairwise([*tags, len(body)]):
        if body[start + 1 : start + 2] != b"/":
            yield body[start : min(end, start + NOSCRIPT_BYTES)].decode("utf-8", "replace")


def is_modern(tree: HtmlElement) -> bool:
    """Return whether the page's scripts are modules, with nothing beside them for browsers that know none."""
    scripts = SCRIPTS(tree)
    return any(s.get("type", "").strip().lower() == "module" for s in scripts) and not any(
        "nomodule" in s.attrib for s in scripts
    )


def _thin(tree: HtmlElement, url: str, platform: Platform | None) -> str | None:
    if any(_leads_away(content, url) for content in REFRESHES(tree)):
        return "meta refresh"
    runs = any(RUNS.fullmatch(script.get("type", "").strip()) for script in SCRIPTS(tree))
    if platform and (held := _held(tree, platform)) is not None:
        return None if held or not runs else f"{platform.name} with no content"
    letters = count_letters(tree.find("body"), UNREAD)
    if letters < SOME and FRAMES(tree):
        return "its content is in a frame"
    if runs and letters < MUCH:
        return _waits_for_scripts(tree, letters)
    return "it asks for scripts" if letters < LITTLE and _demands_scripts(tree) else None


def _waits_for_scripts(tree: HtmlElement, letters: int) -> str | None:
    roots = [(root, name) for root in tree.iter() if (name := _root_name(root))]
    if roots and all(count_letters(root, UNSHOWN) < ROOT_HOLDS for root, _ in roots[:MANY]):
        return f"empty app root {roots[0][1]}"
    if letters < LITTLE:
        return "no content, but scripts"
    if not roots and letters < SOME and _demands_scripts(tree):
        return "it asks for scripts"
    return None


def _demands_scripts(tree: HtmlElement) -> bool:
    return any(DEMANDS.search(each.text_content()) for each in tree.iter("noscript"))


def _leads_away(refresh: str, url: str) -> bool:
    found = REFRESH.fullmatch(refresh)
    if found is None or not found[2].strip() or float(found[1].strip(".") or 0) > SOON:
        return False
    try:
        return bool(urldefrag(urljoin(url, found[2].strip()))[0] != urldefrag(url)[0])
    except ValueError:
        return False


def _held(tree: HtmlElement, platform: Platform) -> bool | None:
    """Return whether content is where the platform's rules look for it; None: there is no such place."""
    try:
        embedded = platform.embedded(tree) if platform.embedded else None
    except UsageError:  # the user's own function: cleaning says what is wrong with it
        embedded = None
    if embedded is not None and (embedded.markdown or embedded.html or embedded.posts):
        return True
    places = list(select(tree, platform.content))
    return any(_holds(place) for place in places) if places else None


def _holds(place: HtmlElement) -> bool:
    return next(place.iter("img"), None) is not None or count_letters(place, UNREAD - {"header", "a"}) >= HELD


def _root_name(element: HtmlElement) -> str | None:
    if element.get("id") in ROOTS:
        return f"#{element.get('id')}"
    return f"<{element.tag}>" if ROOT_TAG.fullmatch(element.tag) else None


def count_letters(element: HtmlElement, unread: frozenset[str]) -> int:
    """Count the letters and digits below an element, those of `unread` elements left out."""
    letters, waiting = 0, [element]
    while waiting:
        each = waiting.pop()
        letters += _letters(each.text)
        for child in each:
            letters += _letters(child.tail)
            if child.tag not in unread and isinstance(child.tag, str):
                waiting.append(child)
    return letters


def _length(tree: HtmlElement) -> int:
    """Measure the text that a page shows, in a fraction of the time that counting its letters takes; cuts the rest."""
    strip_elements(tree, *UNSHOWN, with_tail=False)
    return len("".join(tostring(tree.find("body"), method="text", encoding="unicode").split()))


def _letters(text: str | None) -> int:
    return sum(map(str.isalnum, text)) if text else 0
