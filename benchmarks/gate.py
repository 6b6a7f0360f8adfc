"""How well the gate tells versions of an article from pages in its place: pairs of pages from one address.

Both lots of pairs (tests/drift/pairs) are measured: the rules were made with lot A.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.figure import AtMost, Figure
from tests.drift.version_pairs import version_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Size:
    """Which lots are measured."""

    lots: str = "AB"


def measure(_folder: Path, size: Size) -> Iterator[Figure]:
    for lot in size.lots:
        pairs = [pair for pair in version_pairs() if pair.known["lot"] == lot]
        edits = [pair for pair in pairs if pair.is_edit]
        others = [pair for pair in pairs if not pair.is_edit]
        held = sum(not pair.replaces for pair in edits)
        replaced = sum(pair.replaces for pair in others)
        yield Figure(f"edits held back, lot {lot}", held, len(edits), "pairs", AtMost(0.02))
        yield Figure(f"other pages that replaced an article, lot {lot}", replaced, len(others), "pairs", AtMost(0))
