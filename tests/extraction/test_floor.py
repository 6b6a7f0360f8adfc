"""What extraction reaches on real pages with known answers. A floor is raised by whoever betters it, never lowered."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
FLOORS = {
    "articles": {"F1": 0.975},
    "korean": {
        "F1": 0.98, "both ends": 28, "no leak": 28, "code breaks": 17, "headings": 45, "titles": 28, "dates": 27,
    },
    "structure": {"code blocks": 50, "languages": 17, "table rows": 38, "formulas": 72, "footnotes": 41},
}  # fmt: skip


@pytest.mark.parametrize("kind", FLOORS)
def test_no_figure_is_under_its_floor(kind: str, shared: Path) -> None:
    score = [sys.executable, shared / "tools" / "score_pages.py", kind]
    said = subprocess.run(score, cwd=PROJECT_DIR, capture_output=True, text=True, check=True, timeout=200).stdout
    figures = {name: float(re.search(rf"\b{name} ([\d.]+)", said)[1]) for name in FLOORS[kind]}

    assert {name: figures[name] for name, floor in FLOORS[kind].items() if figures[name] < floor} == {}
