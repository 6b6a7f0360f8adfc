"""The yardstick of the sync: `python -m benchmarks.markdown FOLDER` prints how long parsing all notes takes."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from markdown_it import MarkdownIt


def parse_all(folder: Path) -> float:
    """Read and parse every note; return the seconds that it took."""
    start = time.perf_counter()
    markdown = MarkdownIt("commonmark")
    for path in folder.rglob("*.md"):
        markdown.parse(path.read_text(encoding="utf-8"))
    return time.perf_counter() - start


if __name__ == "__main__":
    print(parse_all(Path(sys.argv[1])))
