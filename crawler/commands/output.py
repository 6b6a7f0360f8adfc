"""What the commands write: results to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    Thing = TypeVar("Thing")

WIDE = 100_000  # columns: where no one looks at a terminal, no line is wrapped
LINE_EVERY = 1000  # things between two lines of progress where standard error is no terminal


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says: LANG=C in a container must not garble Korean."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(message: str) -> None:
    """Tell the user something that is not the result."""
    print(message, file=sys.stderr)


def print_json(document: Any) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))


@contextmanager
def results() -> Iterator[Console]:
    """Give a console for results. It wraps lines in a terminal only, so that `grep` finds whole ones.

    What is drawn is printed at the end of the block, without the blanks that fill a table's last column.
    """
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE, highlight=False)
    with console.capture() as drawn:
        yield console
    print("\n".join(line.rstrip() for line in drawn.get().splitlines()))


def show(*things: RenderableType) -> None:
    """Draw results one below the other."""
    with results() as console:
        console.print(*things, sep="\n")


def watched(things: Iterable[Thing], *, total: int, what: str) -> Iterator[Thing]:
    """Yield the things, and show on standard error how far we are."""
    if not sys.stderr.isatty():
        yield from _logged(things, total, what)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(things, total=total, description=what)


def _logged(things: Iterable[Thing], total: int, what: str) -> Iterator[Thing]:
    for number, thing in enumerate(things, 1):
        yield thing
        if number % LINE_EVERY == 0:
            say(f"{what}: {number:,} of {total:,}")
