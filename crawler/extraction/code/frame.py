"""What stands around a block of code on a page: its header, its buttons, its numbers of lines, beside its file name."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extraction.code.language import known_language
from crawler.extraction.dom import holds_more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

FRAMES = frozenset("div figure section span figure-code devsite-code clipboard-copy".split())
PARTS = frozenset("div span header figcaption a label button small strong ul nav".split())
LEVELS = 4  # elements around a block that may be its frame's
MOST_PARTS = 8  # a frame has few
MOST_ELEMENTS = 40
LONGEST = 80  # characters of a header
WORDS = re.compile(
    r"copy|copied!?|copy (?:code|to clipboard|page|snippet)|copy copied!?|복사(?:하기)?|코드 ?복사|複製|复制(?:代码)?"
    r"|コピー|view raw|raw|expand|collapse|wrap|toggle (?:word )?wrap|explain|ask ai|run(?: code)?|edit|download"
    r"|try it|play|terminal(?: window)?|command line|plain ?text|text|code|[\d\s]+|hosted with .{1,3} by github",
    re.IGNORECASE,
)


def strip_frame(block: HtmlElement) -> str | None:
    """Take what is no content away from around a block; return the language that a header names."""
    label = None
    element = block
    for _ in range(LEVELS):
        parent = element.getparent()
        if parent is None or parent.tag not in FRAMES or holds_more(parent, MOST_PARTS) or _has_text(parent):
            break
        beside = [part for part in parent if part is not element]
        if not all(map(_is_light, beside)):
            break
        for part in beside:
            label = label or _strip(part)
        element = parent
    return label


def is_label(text: str) -> bool:
    """Say whether words name a language or an action on code."""
    return bool(known_language(text) or WORDS.fullmatch(text.strip()))


def _has_text(frame: HtmlElement) -> bool:
    texts = (frame.text, *(part.tail for part in frame))
    return any(text and not text.isspace() for text in texts)


def _is_light(part: HtmlElement) -> bool:
    """Say whether a part is a header's: a few words, no block of text; the numbers of lines may be many."""
    if part.tag not in PARTS:
        return part.tag in {"br", "svg", "button", "style", "script", "textarea", "input"}
    length = 0
    for element in islice(part.iter(), MOST_ELEMENTS):
        if element.tag in {"pre", "p", "img", "table", "code", "iframe"}:
            return False
        shown = None if element.tag == "textarea" else element.text  # Crayon holds the code once more, to be copied
        length += sum(len(text.strip()) for text in (shown, element.tail) if text)
    return length <= LONGEST


def _strip(part: HtmlElement) -> str | None:
    """Erase the words that a highlighter has written; return the language among them."""
    language = None
    for element, attribute, text in list(_texts(part)):
        word = text.strip()
        found = known_language(word)
        if found or WORDS.fullmatch(word):
            setattr(element, attribute, None)
            language = language or found
    return language


def _texts(part: HtmlElement) -> Iterator[tuple[HtmlElement, str, str]]:
    for element in part.iter():
        if element.text:
            yield element, "text", element.text
        if element is not part and element.tail:
            yield element, "tail", element.tail
