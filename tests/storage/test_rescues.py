from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, update

from crawler.extraction.article import Article
from crawler.items import ArticleItem, Copy, Renderer
from crawler.storage import read_scope, session_scope, store_results
from crawler.storage.citing_days import date_citations
from crawler.storage.export import stored_page, stored_source
from crawler.storage.merges import merge
from crawler.storage.records import Citation, Note, Source
from crawler.storage.rescues import dead_source_ids, load_dead, postpone_rescue, repeat_rescue
from crawler.storage.schedule import next_rescue
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.storage import Sessions, Stored

    AddSource = Callable[..., int]

DAY = timedelta(days=1)
NOTES = Path("/notes")
URL = "https://a.test/1"
THEN = datetime(2015, 6, 1, tzinfo=UTC)


def dead_ids(sessions: Sessions, now: datetime, **chosen: Any) -> list[int]:
    return dead_source_ids(sessions, root=NOTES, now=now, **{"limit": 10, **chosen})


@pytest.fixture
def store(sessions: Sessions, crawl_id: int, now: datetime) -> Callable[..., Stored]:
    """Return what stores an article of a source, of its own or a copy taken then."""

    def run(source_id: int, title: str, *, copied: str | None = None, later: timedelta = DAY) -> Stored:
        copy = Copy(address=copied, taken_at=THEN, verdict=Verdict.GONE) if copied else None
        item = ArticleItem(
            source_id=source_id,
            source_url=URL,
            url=URL,
            final_url=URL,
            fetched_at=now + later,
            renderer=Renderer.HTTP,
            body=title.encode(),
            copy=copy,
            rules="1",
            article=Article(title=title, text="Text.", markdown="Text."),
        )
        with session_scope(sessions) as session:
            return store_results(session, crawl_id, [item])[0]

    return run


def test_only_dead_sources_that_are_cited_and_whose_time_has_come_are_looked_up(
    sessions: Sessions, add_source: AddSource, now: datetime
) -> None:
    dead = {"dead_since": now}
    waits = add_source("https://a.test/waits", **dead, rescue_at=now - DAY)
    never = add_source("https://a.test/never", **dead)
    add_source("https://a.test/alive")
    add_source("https://a.test/later", **dead, rescue_at=now + DAY)
    add_source("https://a.test/uncited", **dead, closed=True)
    add_source("https://a.test/elsewhere", **dead, root="/others")

    assert dead_ids(sessions, now) == [never, waits]
    assert dead_ids(sessions, now, limit=1) == [never]
    assert dead_ids(sessions, now, hosts=["b.test"]) == []


def test_what_has_a_copy_is_looked_up_no_more(
    sessions: Sessions, add_source: AddSource, store: Callable[..., Stored], now: datetime
) -> None:
    store(add_source(URL, dead_since=now), "Copied", copied="https://archive.test/1")

    assert dead_ids(sessions, now) == []


def test_a_copy_is_no_fetch_and_changes_nothing_else_of_its_source(
    sessions: Sessions, add_source: AddSource, store: Callable[..., Stored], now: datetime
) -> None:
    source_id = add_source(URL, dead_since=now, verdict="gone", failures=5)

    stored = store(source_id, "Copied", copied="https://archive.test/1")
    again = store(source_id, "Copied", copied="https://archive.test/1", later=2 * DAY)

    assert (stored.new_snapshot, again.new_snapshot) == (True, False)
    with read_scope(sessions) as session:
        source = session.get_one(Source, source_id)
        assert (source.verdict, source.failures, source.dead_since, source.due_at) == ("gone", 5, now, now)
        assert source.fetches == []
        [snapshot] = source.snapshots
        assert (snapshot.taken_at, snapshot.rescued_at) == (THEN, now + DAY)
        document = stored_source(session, URL)
        assert document is not None
        assert (document["title"], document["archived_from"]) == ("Copied", "https://archive.test/1")


def test_the_sources_own_article_stays_whichever_came_first(
    sessions: Sessions, add_source: AddSource, store: Callable[..., Stored]
) -> None:
    source_id = add_source(URL)
    store(source_id, "Own")
    store(source_id, "Copied", copied="https://archive.test/1")

    unchanged = store(source_id, "Own", later=2 * DAY)

    assert not unchanged.new_snapshot
    with read_scope(sessions) as session:
        document, page = stored_source(session, URL), stored_page(session, URL)
        assert document is not None
        assert (document["title"], document["archived_from"]) == ("Own", None)
        assert page is not None
        assert page.body == b"Own"


