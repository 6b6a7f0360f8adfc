"""The block structure of a note: what is text, what is code, under which headings.

A CommonMark reader of blocks that keeps only those with a wanted line, in one pass over the lines. It differs where
notes are better served: HTML blocks are text (people write links into them), a footnote is a container, a list that
begins too far to the right is no code, a fence may be closed below the list that it stands in, and in a fence that is
never closed the text begins again at the next heading.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from crawler.notes.block_syntax import (
    ATX_END,
    DEEP_ITEM,
    INDENTED,
    SETEXT,
    START,
    TEXT_AGAIN,
    TEXT_FENCE,
    end_of_fence,
    end_of_hidden,
)
from crawler.notes.containers import MAX_DEPTH, Container, after_mark, item_of, match_containers
from crawler.notes.plain_text import plain_text

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Sequence


class Kind(Enum):
    """What a block is to a reader of links."""

    TEXT = "text"
    FENCE = "fence"
    CODE = "code"  # indented
    HIDDEN = "hidden"  # a comment, a script, preformatted HTML


@dataclass(slots=True)
class Block:
    """A run of lines, freed of the marks of the containers that it stands in."""

    kind: Kind
    start: int  # 0-based line of the note
    lines: list[str]
    headings: tuple[str, ...]
    footnote: bool = False


class BlockReader:
    """Reads the lines of one note. `blocks` and `title` are there after `read()`."""

    def __init__(self, lines: Sequence[str], wanted: Collection[int], last_wanted: int) -> None:
        self.blocks: list[Block] = []
        self.title: str | None = None  # the first heading of the first level, else the first heading
        self._title_level = 7
        self._lines = lines
        self._wanted = wanted
        self._last_wanted = last_wanted
        self._root = Container()
        self._containers: list[Container] = []
        self._kind: Kind | None = None  # of the open block
        self._start = 0
        self._open: list[str] = []  # its lines
        self._hot = False  # one of them is wanted
        self._end: re.Pattern[str] | None = None  # what closes it, where only that does
        self._reopened = False

    def read(self, first: int = 0) -> None:
        """Read from line `first`; stop where nothing wanted follows."""
        for number in range(first, len(self._lines)):
            if number > self._last_wanted and self._title_level == 1 and self._kind is not Kind.TEXT:
                break
            line = self._lines[number]
            self._read_line(number, (line.expandtabs(4) if "\t" in line else line).rstrip())
        if self._kind is Kind.FENCE and not self._reopened:
            self._read_again()
        self._close_block()

    def _read_again(self) -> None:
        """Take the text below a fence that is never closed as text, once a note."""
        again = next((i for i, line in enumerate(self._open) if i and TEXT_AGAIN.match(line)), None)
        if again is None:
            return
        self._reopened = True
        first = self._start + 1 + again
        del self._open[again:]
        self._hot = any(number in self._wanted for number in range(self._start, first))
        self._close_containers(0)
        self.read(first)

    def _read_line(self, number: int, line: str) -> None:
        matched, pos = match_containers(self._containers, line) if self._containers else (0, 0)
        outside = matched < len(self._containers)
        if self._end and self._continue_verbatim(self._end, number, line, pos, outside=outside):
            return
        if pos >= len(line):
            self._blank(matched)
            return
        start = START.match(line, pos)
        if self._kind is Kind.TEXT and start is None and (outside or not SETEXT.match(line, pos)):
            self._add(number, line[pos:].lstrip())
            return
        if outside:
            self._close_containers(matched)
        self._open_blocks(number, line, pos, start)

    def _continue_verbatim(self, end: re.Pattern[str], number: int, line: str, pos: int, *, outside: bool) -> bool:
        """Take a line of a fence or of hidden HTML; say whether it was one."""
        closes = end.match(line, pos) if self._kind is Kind.FENCE else end.search(line, pos)
        if outside and not (closes and self._kind is Kind.FENCE):
            self._close_block()
            return False
        if not closes:
            self._add(number, line[pos:])
            return True
        hidden = self._kind is Kind.HIDDEN
        self._close_block()
        if hidden and line[closes.end() :].strip():
            self._begin(Kind.TEXT, number, line[closes.end() :].lstrip())
        return True

    def _blank(self, matched: int) -> None:
        if self._kind is Kind.TEXT:
            self._close_block()
        elif self._kind is Kind.CODE:
            self._open.append("")
        if matched < len(self._containers):
            self._close_containers(matched)

    def _open_blocks(self, number: int, line: str, pos: int, start: re.Match[str] | None) -> None:
        """Open the containers that begin on this line, then the block inside them."""
        while start and len(self._containers) < MAX_DEPTH:
            if start["quote"]:
                self._enter(Container())
            elif start["item"]:
                if self._kind is Kind.TEXT and not self._interrupts(start, line):
                    break
                self._enter(item_of(start, line))
            elif start["footnote"] or start["aside"]:
                self._enter(Container(pad=" " * 4, footnote=start["footnote"] is not None))
            else:
                break
            pos = min(start.end(), len(line)) if not start["item"] else after_mark(start, line)
            if pos >= len(line):
                return
            start = START.match(line, pos)
        self._open_leaf(number, line, pos, start)

    def _interrupts(self, start: re.Match[str], line: str) -> bool:
        """Say whether an item may begin in the middle of a paragraph: not if empty, nor if numbered other than 1."""
        return start.end() < len(line) and start["number"] in (None, "1")

    def _open_leaf(self, number: int, line: str, pos: int, start: re.Match[str] | None) -> None:
        setext = SETEXT.match(line, pos) if self._kind is Kind.TEXT else None
        if setext:
            self._underline(setext["mark"][0])
        elif start is None or start["item"] or start["quote"] or start["footnote"] or start["aside"]:
            self._text_or_code(number, line, pos)
        elif start["rule"]:
            self._close_block()
        elif start["atx"]:
            self._atx(number, line[start.end() :].strip(), len(start["level"]))
        elif start["fence"]:
            self._fence(number, line, start)
        else:
            self._hide(number, line, start)

    def _fence(self, number: int, line: str, start: re.Match[str]) -> None:
        """Begin code, or an aside by its name, or end the aside that this fence closes."""
        group = "ticks" if start["ticks"] else "tildes"
        for depth, container in enumerate(self._containers):
            if container.end and container.end.match(line, start.start()):
                self._close_containers(depth)
                return
        if TEXT_FENCE.match(line, start.end(group)) and len(self._containers) < MAX_DEPTH:
            self._enter(Container(pad="", end=end_of_fence(start[group])))
            return
        self._begin(Kind.FENCE, number, None)
        self._end = end_of_fence(start[group])

    def _text_or_code(self, number: int, line: str, pos: int) -> None:
        if self._kind is Kind.TEXT:
            self._add(number, line[pos:].lstrip())
        elif INDENTED.match(line, pos):
            self._indented(number, line, pos)
        else:
            self._begin(Kind.TEXT, number, line[pos:].lstrip())

    def _indented(self, number: int, line: str, pos: int) -> None:
        item = DEEP_ITEM.match(line, pos) if self._kind is not Kind.CODE else None
        if item and len(self._containers) < MAX_DEPTH:
            self._enter(item_of(item, line))
            pos = after_mark(item, line)
            self._open_blocks(number, line, pos, START.match(line, pos))
        elif self._kind is Kind.CODE:
            self._add(number, line[pos:])
        else:
            self._begin(Kind.CODE, number, line[pos:])

    def _hide(self, number: int, line: str, start: re.Match[str]) -> None:
        end = end_of_hidden(start["hidden"])
        closes = end.search(line, start.end())
        if closes and line[closes.end() :].strip():  # text follows on the same line: the inline reader skips the hidden
            self._text_or_code(number, line, start.start())
            return
        self._begin(Kind.HIDDEN, number, None)
        if closes:
            self._close_block()
        else:
            self._end = end

    def _atx(self, number: int, text: str, level: int) -> None:
        self._close_block()
        text = ATX_END.sub("", text).rstrip()
        self._head(level, text)
        self._begin(Kind.TEXT, number, text)
        self._close_block()

    def _underline(self, mark: str) -> None:
        """Make the open text a heading, unless its underline is rather a rule drawn right below other text."""
        text = self._open
        if mark == "=" or (len(text) == 1 and "://" not in text[0]):
            self._head(1 if mark == "=" else 2, " ".join(text))
        self._close_block()

    def _head(self, level: int, markdown: str) -> None:
        text = plain_text(markdown)
        headings = (self._containers[-1] if self._containers else self._root).headings
        while headings and headings[-1][0] >= level:
            headings.pop()
        headings.append((level, text))
        if text and (self.title is None or level == 1 < self._title_level):
            self.title, self._title_level = text, level

    def _enter(self, container: Container) -> None:
        self._close_block()
        self._containers.append(container)

    def _close_containers(self, depth: int) -> None:
        self._close_block()
        del self._containers[depth:]

    def _begin(self, kind: Kind, number: int, line: str | None) -> None:
        self._close_block()
        self._kind, self._start = kind, number
        if line is not None:
            self._add(number, line)

    def _add(self, number: int, line: str) -> None:
        self._open.append(line)
        self._hot = self._hot or number in self._wanted

    def _close_block(self) -> None:
        if self._hot and self._kind not in (None, Kind.HIDDEN):
            self.blocks.append(self._block(self._kind))
        self._kind, self._end, self._open, self._hot = None, None, [], False

    def _block(self, kind: Kind) -> Block:
        around = (self._root, *self._containers)
        headings = tuple(text for container in around for _, text in container.headings if text)
        start = self._start + 1 if kind is Kind.FENCE else self._start
        return Block(kind, start, self._open, headings, any(container.footnote for container in self._containers))
