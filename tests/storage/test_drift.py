from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from crawler.extraction import Article, rules_version
from crawler.items import ArticleItem, Renderer
from crawler.storage import read_scope, session_scope, store_results
from crawler.storage.drift import drift_of, drifting_sources, nearest, version_of
from crawler.storage.records import Citation, Note, Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crawler.storage import Sessions

    AddSource = Callable[..., int]
    Take = Callable[..., int]

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)  # when the note was first seen
URL = "https://a.test/1"


def after(days: int) -> datetime:
    return NOW + timedelta(days=days)


@pytest.fixture
def source_id(add_source: AddSource) -> int:
    return add_source(URL)


@pytest.fixture
def take(sessions: Sessions, crawl_id: int, source_id: int) -> Take:
    """Return what takes a snapshot of the source on a day after NOW, and returns its id."""

    def run(days: int, text: str, rules: str | None = None, **columns: Any) -> int:
        item = ArticleItem(
            source_id=source_id,
            source_url=URL,
            url=URL,
            final_url=URL,
            fetched_at=after(days),
            renderer=Renderer.HTTP,
            body=f"<p>{text}".encode(),
            content_type="text/html",
            article=Article(title="Title", text=text, markdown=text),
            rules=rules or rules_version(),
        )
        with session_scope(sessions) as session:
            id_ = store_results(session, crawl_id, [item])[0].snapshot_id or 0
            for name, value in columns.items():
                setattr(session.get_one(Snapshot, id_), name, value)
        return id_

    return run


def edit_citation(sessions: Sessions, **values: Any) -> None:
    with session_scope(sessions) as session:
        citation = session.scalars(select(Citation)).one()
        for name, value in values.items():
            setattr(citation, name, value)


def versions(sessions: Sessions) -> tuple[list[str], str]:
    """Return the texts of the versions that are cited, and of the newest."""
    with read_scope(sessions) as session:
        source = drift_of(session, URL)
        assert source is not None
        return [version.text for version, _ in source.cited], source.now.text


def drifting(sessions: Sessions) -> list[str]:
    with read_scope(sessions) as session:
        return [source.url for source in drifting_sources(session)]


def test_the_version_that_is_nearest_to_the_day_of_citing_is_compared(sessions: Sessions, take: Take) -> None:
    for days, text in ((2, "first"), (90, "second"), (200, "third")):
        take(days, text)

    assert versions(sessions) == (["first"], "third")
    edit_citation(sessions, cited_at=after(100))
    assert versions(sessions) == (["second"], "third")
    assert drifting(sessions) == [URL]


def test_what_was_cited_as_it_is_now_does_not_drift(sessions: Sessions, take: Take) -> None:
    take(1, "first")
    assert drifting(sessions) == []

    take(300, "second")
    edit_citation(sessions, cited_at=after(290))
    assert drifting(sessions) == []
    assert versions(sessions) == (["second"], "second")


def test_an_archived_copy_counts_by_the_day_when_it_was_made(sessions: Sessions, take: Take) -> None:
    take(1, "live")
    take(2, "archived", taken_at=after(-700), archived_from="https://archive.test/web/20240401120000/https://a.test/1")
    edit_citation(sessions, cited_at=after(-680))

    assert versions(sessions) == (["archived"], "live")


def test_a_citation_that_was_closed_means_nothing(sessions: Sessions, take: Take) -> None:
    take(1, "first")
    take(100, "second")
    edit_citation(sessions, closed_at=after(120))

    assert drifting(sessions) == []
    with read_scope(sessions) as session:
        assert drift_of(session, URL) is None
        assert drift_of(session, "https://a.test/none") is None


def test_what_other_rules_made_is_to_be_cleaned_again(sessions: Sessions, take: Take) -> None:
    old, _ = take(1, "first", rules="0"), take(100, "second")
    with read_scope(sessions) as session:
        source = drift_of(session, URL)
        assert source is not None
        assert [(each.id, each.body, each.taken_at) for each in source.outdated()] == [(old, b"<p>first", after(1))]
        version = version_of(source.cited[0][0], {old: Article(text="made again", markdown="made again")})
        assert (version.text, version.body) == ("made again", b"<p>first")


def test_versions_by_the_same_older_rules_are_compared_as_they_are(sessions: Sessions, take: Take) -> None:
    take(1, "first", rules="0")
    take(100, "second", rules="0")
    with read_scope(sessions) as session:
        source = drift_of(session, URL)
        assert source is not None
        assert source.outdated() == []


@pytest.mark.parametrize(("edited", "lines"), [(False, ["# 메모", "> quoted"]), (True, [])])
def test_the_note_is_read_where_it_is_as_it_was(
    sessions: Sessions, take: Take, tmp_path: Path, *, edited: bool, lines: list[str]
) -> None:
    content = "# 메모\n> quoted\n".encode()
    (tmp_path / "a.md").write_bytes(content)
    take(1, "first")
    with session_scope(sessions) as session:
        note = session.scalars(select(Note)).one()
        note.root, note.path, note.content_hash = str(tmp_path), "a.md", hashlib.sha256(content).hexdigest()
    if edited:
        (tmp_path / "a.md").write_text("# Another\n", "utf-8")

    with read_scope(sessions) as session:
        source = drift_of(session, URL)
        assert source is not None
        assert source.cited[0][1][0].lines == lines


def test_of_two_days_as_near_the_earlier_one_counts() -> None:
    assert nearest({7: after(2), 8: after(-2)}, NOW) == 8
