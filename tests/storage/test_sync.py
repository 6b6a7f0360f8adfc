from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, select

from crawler.exceptions import UsageError
from crawler.settings import PROJECT_DIR
from crawler.storage import SyncReport, due_source_ids, read_scope, session_scope, sync_notes
from crawler.storage.reading import MANY
from crawler.storage.records import Citation, Note, Source
from crawler.storage.status import failed_citations, store_status

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Engine

    from crawler.storage import Sessions

    Sync = Callable[..., SyncReport]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder


@pytest.fixture
def sync(sessions: Sessions, notes: Path, now: datetime) -> Sync:
    """Return what syncs the folder of notes, as of a number of days from now."""

    def run(days: int = 0, **options: Any) -> SyncReport:
        settings = {"root": notes, "allowed_private_hosts": "", "ignore_urls": "", **options}
        return sync_notes(sessions, now=now + timedelta(days=days), **settings)

    return run


def write(folder: Path, name: str, *lines: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n")
    return file


def citations(sessions: Sessions, *, closed: bool = False) -> list[tuple[str, str, int]]:
    """Return path, URL and line of the citations that are open, or closed."""
    is_wanted = Citation.closed_at.is_not(None) if closed else Citation.closed_at.is_(None)
    rows = select(Note.path, Citation.url, Citation.line).join(Citation.note).where(is_wanted)
    with read_scope(sessions) as session:
        return sorted(session.execute(rows))


def ids(sessions: Sessions) -> dict[str, int]:
    """Return the id of each citation by its URL."""
    with read_scope(sessions) as session:
        return dict(session.execute(select(Citation.url, Citation.id)).all())


def sources(sessions: Sessions) -> dict[str, Source]:
    with read_scope(sessions) as session:
        return {source.url: source for source in session.scalars(select(Source))}


def test_a_notes_citations_are_stored_with_all_that_it_says_of_them(
    sessions: Sessions, notes: Path, sync: Sync, now: datetime
) -> None:
    write(notes, "til/java.md", "# Java", "", "## JPA", "", "출처: [JPA 팁](https://velog.io/@a/JPA-팁#top)")

    report = sync()

    assert report == SyncReport(notes=1, read=1, citations=1, new_citations=1)
    with read_scope(sessions) as session:
        citation = session.scalars(select(Citation)).one()
        assert (citation.note.path, citation.note.title, citation.note.root) == ("til/java.md", "Java", str(notes))
        assert citation.url == "https://velog.io/@a/JPA-팁#top"
        assert (citation.line, citation.label, citation.headings) == (5, "JPA 팁", ["Java", "JPA"])
        assert (citation.marker, citation.form, citation.weak) == ("출처:", "inline", False)
        assert citation.first_seen_at == now
        assert citation.closed_at is None
        assert citation.source.cited_url == citation.url
        assert (citation.source.host, citation.source.due_at) == ("velog.io", now)


def test_an_unchanged_note_is_neither_parsed_nor_written_again(engine: Engine, notes: Path, sync: Sync) -> None:
    write(notes, "a.md", "<https://blog.dev/1>")
    sync()
    statements = []
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2].split()[0]))

    report = sync(days=1)

    assert report == SyncReport(notes=1, unchanged=1, citations=1)
    assert set(statements) <= {"SELECT", "BEGIN"}
    assert statements.count("SELECT") == 2


@pytest.mark.parametrize("settings", [{"allowed_private_hosts": "wiki.local"}, {"ignore_urls": "*.nowhere.dev/*"}])
def test_other_settings_have_every_note_read_again(notes: Path, sync: Sync, settings: dict[str, str]) -> None:
    write(notes, "a.md", "<https://blog.dev/1>")
    sync()

    assert sync(days=1, **settings) == SyncReport(notes=1, read=1, citations=1)


def test_settings_choose_what_is_a_citation(sessions: Sessions, notes: Path, sync: Sync) -> None:
    write(notes, "a.md", "<http://wiki.local/1>", "<https://github.com/me/notes>", "<https://blog.dev/1>")
    sync(allowed_private_hosts="127.0.0.1:8080, wiki.local", ignore_urls="github.com/me/* gist.github.com/me/*")

    assert [url for _, url, _ in citations(sessions)] == ["http://wiki.local/1", "https://blog.dev/1"]