def test_a_source_that_comes_back_has_its_own_article_again(
    sessions: Sessions, add_source: AddSource, store: Callable[..., Stored]
) -> None:
    source_id = add_source(URL)
    store(source_id, "Copied", copied="https://archive.test/1")

    assert store(source_id, "Own", later=2 * DAY).new_snapshot
    with read_scope(sessions) as session:
        assert (stored_source(session, URL) or {})["title"] == "Own"


def test_what_an_archive_did_not_answer_is_looked_up_again_after_what_was_never_looked_up(
    sessions: Sessions, add_source: AddSource, now: datetime
) -> None:
    unanswered, new = (add_source(f"https://a.test/{n}", dead_since=now - n * DAY) for n in (2, 1))
    assert dead_ids(sessions, now) == [unanswered, new]

    repeat_rescue(sessions, unanswered, now)

    assert dead_ids(sessions, now) == [new, unanswered]


def test_what_no_archive_has_is_looked_up_after_30_days_then_90_then_360(
    sessions: Sessions, add_source: AddSource, now: datetime
) -> None:
    source_id = add_source(URL, dead_since=now)

    postpone_rescue(sessions, source_id, now)

    assert dead_ids(sessions, now + 29 * DAY) == []
    assert dead_ids(sessions, now + 30 * DAY) == [source_id]
    assert [next_rescue(now, now + days * DAY) - (now + days * DAY) for days in (0, 30, 120, 900)] == [
        30 * DAY, 90 * DAY, 360 * DAY, 360 * DAY,
    ]  # fmt: skip


def test_the_note_that_cited_a_source_first_says_which_day(
    sessions: Sessions, add_source: AddSource, now: datetime
) -> None:
    source_id = add_source(URL, verdict="soft_404")
    assert load_dead(sessions, source_id).cited_at == now

    with session_scope(sessions) as session:
        session.execute(update(Citation).values(cited_at=now - 300 * DAY))

    dead = load_dead(sessions, source_id)
    assert (dead.cited_at, dead.verdict) == (now - 300 * DAY, Verdict.SOFT_404)


def test_days_of_citing_are_read_from_a_renamed_notes_history_and_kept(
    sessions: Sessions, add_source: AddSource, tmp_path: Path
) -> None:
    source_id = add_source(URL, root=str(tmp_path))
    with session_scope(sessions) as session:
        session.execute(update(Note).values(path="새 이름.md"))
    (tmp_path / "old.md").write_text(f"# A\n\n출처: {URL}\n", "utf-8")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-qm", "first")
    _git(tmp_path, "mv", "old.md", "새 이름.md")
    _git(tmp_path, "commit", "-qm", "renamed", day="2020-01-01T00:00:00+00:00")

    date_citations(sessions, [source_id])

    assert load_dead(sessions, source_id).cited_at == THEN


def test_the_days_of_what_cites_an_absorbed_address_count_as_well(
    sessions: Sessions, add_source: AddSource, tmp_path: Path, now: datetime
) -> None:
    source_id, absorbed = add_source(URL), add_source("https://a.test/2", root=str(tmp_path))
    with session_scope(sessions) as session:
        merge(session, absorbed, source_id, {"kind": "redirect"}, now)
    (tmp_path / f"note-{absorbed}.md").write_text("출처: https://a.test/2\n", "utf-8")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-qm", "first")

    date_citations(sessions, [source_id])

    assert load_dead(sessions, source_id).cited_at == THEN


def test_notes_in_no_repository_have_no_days(sessions: Sessions, add_source: AddSource, now: datetime) -> None:
    source_id = add_source(URL)

    date_citations(sessions, [source_id])

    with read_scope(sessions) as session:
        assert session.scalars(select(Citation.cited_at)).one() is None
    assert load_dead(sessions, source_id).cited_at == now


def _git(folder: Path, *command: str, day: str = THEN.isoformat()) -> None:
    who = ("-c", "user.name=Me", "-c", "user.email=me@example.org")
    dated = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "PATH": "/usr/bin:/bin"}
    subprocess.run(["git", *who, *command], cwd=folder, env=dated, check=True)
