"""An article as what a reader takes one after the other: headings, paragraphs, items, rows, lines of code."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from crawler.extraction.ticking import steady_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FENCE = re.compile(r"[ >\t]{0,40}(?:[-*+] +|\d{1,9}[.)] +)?(`{3,}|~{3,})(.*)")
QUOTE = re.compile(r"(?:[ \t]*>)+[ \t]?")
HEADING = re.compile(r"#{1,6}[ \t]+")
ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+")
ROW = re.compile(r"\|.*\|$")
RULE = re.compile(r"[-=*_|:\s]+$")  # a rule, the line below a table's head
CODE_SPAN = re.compile(r"(?<!`)(`{1,8})(?!`)(.{1,1000}?)(?<!`)\1(?!`)")
PICTURE = re.compile(r"!\[([^\[\]]{0,300})\]\(<?([^\s()<>]{0,4000})>?\)")
LINK = re.compile(r"(?<![\\!])\[([^\[\]]{0,1000})\]\((?:<[^<>]{0,4000}>|[^\s()]{0,4000})\)")
MARKUP = re.compile(r"\\([!-/:-@\[-`{-~])|(?<!\s)(?:\*{1,3}|~~)|(?:\*{1,3}|~~)(?!\s)|\\$")
OF_CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # written without spaces: a character is a word
WORD = re.compile(rf"[{OF_CJK}]|[^\W{OF_CJK}]+(?:['’][^\W{OF_CJK}]+)?")
TOKEN = re.compile(rf"\s*(?:(?P<word>{WORD.pattern})|[^\w\s])")
SPELLINGS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})


class Token(NamedTuple):
    """A word or a sign, as far as a change is marked."""

    shown: str  # with the white space before it
    key: str  # what is compared
    weight: int  # 1 for a word; 0 for a sign that is no code


@dataclass(frozen=True)
class Block:
    """One thing that a reader takes at a time."""

    kind: str  # heading, paragraph, quote, item, row, code
    start: str  # what is shown before its words: "## ", "- ", …
    text: str  # as it is read, without markup

    @cached_property
    def key(self) -> str:
        """What is compared of the whole."""
        return " ".join(_spelled(self.text).split())

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and signs; made only of blocks that are not found whole."""
        is_code = self.kind == "code"
        return tuple(
            Token(found[0], _spelled(found[0].strip()), int(is_code or bool(found["word"])))
            for found in TOKEN.finditer(self.text.rstrip())
        )

    @cached_property
    def weight(self) -> int:
        """How many words it has; in code a sign is one."""
        return len((TOKEN if self.kind == "code" else WORD).findall(self.text.rstrip()))


def blocks_of(markdown: str) -> list[Block]:
    """Return the blocks that hold anything, without what ticks; where a link leads is no part of what is read."""
    return [block for block in map(_block, _joined(_lines(markdown))) if block.key]


class _Line(NamedTuple):
    kind: str
    start: str
    text: str


def _lines(markdown: str) -> Iterator[_Line | None]:
    """Yield what each line is; None: nothing that is read, and an end of what went before."""
    fence = ""
    for written in markdown.splitlines():
        mark = FENCE.match(written)
        if fence and not (mark and mark[1].startswith(fence) and not mark[2].strip()):
            yield _Line("code", "", written.rstrip())
        elif mark:
            fence = "" if fence else mark[1]
            yield None
        else:
            yield _read(written)


def _joined(lines: Iterable[_Line | None]) -> Iterator[_Line]:
    """Put the lines of a paragraph, of an item and of a quote together: where they break is no part of what is read."""
    first, texts = None, list[str]()
    for line in lines:
        if line and first and _goes_on(line, first):
            texts.append(line.text)
            continue
        if first:
            yield first._replace(text=" ".join(texts))
        first, texts = line, [line.text] if line else []
    if first:
        yield first._replace(text=" ".join(texts))


def _goes_on(line: _Line, first: _Line) -> bool:
    return (line.kind == "paragraph" and first.kind in {"paragraph", "item"}) or line.kind == first.kind == "quote"


def _read(written: str) -> _Line | None:
    """Tell what a line outside of code is; None: nothing that is read."""
    quote = QUOTE.match(written)
    text = (written[quote.end() :] if quote else written).strip()
    if not text or RULE.match(text):
        return None
    text = steady_line(text)
    if heading := HEADING.match(text):
        return _Line("heading", heading[0].strip() + " ", text[heading.end() :])
    if item := ITEM.match(text):
        return _Line("item", "- ", text[item.end() :])
    if ROW.match(text):
        return _Line("row", "", text)
    return _Line("quote", "> ", text) if quote else _Line("paragraph", "", text)


def _block(line: _Line) -> Block:
    return Block(line.kind, line.start, line.text if line.kind == "code" else reading_of(line.text))


def _spelled(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(SPELLINGS)


def reading_of(markdown: str) -> str:
    """Return a line of Markdown as it is read: no markup, of a link its words, of a picture its name."""
    parts, end = [], 0
    for span in CODE_SPAN.finditer(markdown):
        parts += [_without_markup(markdown[end : span.start()]), span[2]]
        end = span.end()
    return "".join([*parts, _without_markup(markdown[end:])]).strip()


def _without_markup(text: str) -> str:
    text = LINK.sub(r"\1", PICTURE.sub(_picture, text))
    return MARKUP.sub(r"\1", text)


def _picture(picture: re.Match[str]) -> str:
    name = unquote(picture[2].partition("?")[0].rstrip("/").rpartition("/")[2])
    return f"🖼 {picture[1] or name} "