def test_a_changed_note_keeps_what_is_still_there_and_closes_what_went(
    sessions: Sessions, notes: Path, sync: Sync, now: datetime
) -> None:
    write(notes, "a.md", "# A", "<https://blog.dev/1>", "<https://blog.dev/2>")
    sync()
    before = ids(sessions)
    write(notes, "a.md", "# B", "", "<https://blog.dev/3>", "<https://blog.dev/2>")

    report = sync(days=1)

    assert report == SyncReport(notes=1, read=1, citations=2, new_citations=1, closed_citations=1)
    assert citations(sessions) == [("a.md", "https://blog.dev/2", 4), ("a.md", "https://blog.dev/3", 3)]
    assert citations(sessions, closed=True) == [("a.md", "https://blog.dev/1", 2)]
    assert ids(sessions)["https://blog.dev/2"] == before["https://blog.dev/2"]
    with read_scope(sessions) as session:
        closed = session.scalars(select(Citation).where(Citation.closed_at.is_not(None))).one()
        kept = session.scalars(select(Citation).where(Citation.url == "https://blog.dev/2")).one()
        assert closed.closed_at == now + timedelta(days=1)
        assert kept.headings == ["B"]
        assert kept.first_seen_at == now
        assert kept.note.title == "B"


def test_a_citation_that_returns_is_opened_again(sessions: Sessions, notes: Path, sync: Sync, now: datetime) -> None:
    write(notes, "a.md", "<https://blog.dev/1>")
    sync()
    before = ids(sessions)
    write(notes, "a.md", "nothing")
    sync(days=1)
    write(notes, "a.md", "again: <https://blog.dev/1>")

    report = sync(days=2)

    assert report == SyncReport(notes=1, read=1, citations=1, new_citations=1)
    assert ids(sessions) == before
    assert citations(sessions, closed=True) == []


def test_a_gone_note_is_kept_with_its_citations_closed_and_comes_back_with_the_file(
    sessions: Sessions, notes: Path, sync: Sync, now: datetime
) -> None:
    write(notes, "stays.md", "no citation")
    file = write(notes, "goes.md", "<https://blog.dev/1>")
    sync()
    before = ids(sessions)
    file.unlink()

    assert sync(days=1) == SyncReport(notes=1, unchanged=1, gone=1, closed_citations=1)
    assert sync(days=2) == SyncReport(notes=1, unchanged=1)
    with read_scope(sessions) as session:
        gone = session.scalars(select(Note).where(Note.path == "goes.md")).one()
        assert gone.gone_at == now + timedelta(days=1)
        assert due(session, notes, now) == []

    write(notes, "goes.md", "<https://blog.dev/1>")

    assert sync(days=3) == SyncReport(notes=2, unchanged=1, read=1, citations=1, new_citations=1)
    assert ids(sessions) == before
    with read_scope(sessions) as session:
        assert session.scalars(select(Note.gone_at)).all() == [None, None]


def due(session, root: Path, now: datetime) -> list[int]:
    return list(due_source_ids(session, root=root, now=now, refresh="due", splash=False))


def test_a_renamed_note_keeps_its_row_and_its_citations(
    sessions: Sessions, notes: Path, sync: Sync, now: datetime
) -> None:
    file = write(notes, "old.md", "<https://blog.dev/1>")
    sync()
    before = ids(sessions)
    (notes / "folder").mkdir()
    file.rename(notes / "folder/new.md")

    assert sync(days=1) == SyncReport(notes=1, read=1, renamed=1, citations=1)
    assert ids(sessions) == before
    with read_scope(sessions) as session:
        note = session.scalars(select(Note)).one()
        assert (note.path, note.title, note.first_seen_at, note.gone_at) == ("folder/new.md", "new", now, None)


def test_a_copy_is_a_note_of_its_own(sessions: Sessions, notes: Path, sync: Sync) -> None:
    write(notes, "a.md", "<https://blog.dev/1>")
    sync()
    write(notes, "b.md", "<https://blog.dev/1>")

    assert sync(days=1) == SyncReport(notes=2, unchanged=1, read=1, citations=2, new_citations=1)


def test_of_two_gone_notes_with_one_content_each_is_renamed_once(notes: Path, sync: Sync) -> None:
    for name in "ab":
        write(notes, f"{name}.md", "<https://blog.dev/1>")
    sync()
    for name in "ab":
        (notes / f"{name}.md").rename(notes / f"new-{name}.md")
    write(notes, "third.md", "<https://blog.dev/1>")

    assert sync(days=1) == SyncReport(notes=3, read=3, renamed=2, citations=3, new_citations=1)


