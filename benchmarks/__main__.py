"""`python -m benchmarks [NAME …]`: measures, prints each ratio beside its bound; exit code 1 where one is missed."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from benchmarks import broken, clean, extraction, gate, memory, quality, recrawl, splash, sync, verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.figure import Figure

MODULES = (sync, memory, splash, recrawl, clean, extraction, quality, broken, verdicts, gate)
BENCHMARKS = {module.__name__.rpartition(".")[2]: module for module in MODULES}


def measure(names: Iterable[str]) -> Iterator[Figure]:
    """Run the benchmarks, one after another, each in a folder of its own."""
    for name in names:
        with tempfile.TemporaryDirectory(prefix=f"refkeep-{name}-") as folder:
            benchmark = BENCHMARKS[name]
            yield from benchmark.measure(Path(folder), benchmark.Size())


def draw(figures: Iterable[Figure]) -> Table:
    table = Table(box=None, header_style="bright_black", padding=(0, 2, 0, 0))
    for heading in ("ratio", "bound", "", "what", "medians"):
        table.add_column(heading, no_wrap=True)
    for figure in figures:
        outcome = f"[{'green' if figure.passes else 'red'}]{figure.outcome}"
        table.add_row(f"{figure.ratio:.3f}", str(figure.bound), outcome, figure.name, figure.parts)
    return table


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", choices=[*BENCHMARKS, []], help=", ".join(BENCHMARKS))
    figures = []
    for figure in measure(parser.parse_args().names or BENCHMARKS):
        print(figure, flush=True)
        figures.append(figure)
    Console(width=120).print("", draw(figures), sep="\n")
    return int(not all(figure.passes for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
