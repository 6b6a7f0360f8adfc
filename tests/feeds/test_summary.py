"""What a crawl says at its end."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console
from sqlalchemy import select

from crawler.feeds import summary
from crawler.feeds.summary import print_summary
from crawler.storage.records import Citation, Crawl, Fetch, Note
from crawler.storage.sessions import session_scope
from tests.feeds.filled_store import KOREAN_NOTE, START

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from sqlalchemy.orm import Session, sessionmaker


def printed(sessions: sessionmaker[Session], crawl_id: int, feed_dir: Path) -> list[str]:
    console = Console(file=io.StringIO(), width=300)
    print_summary(console, sessions, crawl_id, feed_dir)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]  # type: ignore[attr-defined]


def test_it_shows_what_came_who_cites_it_and_where_the_feeds_lie(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    (tmp_path / "feed.json").write_text("{}")
    lines = printed(sessions, 2, tmp_path)

    assert [line.split() for line in lines] == [
        ["verdict", "source", "host", "cited", "by"],
        ["ok", "WAS", "란?", "🙂", "goldsony.tistory.com", "til.md:19,", f"{KOREAN_NOTE}:3"],
        ["moved", "-2+3", "papers.kr", f"{KOREAN_NOTE}:7"],
        ["gone", "지워진", "글", "gone.kr", "til.md:4"],
        [],
        "Kept 2 of 3 sources. Not kept: 1 gone.".split(),
        "The store holds 6 sources, for 6 citations (1 unusable) in 2 notes.".split(),
        [str(tmp_path / "feed.json"), *"every source with an article, for any feed reader".split()],
    ]


def test_a_line_that_cites_a_source_twice_stands_once(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        session.query(Citation).filter_by(source_id=1).update({"line": 19, "note_id": 1})

    assert printed(sessions, 2, tmp_path)[1].endswith("goldsony.tistory.com  til.md:19")


def test_in_a_terminal_every_source_has_one_line(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    console = Console(file=io.StringIO(), width=80, force_terminal=True, color_system=None)
    print_summary(console, sessions, 2, tmp_path)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]

    assert [line.split()[0] for line in lines[:4]] == ["verdict", "ok", "moved", "gone"]
    assert "goldsony.tistory.com" in lines[1]
    assert "til.md:19" in lines[1]


def test_a_long_crawl_is_cut_to_a_page(
    sessions: sessionmaker[Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summary, "SHOWN", 1)

    assert printed(sessions, 2, tmp_path)[2].strip() == "… and 2 more"


def test_a_crawl_with_nothing_due_says_so(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        session.add(Crawl(id=3, root="/n", started_at=START, counts={}))

    assert printed(sessions, 3, tmp_path)[0] == "Nothing was due."


def test_a_crawl_that_was_not_to_fetch_says_what_is_due(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        root = session.scalars(select(Note.root)).first()
        session.add(Crawl(id=3, root=root, started_at=START, counts={"notes/closed_citations": 2}))

    assert printed(sessions, 3, tmp_path)[:2] == [
        "Nothing was fetched; 4 sources due.",
        "2 citations that the notes held before are gone.",
    ]


def test_what_was_found_as_it_was_is_counted(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        session.get_one(Crawl, 2).counts = {"store/unchanged": 1}

    assert "Kept 2 of 3 sources. 1 unchanged. Not kept: 1 gone." in printed(sessions, 2, tmp_path)


def test_no_network_and_no_splash_are_said_in_a_line_each(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        session.add(Crawl(id=3, root="/n", started_at=START, counts={}))
        session.flush()
        stated = {"crawl_id": 3, "url": "", "redirects": [], "headers": {}, "evidence": {}, "fetched_at": START}
        session.add(Fetch(source_id=1, verdict="offline", fallback=None, **stated))
        session.add(Fetch(source_id=2, verdict="ok", fallback="splash_away", **stated))
    lines = printed(sessions, 3, tmp_path)

    assert "Kept 1 of 2 sources. Not kept: 1 offline." in lines
    assert "There is no network: 1 source stays due for the next crawl." in lines
    assert "Splash did not answer: 1 source came by plain HTTP and is due again when it does." in lines


def test_no_page_is_said_to_be_rendered_where_none_came(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        session.add(Crawl(id=3, root="/n", started_at=START, counts={"render/at_once": 1}))
        session.flush()
        stated = {"crawl_id": 3, "url": "", "redirects": [], "headers": {}, "evidence": {}, "fetched_at": START}
        session.add(Fetch(source_id=1, verdict="offline", fallback=None, **stated))

    assert not [line for line in printed(sessions, 3, tmp_path) if "rendered" in line]