def test_one_folder_closes_nothing_of_another(sessions: Sessions, tmp_path: Path, notes: Path, sync: Sync) -> None:
    write(notes, "a.md", "<https://blog.dev/1>")
    write(tmp_path / "other", "b.md", "<https://blog.dev/2>")
    sync()

    report = sync(days=1, root=tmp_path / "other")

    assert report == SyncReport(notes=1, read=1, citations=1, new_citations=1)
    assert len(citations(sessions)) == 2


def test_a_folder_is_the_same_by_any_way_to_it(tmp_path: Path, notes: Path, sync: Sync) -> None:
    write(notes, "a.md", "<https://blog.dev/1>")
    (tmp_path / "link").symlink_to(notes)
    sync()

    assert sync(days=1, root=tmp_path / "link").unchanged == 1
    assert sync(days=1, root=notes / ".." / "notes").unchanged == 1


def test_two_forms_of_one_url_share_a_source_spelled_as_cited_last(sessions: Sessions, notes: Path, sync: Sync) -> None:
    write(notes, "a.md", "<http://www.blog.dev/1/>")
    write(notes, "b.md", "<https://blog.dev/1?utm_source=x>")
    sync()
    assert sources(sessions)["https://blog.dev/1"].cited_url == "https://blog.dev/1?utm_source=x"
    write(notes, "a.md", "<http://www.blog.dev/1/>", "", "and [again](http://www.blog.dev:80/1)")

    sync(days=1)

    found = sources(sessions)
    assert list(found) == ["https://blog.dev/1"]
    assert found["https://blog.dev/1"].cited_url == "http://www.blog.dev:80/1"
    assert found["https://blog.dev/1"].host == "www.blog.dev"


def test_a_change_around_a_citation_does_not_spell_its_source_anew(sessions: Sessions, notes: Path, sync: Sync) -> None:
    write(notes, "a.md", "<http://www.blog.dev/1/>")
    write(notes, "b.md", "<https://blog.dev/1>")
    sync()
    write(notes, "a.md", "New words.", "", "<http://www.blog.dev/1/>")

    sync(days=1)

    assert sources(sessions)["https://blog.dev/1"].cited_url == "https://blog.dev/1"


def test_a_citation_with_an_unusable_url_is_kept_counted_and_never_due(
    sessions: Sessions, notes: Path, sync: Sync, now: datetime
) -> None:
    write(notes, "a.md", "[broken](https://blog.dev:99999/1)", "", "<https://blog.dev/1>")

    report = sync()

    assert (report.citations, report.invalid) == (2, 1)
    source = sources(sessions)["https://blog.dev:99999/1"]
    assert (source.verdict, source.due_at, source.host) == ("invalid", None, "")


@pytest.mark.parametrize(
    "url", ["https://", "http://[::1", "http://[::1]x/", "htps://blog.dev/1", "https:// blog.dev/1", "http://a..b"]
)
def test_whatever_makes_a_url_unusable_it_is_never_due(
    sessions: Sessions, notes: Path, sync: Sync, now: datetime, url: str
) -> None:
    write(notes, "a.md", f"[broken]({url})")

    report = sync()

    assert (report.citations, report.invalid) == (1, 1)
    with read_scope(sessions) as session:
        assert [(c.verdict, c.url) for c in failed_citations(session)] == [("invalid", url.replace(" ", "%20"))]
        assert store_status(session)["unusable"] == 1
        assert not due_source_ids(session, root=notes, now=now, refresh="all", splash=True)


def test_a_note_that_is_no_file_is_reported(notes: Path, sync: Sync) -> None:
    write(notes, "good.md", "<https://blog.dev/2>")
    (notes / "bad.md").symlink_to("nowhere.md")

    assert sync().unreadable == [("bad.md", "No such file or directory")]


def test_an_unreadable_note_is_reported_and_keeps_its_citations(sessions: Sessions, notes: Path, sync: Sync) -> None:
    write(notes, "good.md", "<https://blog.dev/2>")
    bad = write(notes, "bad.md", "<https://blog.dev/1>")
    sync()
    bad.write_bytes(b"\xff\xfe\x81 not text")

    report = sync(days=1)

    assert report.unreadable == [("bad.md", "neither UTF-8 nor CP949")]
    assert (report.notes, report.unchanged, report.read, report.gone, report.citations) == (2, 1, 0, 0, 2)
    assert len(citations(sessions)) == 2


