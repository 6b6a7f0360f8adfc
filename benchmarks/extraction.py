"""What cleaning keeps of pages whose content is known, and how long it takes, beside what others keep.

The pages, their answers and the scorer lie outside the repository, beside the checkout, as they are not ours to give
away. Each tool is asked in a process of its own, all in one run; the table is printed and left in `data/benchmarks`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.crawls import PROJECT_DIR
from benchmarks.figure import AtLeast, AtMost, Figure
from benchmarks.peers import PEERS
from benchmarks.scored import OURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

KNOWN = PROJECT_DIR.parent / "shared"
TABLE = PROJECT_DIR / "data/benchmarks/extraction.md"
FIGURE = re.compile(r"(?P<name>[A-Za-z][A-Za-z1 /]*?) (?P<value>\d[\d.]*(?:/\d+)?)(?= |$)")
# What is held against the best of the others: set → its figures.
HELD = {
    "articles": ("F1",),
    "korean": ("F1", "both ends", "no leak", "code breaks", "headings", "titles", "dates"),
    "structure": ("code blocks", "languages", "formulas", "table rows", "footnotes"),
}


@dataclass(frozen=True)
class Size:
    """Which sets are scored."""

    sets: Sequence[str] = tuple(HELD)


def measure(_folder: Path, size: Size) -> Iterator[Figure]:
    scorer = KNOWN / "tools/score_pages.py"
    if not scorer.is_file():
        sys.exit(f"no pages with known answers in {KNOWN}: put them there, or name other benchmarks")
    scores = {kind: {tool: score(scorer, kind, tool) for tool in (OURS, *PEERS)} for kind in size.sets}
    write_table(scores)
    for kind in size.sets:
        for name in HELD[kind]:
            ours, best = number(scores[kind][OURS][name]), max(number(scores[kind][peer][name]) for peer in PEERS)
            yield Figure(f"{kind}, {name} : best other", ours, best, "", AtLeast(1))
    times = json.loads(output("benchmarks.page_times", KNOWN / "pages"))
    for kind, limit in (("platform", 0.7), ("generic", 1.8)):
        ours, theirs = zip(*times[kind], strict=True)
        yield Figure.of(f"{kind} page : trafilatura", ours, theirs, unit="ms", bound=AtMost(limit))


def score(scorer: Path, kind: str, tool: str) -> dict[str, str]:
    """Return the figures of the scorer's last line, as it writes them, by name; its times are `page_times`' matter."""
    line = output("benchmarks.scored", scorer, kind, tool).splitlines()[-1].partition(" ms/page")[0]
    return {match["name"].strip(): match["value"] for match in FIGURE.finditer(line.partition(": ")[2])}


def number(figure: str) -> float:
    """Read "0.97" and "27/28"."""
    return float(figure.partition("/")[0])


def output(module: str, *arguments: Path | str) -> str:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, cwd=PROJECT_DIR, check=True, capture_output=True, text=True).stdout


def write_table(scores: dict[str, dict[str, dict[str, str]]]) -> None:
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join(line for kind, by_tool in scores.items() for line in rows(kind, by_tool))
    TABLE.write_text(text, "utf-8")
    print(text, flush=True)


def rows(kind: str, by_tool: dict[str, dict[str, str]]) -> Iterable[str]:
    """Yield the lines of a Markdown table: a tool each, a figure a column."""
    names = list(by_tool[OURS])
    yield f"| {kind} | {' | '.join(names)} |"
    yield f"| --- |{' --- |' * len(names)}"
    for tool, figures in by_tool.items():
        yield f"| {tool} | {' | '.join(figures.get(name, '') for name in names)} |"
    yield ""
