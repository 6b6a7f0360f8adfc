"""A large store is exported in the memory of a small one."""

from __future__ import annotations

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.utils.misc import load_object
from sqlalchemy import insert

from crawler.feeds import FORMATS
from crawler.feeds.export import export
from crawler.storage.engine import open_engine
from crawler.storage.export import SOURCE_FIELDS
from crawler.storage.records import Base, Citation, Crawl, Fetch, Note, Page, Snapshot, Source
from crawler.storage.sessions import make_sessions, session_scope
from tests.feeds.filled_store import START
from tests.feeds.json_feed_schema import check_json_feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

PROJECT_DIR = Path(__file__).resolve().parents[2]
TEXT = "가나다라 " * 100  # three times in each document: 20,000 of them are more than 60 MB in memory
WRITER = """
import sys
from pathlib import Path
from crawler.feeds.export import write_feed
from crawler.storage.engine import open_engine
from crawler.storage.sessions import make_sessions
write_feed(make_sessions(open_engine(sys.argv[1])), Path(sys.argv[2]))
print(Path("/proc/self/status").read_text())
"""


def fill(session: Session, ids: range) -> None:
    session.add(Crawl(id=1, root="/n", started_at=START, counts={}))
    note = {"root": "/n", "title": "N", "content_hash": "a", "reading": "1", "first_seen_at": START}
    session.add(Note(id=1, path="n.md", **note))
    session.add(Page(id=1, hash="a", size=0, body=b""))
    session.flush()
    source = {"host": "a.kr", "first_seen_at": START, "verdict": "ok", "fetched_at": START, "failures": 0}
    urls = [{"id": id_, "url": f"https://a.kr/{id_}", "cited_url": f"https://a.kr/{id_}"} for id_ in ids]
    session.execute(insert(Source), [url | source for url in urls])
    said = {"as_written": "", "label": "", "headings": [], "form": "bare", "context": "", "weak": False}
    session.execute(
        insert(Citation),
        [
            {"note_id": 1, "source_id": url["id"], "url": url["url"], "line": url["id"], "first_seen_at": START} | said
            for url in urls
        ],
    )
    fetch = {"crawl_id": 1, "page_id": 1, "url": "", "redirects": [], "headers": {}, "fetched_at": START}
    fetch |= {"fallback": None, "verdict": "ok", "evidence": {}}
    session.execute(insert(Fetch), [{"source_id": id_} | fetch for id_ in ids])
    article = {"text": TEXT, "markdown": TEXT, "html": TEXT, "authors": [], "images": [], "raw": {}, "quality": 1.0}
    about = {"page_id": 1, "taken_at": START, "rules": "1", "renderer": "http", "final_url": "", "content_hash": "a"}
    session.execute(insert(Snapshot), [{"source_id": id_} | article | about for id_ in ids])


def make_store(folder: Path, sources: int) -> str:
    """Make a store of so many sources and return its URL."""
    url = f"sqlite:///{folder}/{sources}.db"
    engine = open_engine(url)
    Base.metadata.create_all(engine)
    with session_scope(make_sessions(engine)) as session:
        fill(session, range(1, sources + 1))
    engine.dispose()
    return url


def peak_memory(url: str, feed: Path) -> int:
    """Return the peak memory, in KiB, of a process that writes the feed of a whole store."""
    command = [sys.executable, "-c", WRITER, url, feed]
    done = subprocess.run(command, cwd=PROJECT_DIR, capture_output=True, text=True, check=True)
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1])


def test_the_feed_of_a_large_store_is_whole_and_takes_the_memory_of_a_small_one(tmp_path: Path) -> None:
    small = peak_memory(make_store(tmp_path, 200), tmp_path / "small.json")
    large = peak_memory(make_store(tmp_path, 20_000), tmp_path / "large.json")
    feed = json.loads((tmp_path / "large.json").read_bytes())

    check_json_feed(feed)
    assert len(feed["items"]) == 20_000
    assert large < 1.1 * small


@pytest.mark.parametrize("format_", FORMATS)
def test_no_exporter_keeps_what_it_has_written(format_: str, tmp_path: Path) -> None:
    def documents() -> Iterator[dict[str, Any]]:
        empty = dict.fromkeys(SOURCE_FIELDS) | {"images": [], "authors": [], "cited_urls": [], "notes": []}
        for number in range(400):
            text = f"{number} " * 10_000
            yield empty | {"content_hash": "a", "url": str(number), "text": text, "html": text}

    with (tmp_path / "feed").open("wb") as file:
        exporter = load_object(FORMATS[format_])(file, encoding="utf-8", indent=0)
        tracemalloc.start()
        export(documents(), exporter)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert peak < 4 << 20  # of more than 25 MB
