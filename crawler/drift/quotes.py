"""The words of a source that a note quotes: between quotation marks beside the link, or in a block above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.drift.blocks import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKS = re.compile(
    r"“([^“”]{2,1000})”|「([^「」]{2,1000})」|『([^『』]{2,1000})』|«([^«»]{2,1000})»|„([^„“”]{2,1000})[“”]|"
    r'(?<![\w"])"([^"]{2,1000})"(?![A-Za-z0-9"])'
)
BLOCK = re.compile(r"[ \t]*>+[ \t]?(?P<words>.*)")
CALLOUT = re.compile(r"\[![\w-]+\][+-]?")
LINK = re.compile(r"\[[^\[\]]{0,1000}\]\(|<?https?://")
BEFORE_LINK = re.compile(r"[\s(\[—–-]{1,40}$")
SHORTEST = 12  # letters of words that are taken for a quotation: fewer are a term
FAR = 2  # lines between a quotation and the line that cites its source


def quotations(context: str, label: str, lines: Sequence[str], line: int) -> Iterator[str]:
    """Yield what a citation quotes.

    `context` is what the citation keeps of its line, `lines` are the note's (none: it is not there any more) and `line`
    is where in them, from 1, the citation stands. The label of a link is a title, and no quotation.
    """
    said = reading_of(context)
    for found in MARKS.finditer(said):
        words = next(filter(None, found.groups())).strip()
        if _letters(words) >= SHORTEST and words not in label:
            yield words
    if block := _block(lines, line - 1) if lines else _block([context], 0):
        yield block


def _block(lines: Sequence[str], place: int) -> str:
    """Return the words of the block of quotation that a line stands in or right below, without the line itself."""
    if not 0 <= place < len(lines):
        return ""
    end = place
    if not BLOCK.match(lines[place]):
        above = [at for at in range(max(0, place - FAR), place) if BLOCK.match(lines[at])]
        if not above or any(lines[at].strip() for at in range(above[-1] + 1, place)):
            return ""
        end = above[-1] + 1
    start = end
    while start > 0 and BLOCK.match(lines[start - 1]):
        start -= 1
    words = " ".join(reading_of(_quoted(lines[at])) for at in range(start, end)) or _beside_link(lines[place])
    return words if _letters(words) >= SHORTEST else ""


def _quoted(line: str) -> str:
    block = BLOCK.match(line)
    return CALLOUT.sub("", block["words"]) if block else ""


def _beside_link(line: str) -> str:
    """Return what a quoted line that holds the citation itself says before it."""
    return reading_of(BEFORE_LINK.sub("", LINK.split(_quoted(line), maxsplit=1)[0]))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
