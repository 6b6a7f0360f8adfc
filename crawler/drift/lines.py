"""A comparison as lines to read: what changed with a block around it, what is unchanged folded.

## A heading                          as it was
… 12 unchanged
~ PATH는 [-/bin-] {+/usr/bin+} 뿐이다    altered
- a paragraph                         gone
+ - an item                           new
> a paragraph                         as it was, elsewhere
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crawler.drift.comparison import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.drift.comparison import Change, Comparison

MARKS = {"same": " ", "moved": ">", "altered": "~", "gone": "-", "new": "+"}
FOLD = "…"
AROUND = 1  # unchanged blocks that are shown before and behind a change
REACH = 48  # characters of unchanged words that are shown on each side of a change, and at the ends of a block
BRACKETS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


class Line(NamedTuple):
    """A block, or unchanged ones that are folded."""

    mark: str  # of MARKS, or FOLD
    pieces: tuple[Piece, ...]


def lines_of(comparison: Comparison) -> Iterator[Line]:
    """Yield what is to be read; nothing where nothing changed."""
    changes = comparison.changes
    near = _near([change.kind not in {"same", "moved"} for change in changes])
    folded = 0
    for change, is_shown in zip(changes, near, strict=True):
        if not is_shown:
            folded += 1
            continue
        yield from _fold(folded)
        folded = 0
        yield _line(change)
    if folded < len(changes):
        yield from _fold(folded)


def to_text(lines: Iterable[Line]) -> str:
    """Write the lines as plain text, what changed within one as `git diff --word-diff` does."""
    return "\n".join(f"{line.mark} {''.join(text for _, text in pieces_of(line))}".rstrip() for line in lines)


def pieces_of(line: Line) -> Iterator[Piece]:
    """Yield the pieces of a line as they are shown: in brackets where the line's mark does not tell what they are."""
    is_altered = line.mark == MARKS["altered"]
    return (_bracketed(piece) if is_altered else piece for piece in line.pieces)


def _bracketed(piece: Piece) -> Piece:
    """Put a change in its brackets, white space before them."""
    before, after = BRACKETS[piece.kind]
    words = piece.text.lstrip()
    return piece._replace(text=f"{piece.text[: len(piece.text) - len(words)]}{before}{words}{after}")


def _near(changed: list[bool]) -> list[bool]:
    """Say of each block whether it changed or stands beside one that did."""
    return [any(changed[max(0, place - AROUND) : place + AROUND + 1]) for place in range(len(changed))]


def _fold(count: int) -> Iterator[Line]:
    if count:
        yield Line(FOLD, (Piece("same", f"{count:,} unchanged"),))


def _line(change: Change) -> Line:
    pieces = [Piece("same", change.start), *change.pieces] if change.start else list(change.pieces)
    last = len(pieces) - 1
    return Line(
        MARKS[change.kind],
        tuple(
            piece._replace(text=_cut(piece.text, at_start=place == 0, at_end=place == last))
            if piece.kind == "same"
            else piece
            for place, piece in enumerate(pieces)
        ),
    )


def _cut(text: str, *, at_start: bool, at_end: bool) -> str:
    """Leave out the middle of unchanged words, and what is far from the only change beside them."""
    if len(text) <= 2 * REACH:
        return text
    head = "" if at_start and not at_end else text[:REACH].rsplit(" ", 1)[0]
    tail = "" if at_end else text[-REACH:].split(" ", 1)[-1]
    return f"{head} {FOLD} {tail}".strip(" ") if at_start else f"{head} {FOLD} {tail}".rstrip(" ")
