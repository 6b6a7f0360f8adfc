"""`python -m benchmarks.page_times FOLDER`: milliseconds a page, ours and trafilatura's default, in one process.

Prints JSON: kind of page ("platform", "generic") → [[ours, trafilatura's], …], the faster of TWICE runs each, which
take turns.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from crawler.extraction import extract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TWICE = 2


def known_pages(folder: Path) -> Iterator[tuple[bytes, str]]:
    """Yield the pages of the sets that ask for content, with their addresses."""
    for key, page in json.loads((folder / "articles/ground-truth.json").read_text("utf-8")).items():
        yield gzip.decompress((folder / f"articles/{key}.html.gz").read_bytes()), page["url"]
    for page in json.loads((folder / "korean/index.json").read_text("utf-8")):
        yield (folder / "korean" / page["file"]).read_bytes(), page["url"]


def milliseconds(function: Callable[[bytes, str], object], body: bytes, url: str) -> float:
    start = time.perf_counter()
    function(body, url)
    return (time.perf_counter() - start) * 1000


def main(folder: Path) -> None:
    times: dict[str, list[tuple[float, float]]] = defaultdict(list)
    extract(b"<p>warm", "https://site.invalid/")
    for body, url in known_pages(folder):
        runs = [(milliseconds(extract, body, url), milliseconds(trafilatura.extract, body, url)) for _ in range(TWICE)]
        kind = "platform" if extract(body, url).platform else "generic"
        times[kind].append((min(ours for ours, _ in runs), min(theirs for _, theirs in runs)))
    print(json.dumps(times))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
