"""The text of a block of code to the letter, whatever its highlighter has put around and between its lines."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from crawler.extraction.code.frame import is_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

BLOCKS = frozenset("div p li tr pre section".split())
SILENT = frozenset("button style script textarea svg select input template noscript".split())
# What stands in a block and is none of its code, by one of its class names.
NUMBER = re.compile(
    r"gutter|gl|ln|lnt|lnos?|linenr|linenodiv|.*line-?no(?:s|de)?|.*line-?num(?:ber)?s?(?:[_-].*)?|rouge-gutter|blob-num"
    r"|hljs-ln-n(?:umbers)?|CodeMirror-(?:gutter|gutters|gutter-wrapper|linenumber)|cm-gutters|ace_gutter|crayon-nums"
    r"|margin-view-overlays",
    re.IGNORECASE,
)
CHROME = re.compile(
    r"copy|copy-?(?:button|btn|icon|code|to-clipboard)|btn-clipboard|clipboard-copy|zeroclipboard-container|toolbar"
    r"|code-?(?:header|toolbar|actions)|sr-only|visually-hidden|twoslash-popup-container|crayon-toolbar|CodeMirror-cursors",
    re.IGNORECASE,
)
LINE = re.compile(r"(?:.*[-_])?(?:code-?)?line(?:_\w+)?|hljs-ln-line", re.IGNORECASE)
TOKEN = frozenset({"comment", "token", "string", "syntax--line"})  # of highlighters that name tokens by scopes
UNSEEN = re.compile(r"display:\s*none", re.IGNORECASE)
AS_BLOCK = re.compile(r"display:\s*block", re.IGNORECASE)
UNSELECTABLE = re.compile(r"user-select:\s*none", re.IGNORECASE)
UNSELECTABLE_CLASS = frozenset({"select-none", "user-select-none", "unselectable", "noselect", "no-select"})
TOO_LONG = 10  # digits
COUNT = re.compile(r"[\d\s\xa0.:|]*")
PROMPT = re.compile(r"[\s\xa0]*(?:\$|#|%|>|>>>|\.\.\.|❯|➜|PS>|C:\\>|[\w.-]+@[\w.-]+:?[^\s$#]*[$#])[\s\xa0]*")
LONGEST_PROMPT = 120  # characters
SPACES = re.compile(r"^[^\S\n]+$", re.MULTILINE)  # of a line that holds nothing else
INVISIBLE = {0xA0: " ", 0x200B: None, 0xFEFF: None}
CREDIT = "colorscripter.com/info"
# Where an editor keeps the code among what else it draws.
EDITORS = XPath(
    './/*[contains(concat(" ", @class, " "), " cm-content ") or contains(concat(" ", @class, " "), " CodeMirror-code ")'
    ' or contains(concat(" ", @class, " "), " view-lines ") or contains(concat(" ", @class, " "), " ace_text-layer ")'
    ' or (self::ol and starts-with(@class, "dp-"))]'
)
ROWS = XPath("./tr|./tbody/tr|./thead/tr")
TOP = re.compile(r"top:\s*(\d{1,9})")


def code_text(block: HtmlElement) -> str:
    """Return the code of a block, line breaks as they are drawn, without blank lines at its ends."""
    transcript = _Transcript()
    if block.tag == "table":
        transcript.table(block)
    else:
        transcript.element(core_of(block))
    text = SPACES.sub("", "".join(transcript.parts).translate(INVISIBLE))
    text = text.strip("\n").rstrip()
    return text if "\n" in text else text.strip()


def core_of(block: HtmlElement) -> HtmlElement:
    """Return what of a block holds the code: an editor's text, the only `<code>` beside labels."""
    if editors := EDITORS(block):
        return editors[0]
    codes = list(islice(block.iter("code"), 2))
    if block.tag == "pre" and len(codes) == 1 and _is_labelled(block, codes[0]):
        return codes[0]
    return block


def _is_labelled(block: HtmlElement, code: HtmlElement) -> bool:
    """Say whether only labels and white space stand in a block beside its `<code>`."""
    inside = set(code.iter())
    beside = [e.text for e in block.iter() if e not in inside and e.tag not in SILENT]
    beside += [e.tail for e in block.iterdescendants() if e is code or e not in inside]
    lines = [line for text in beside if text for line in text.splitlines()]
    return bool(code.text_content()) and all(is_label(line) for line in lines if line.strip())


