"""The lines of a PDF's page to its paragraphs: a PDF says where letters stand, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FULL = 0.9  # the share of lines that are no longer than a full one: a few stand out
SHORT = 0.55  # of a full line: what is shorter ends its paragraph, and so do headings and cells
RAGGED = 0.85  # of a full line: what is shorter and ends a sentence ends its paragraph
ITEM = re.compile(r"(?:[•‣▪◦●○■□–*-]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s")
SENTENCE = re.compile(r"[.!?:。…][\"'”’)\]]*$")
HYPHENS = ("-", "\u2010")
SOFT_HYPHEN = "\u00ad"
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # Chinese and Japanese, which part no words; Korean does


def paragraphs(page: str) -> list[str]:
    """Return the paragraphs of a page, each in one line; words that were parted at a line's end are whole again."""
    lines = [" ".join(line.split()) for line in page.split("\n")]
    full = _full_width([_width(line) for line in lines if line])
    found: list[list[str]] = []
    for before, line in zip(["", *lines], lines, strict=False):
        if not line:
            continue
        if found and before and not _ends(before, full) and not ITEM.match(line):
            found[-1].append(line)
        else:
            found.append([line])
    return list(filter(None, map(_joined, found)))


def _full_width(widths: Sequence[int]) -> int:
    return sorted(widths)[int((len(widths) - 1) * FULL)] if widths else 0


def _width(line: str) -> int:
    """Count columns: Hangul and Han are twice as wide as Latin letters."""
    return sum(_columns(line))


def _columns(line: str) -> Iterator[int]:
    for letter in line:
        yield 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _ends(line: str, full: int) -> bool:
    width = _width(line)
    return width < SHORT * full or (width < RAGGED * full and bool(SENTENCE.search(line)))


def _joined(lines: Sequence[str]) -> str:
    parts = [_until(line, following) for line, following in pairwise(lines)]
    return "".join([*parts, lines[-1]]).replace(SOFT_HYPHEN, "")


def _until(line: str, following: str) -> str:
    """Return a line as it stands before the one that follows it in its paragraph."""
    if line.endswith(SOFT_HYPHEN):
        return line
    if line.endswith(HYPHENS) and line[-2:-1].isalpha() and following[0].islower():
        return line[:-1]
    unspaced = UNSPACED.match(line[-1]) and UNSPACED.match(following[0])
    return line if unspaced else f"{line} "