def test_a_path_that_is_no_utf8_is_taken_in_once(sessions: Sessions, notes: Path, sync: Sync) -> None:
    (notes / os.fsdecode(b"\xb3\xeb.md")).write_text("<https://blog.dev/1>")
    sync()

    assert sync(days=1).unchanged == 1
    assert citations(sessions) == [("\\xb3\\xeb.md", "https://blog.dev/1", 1)]


def test_text_that_a_database_refuses_does_not_stop_a_sync(notes: Path, sync: Sync) -> None:
    write(notes, "a.md", "# A\x00title", "", "[la\x00bel](https://blog.dev/1) a\x00b")

    assert sync() == SyncReport(notes=1, read=1, citations=1, new_citations=1)
    write(notes, "a.md", "# A\x00title", "", "[la\x00bel](https://blog.dev/1) a\x00c")
    assert sync(days=1) == SyncReport(notes=1, read=1, citations=1)


def test_a_folder_that_is_not_there_and_an_empty_one_change_nothing(
    sessions: Sessions, tmp_path: Path, notes: Path, sync: Sync
) -> None:
    file = write(notes, "a.md", "<https://blog.dev/1>")
    sync()
    file.unlink()

    with pytest.raises(UsageError, match=f"no notes in {notes}"):
        sync(days=1)
    with pytest.raises(UsageError, match=f"no notes folder {tmp_path}/nowhere"):
        sync(days=1, root=tmp_path / "nowhere")
    assert len(citations(sessions)) == 1


def test_progress_goes_up_to_the_number_of_notes(notes: Path, sync: Sync) -> None:
    for number in range(600):
        write(notes, f"{number}.md", "nothing")
    heard: list[tuple[int, int]] = []
    sync(progress=lambda done, total: heard.append((done, total)))

    assert heard[0] == (0, 600)
    assert heard[-1] == (600, 600)
    assert heard == sorted(heard)


def test_many_notes_are_read_by_several_processes_with_the_same_outcome(
    sessions: Sessions, notes: Path, sync: Sync
) -> None:
    for number in range(MANY + 1):
        write(notes, f"{number:04}.md", f"# Note {number}", f"<https://blog.dev/{number}>", "<http://www.blog.dev/all>")

    report = sync()

    assert report == SyncReport(notes=MANY + 1, read=MANY + 1, citations=2 * MANY + 2, new_citations=2 * MANY + 2)
    assert len(sources(sessions)) == MANY + 2
    with read_scope(sessions) as session:
        paths = session.scalars(select(Note.path).order_by(Note.id)).all()
    assert paths == [f"{number:04}.md" for number in range(MANY + 1)]


# Syncs the folder, and is killed as kill -9 kills after the third batch is committed.
KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from crawler.storage import make_sessions, open_engine, sync_notes

def count(done, total):
    if done >= 750:
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    sync_notes(make_sessions(open_engine(sys.argv[1])), Path(sys.argv[2]), allowed_private_hosts="", ignore_urls="",
               now=datetime(2026, 3, 1, tzinfo=UTC), progress=count)
"""


def test_a_sync_that_was_killed_is_repaired_by_the_next(
    sessions: Sessions, database_url: str, notes: Path, sync: Sync, tmp_path: Path
) -> None:
    for number in range(1200):
        write(notes, f"{number:04}.md", f"<https://blog.dev/{number}>", "", "<https://blog.dev/all>")
    (tmp_path / "killed.py").write_text(KILLED)
    killed = subprocess.run(
        [sys.executable, tmp_path / "killed.py", database_url, notes],
        env={**os.environ, "PYTHONPATH": str(PROJECT_DIR)},
        check=False,
    )
    assert killed.returncode == -9
    assert 0 < len(citations(sessions)) < 2400

    report = sync(days=1)

    assert report.unchanged + report.read == 1200
    assert 0 < report.unchanged < 1200
    assert report.citations == 2400
    assert len(citations(sessions)) == len(set(citations(sessions))) == 2400
    assert sync(days=2) == SyncReport(notes=1200, unchanged=1200, citations=2400)


def test_what_is_written_outside_does_not_wait_for_a_sync(sessions: Sessions, notes: Path, sync: Sync) -> None:
    for number in range(600):
        write(notes, f"{number:04}.md", f"<https://blog.dev/{number}>")
    seen: list[int] = []

    def write_meanwhile(done: int, total: int) -> None:
        with session_scope(sessions) as session:
            seen.append(len(session.scalars(select(Note.id).with_for_update()).all()))

    sync(progress=write_meanwhile)

    assert seen[-1] == 600
