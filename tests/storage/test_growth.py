"""What is done after each crawl, and by commands: its steps grow with the store at the most, not with its square."""

from __future__ import annotations

import shutil
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler.storage import make_sessions, open_engine, read_scope, session_scope
from crawler.storage.export import stored_page
from crawler.storage.fixes import find_fixes
from crawler.storage.merging import merge_fetched
from crawler.storage.records import Citation, Crawl, Fetch, Note, Page, Snapshot, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.storage import Sessions

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROOT = Path("/notes")
FEW, TIMES = 200, 4


def fill(sessions: Sessions, count: int) -> None:
    """Store so many dead sources, each with a fetch, an archive's copy, and a note that cites it."""
    crawl = Crawl(root=str(ROOT), started_at=NOW)
    note = Note(root=str(ROOT), path="a.md", title="", content_hash="", reading="", first_seen_at=NOW)
    with session_scope(sessions) as session:
        for url in (f"https://a.test/{number}" for number in range(count)):
            source = Source(url=url, cited_url=url, host="a.test", first_seen_at=NOW, dead_since=NOW)
            said = {"url": url, "as_written": url, "line": 1, "label": "", "headings": [], "form": "bare"}
            session.add(Citation(note=note, source=source, context="", weak=False, first_seen_at=NOW, **said))
            came = {"fetched_at": NOW, "url": url, "redirects": [], "headers": {}, "verdict": "ok", "evidence": {}}
            session.add(Fetch(source=source, crawl=crawl, **came))
            page = Page(hash=url, size=0, body=zlib.compress(b""))
            made = {"rules": "1", "renderer": "http", "final_url": url, "content_hash": "", "quality": 1.0}
            article = {"authors": [], "text": "", "markdown": "", "html": "", "images": [], "raw": {}}
            kept = {"taken_at": NOW, "archived_from": f"https://archive.test/{url}", "rescued_at": NOW}
            session.add(Snapshot(source=source, page=page, **made, **article, **kept))


def fixes(sessions: Sessions) -> None:
    with read_scope(sessions) as session:
        assert find_fixes(session, ROOT)


def page(sessions: Sessions) -> None:
    with read_scope(sessions) as session:
        assert stored_page(session, "https://a.test/1")


def merges(sessions: Sessions) -> None:
    assert merge_fetched(sessions, 1, now=NOW) == 0


def steps(work: Callable[[Sessions], None], file: Path) -> int:
    """Count the steps of SQLite's machine while something is done, in tens."""
    engine, count = open_engine(f"sqlite:///{file}"), 0

    def tick() -> None:
        nonlocal count
        count += 1

    with engine.connect() as connection:
        connection.connection.driver_connection.set_progress_handler(tick, 10)  # type: ignore[union-attr]
    work(make_sessions(engine))  # on the same connection: the pool gives it out again
    engine.dispose()
    return count


@pytest.fixture(scope="module")
def stores(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a store, and one that holds TIMES as much."""
    folder = tmp_path_factory.mktemp("stores")
    for count in (FEW, FEW * TIMES):
        engine = open_engine(f"sqlite:///{shutil.copyfile(sqlite_template, folder / str(count))}")
        fill(make_sessions(engine), count)
        engine.dispose()
    return folder / str(FEW), folder / str(FEW * TIMES)


@pytest.mark.parametrize(("work", "times"), [(fixes, TIMES), (merges, TIMES), (page, 1)])
def test_the_steps_grow_with_the_store_at_the_most(
    work: Callable[[Sessions], None], times: int, stores: tuple[Path, Path]
) -> None:
    small, large = stores

    assert steps(work, large) <= 2 * times * steps(work, small)
