from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from crawler.storage import read_scope, session_scope
from crawler.storage.fixes import Fix, Reason, find_fixes
from crawler.storage.merges import merge, undo_merges
from crawler.storage.records import Page, Snapshot, Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from crawler.storage import Sessions

    AddSource = Callable[..., int]

NOTES = Path("/notes")
OLD, NEW = "https://a.test/37", "https://a.test/entry/cron"
COPY = f"https://archive.test/web/20150601000000/{NEW}"


@pytest.fixture
def pair(sessions: Sessions, add_source: AddSource, now: datetime) -> tuple[int, int]:
    """Return two sources, of which the second one stands for the first."""
    old, new = add_source(OLD), add_source(NEW)
    with session_scope(sessions) as session:
        merge(session, old, new, {"kind": "redirect"}, now)
    return old, new


def become(sessions: Sessions, source_id: int, **values: Any) -> None:
    with session_scope(sessions) as session:
        session.execute(update(Source).where(Source.id == source_id).values(**values))


def copied(sessions: Sessions, source_id: int, now: datetime) -> None:
    """Keep an archive's copy of a source."""
    article = {"title": "T", "authors": [], "text": "", "markdown": "", "html": "", "images": [], "raw": {}}
    made = {"rules": "1", "renderer": "http", "final_url": NEW, "content_hash": "", "quality": 1.0}
    kept = {"taken_at": now, "archived_from": COPY, "rescued_at": now}
    with session_scope(sessions) as session:
        page = Page(hash="1", content_type=None, size=0, body=b"")
        session.add(Snapshot(source_id=source_id, page=page, **kept, **article, **made))


def fixes(sessions: Sessions, source_id: int) -> dict[str, Fix]:
    """Return the fixes of the note that cites a source."""
    with read_scope(sessions) as session:
        return find_fixes(session, NOTES).get(NOTES / f"note-{source_id}.md", {})


def test_what_cites_an_absorbed_source_gets_the_copy_of_the_one_that_stands_for_it(
    sessions: Sessions, pair: tuple[int, int], now: datetime
) -> None:
    become(sessions, pair[1], dead_since=now, verdict="gone")
    copied(sessions, pair[1], now)

    assert [fixes(sessions, each) for each in pair] == [
        {OLD: Fix(COPY, Reason.DIED, pair[1])},
        {NEW: Fix(COPY, Reason.DIED, pair[1])},
    ]
    with session_scope(sessions) as session:
        undo_merges(session, OLD, now)
    assert fixes(sessions, pair[0]) == {}


def test_what_cites_an_absorbed_source_gets_the_address_to_which_the_other_one_has_moved(
    sessions: Sessions, pair: tuple[int, int]
) -> None:
    become(sessions, pair[0], verdict="moved", moved_to=NEW)
    assert fixes(sessions, pair[0]) == {OLD: Fix(NEW, Reason.MOVED, pair[1])}

    become(sessions, pair[1], verdict="moved", moved_to="https://b.test/cron")

    assert [fixes(sessions, each) for each in pair] == [
        {OLD: Fix("https://b.test/cron", Reason.MOVED, pair[1])},
        {NEW: Fix("https://b.test/cron", Reason.MOVED, pair[1])},
    ]


def test_a_fragment_that_a_browser_carried_along_is_that_of_one_citation(
    sessions: Sessions, add_source: AddSource
) -> None:
    moved = {"cited_url": f"{NEW}#one", "verdict": "moved"}
    source_id = add_source(NEW, **moved, moved_to="https://b.test/cron#one")
    assert fixes(sessions, source_id) == {NEW: Fix("https://b.test/cron", Reason.MOVED, source_id)}

    become(sessions, source_id, moved_to="https://b.test/cron#part")

    assert fixes(sessions, source_id) == {NEW: Fix("https://b.test/cron#part", Reason.MOVED, source_id)}