class _Transcript:
    """Writes down texts and line breaks: characters, `<br>`, and the edges of elements that are lines of their own."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at_start = True  # of a line
        self.pending = False  # a line has ended; its break may be the next character

    def element(self, element: HtmlElement) -> None:
        lines = [is_line(child) for child in element]
        if not (lines and lines[0] and _is_space(element.text)):
            self.text(element.text)
        children = _by_height(element) if "view-lines" in element.get("class", "") else list(element)
        for number, child in enumerate(children):
            self.child(child, line=lines[number])
            between = lines[number] and number + 1 < len(lines) and lines[number + 1]
            tail = child.tail or ""
            self.text("\n" * tail.count("\n") if between and _is_space(tail) else tail)

    def child(self, child: HtmlElement, *, line: bool) -> None:
        if child.tag == "br":
            self.text("\n")
        elif is_none_of_the_code(child):
            return
        elif child.tag == "table":
            self.begin(block=True)
            self.table(child)
        elif line or child.tag in BLOCKS:
            self.begin(block=child.tag in BLOCKS)
            before = len(self.parts)
            self.element(child)
            self.pending = not self.at_start or (line and len(self.parts) == before)
        else:
            self.element(child)

    def table(self, table: HtmlElement) -> None:
        """Write the widest cell of each row, those of numbers aside."""
        for row in ROWS(table):
            cells = [cell for cell in row if cell.tag in {"td", "th"}]
            while len(cells) > 1 and _is_count(cells[0]):
                del cells[0]
            if cells:
                self.begin(block=True)
                before = len(self.parts)
                self.element(max(cells, key=lambda cell: len(cell.text_content())))
                self.pending = not self.at_start or len(self.parts) == before

    def begin(self, *, block: bool) -> None:
        if self.pending or (block and not self.at_start):
            self.parts.append("\n")
            self.at_start = True
        self.pending = False

    def text(self, text: str | None) -> None:
        if not text:
            return
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if self.pending and text[0] != "\n":
            self.parts.append("\n")
        self.pending = False
        self.parts.append(text)
        self.at_start = text[-1] == "\n"


def is_numbers(element: HtmlElement) -> bool:
    """Say whether an element holds the numbers of lines and nothing else."""
    return are_numbers([element])


def are_numbers(elements: Iterable[HtmlElement]) -> bool:
    """Say the same of several elements, each with the next numbers."""
    text = "\n".join(element.text_content() for element in elements)
    if not COUNT.fullmatch(text):
        return False
    numbers = [int(number) for number in text.split() if number.isdecimal() and len(number) < TOO_LONG]
    return bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def is_line(element: HtmlElement) -> bool:
    """Say whether an element of a block is one line of it."""
    if element.tag not in {"span", "div", "code", "p", "li"}:
        return False
    if element.tag == "li" or "data-line" in element.attrib or _kind(element.get("class", "")) == "line":
        return True
    return AS_BLOCK.search(element.get("style", "")) is not None


def is_none_of_the_code(element: HtmlElement) -> bool:
    """Say whether an element within a block is a line's number, a button, a prompt that no one selects."""
    if element.tag in SILENT or CREDIT in element.get("href", ""):
        return True
    style, names = element.get("style", ""), element.get("class", "")
    kind = _kind(names)
    if kind == "chrome" or "hidden" in element.attrib or (style and UNSEEN.search(style)):
        return True
    if kind == "number" or element.get("aria-hidden") == "true":
        return _is_count(element)
    if kind == "unselectable" or (style and UNSELECTABLE.search(style)):
        text = element.text_content()
        return bool(COUNT.fullmatch(text) or (len(text) <= LONGEST_PROMPT and PROMPT.fullmatch(text)))
    return False


@lru_cache(maxsize=4_096)
def _kind(names: str) -> str | None:
    words = names.split()
    if any(map(CHROME.fullmatch, words)):
        return "chrome"
    if any(map(NUMBER.fullmatch, words)):
        return "number"
    if not UNSELECTABLE_CLASS.isdisjoint(words):
        return "unselectable"
    return "line" if TOKEN.isdisjoint(words) and any(map(LINE.fullmatch, words)) else None


def _is_count(element: HtmlElement) -> bool:
    return bool(COUNT.fullmatch(element.text_content()))


def _is_space(text: str | None) -> bool:
    return not text or text.isspace()


def _by_height(lines: HtmlElement) -> list[HtmlElement]:
    """Return the lines of an editor in the order that they are drawn in, which is not the page's."""
    tops = [TOP.search(line.get("style", "")) for line in lines]
    if not all(tops):
        return list(lines)
    return [
        line for _, line in sorted(zip(tops, lines, strict=True), key=lambda pair: int(pair[0][1]) if pair[0] else 0)
    ]
