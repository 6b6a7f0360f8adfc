from __future__ import annotations

import random
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import make_url, select, text

from crawler.exceptions import DatabaseError
from crawler.settings import PROJECT_DIR
from crawler.storage import StoreError, make_sessions, open_engine, read_scope, session_scope, upgrade
from crawler.storage.records import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from crawler.storage import Sessions

SECRET = "s3cret"  # a password of the tests' own
MEND = "see that no other program holds it, that its disk has room and its server runs, then run this again"


def failure(url: str) -> str:
    """Return the line that the user reads when this database is used."""
    with pytest.raises(DatabaseError) as raised:
        upgrade(open_engine(url))
    message = str(raised.value)
    assert "\n" not in message
    return message


def test_a_relative_sqlite_path_is_taken_from_the_projects_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    engine = open_engine("sqlite:///data/some.db")

    assert engine.url.database == str(PROJECT_DIR / "data/some.db")


def test_the_folder_of_an_sqlite_file_is_made_at_its_first_use(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/a/b/refkeep.db")
    assert not (tmp_path / "a").exists()

    upgrade(engine)

    assert (tmp_path / "a/b/refkeep.db").is_file()
    engine.dispose()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "data/refkeep.db",
        "postgresql://user:pass@host:port/db",
        "nosuch:///x",
        "mysql://u:p@h/d",
        "sqlite+aiosqlite:///x.db",
        "postgresql+asyncpg://h/d",
        "postgresql+nosuch://h/d",
        "sqlite://",
        "sqlite:///:memory:",
    ],
)
def test_a_wrong_url_is_named_with_what_to_write_instead(url: str) -> None:
    message = failure(url)

    assert "DATABASE_URL" in message
    assert "write sqlite:///data/refkeep.db or postgresql://user:password@host/name" in message


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://refkeep:{SECRET}@127.0.0.1:1/db",
        f"postgresql://127.0.0.1:1/db?user=refkeep&password={SECRET}",
        f"postgresql://refkeep:{SECRET}@host:port/db",
        f"postgres ql://refkeep:{SECRET}@host/db",
        f"refkeep:{SECRET}@host/db",
        f"postgresql://refkeep:pa@{SECRET}@host/db",
        f"postgresql://refkeep:pa/{SECRET}@127.0.0.1:1/db",
        f"postgresql://refkeep:{SECRET}@127.0.0.1:1/db?nosuch=option",
        f"mysql://refkeep:{SECRET}@host/db",
    ],
)
def test_no_error_line_holds_a_password(url: str) -> None:
    assert SECRET not in failure(url)


def test_a_server_that_is_not_there_is_named_with_the_mend() -> None:
    message = failure(f"postgresql://refkeep:{SECRET}@127.0.0.1:1/db")

    assert "postgresql://refkeep:***@127.0.0.1:1/db" in message
    assert "Connection refused" in message
    assert "start the server or correct DATABASE_URL" in message


def test_a_user_that_the_server_refuses_is_named_without_the_password(postgres_url: str) -> None:
    url = make_url(postgres_url).set(username="nobody", password=SECRET)

    message = failure(url.render_as_string(hide_password=False))

    assert 'role "nobody" does not exist' in message
    assert SECRET not in message


def test_a_bare_at_sign_in_a_password_is_explained() -> None:
    assert "write it as %40" in failure(f"postgresql://refkeep:pa@{SECRET}@host/db")


def test_a_file_that_is_no_database_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("# Not a database, and long enough to have a header of one\n" * 5)
    before = file.read_bytes()

    message = failure(f"sqlite:///{file}")

    assert str(file) in message
    assert "file is not a database" in message
    assert file.read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    assert str(tmp_path) in failure(f"sqlite:///{tmp_path}")


def test_a_path_below_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    message = failure(f"sqlite:///{tmp_path}/file/refkeep.db")

    assert f"cannot make the folder {tmp_path}/file" in message


def test_sqlite_runs_with_a_write_ahead_log_and_foreign_keys(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/refkeep.db")
    with engine.connect() as connection:
        pragmas = {name: connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys")}
        timeout = connection.scalar(text("PRAGMA busy_timeout"))

    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1}
    assert timeout == 30_000
    engine.dispose()


def test_a_connection_that_the_server_ended_is_replaced(postgres_url: str) -> None:
    engine, other = open_engine(postgres_url), open_engine(postgres_url)
    sessions = make_sessions(engine)
    with read_scope(sessions) as session:
        pid = session.scalar(text("SELECT pg_backend_pid()"))
    with other.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})

    with read_scope(sessions) as session:
        assert session.scalar(text("SELECT pg_backend_pid()")) != pid
    engine.dispose()
    other.dispose()


def test_a_scope_commits_on_success(sessions: Sessions, add_source: Callable[..., int]) -> None:
    id_ = add_source("https://a.test/")

    with read_scope(sessions) as session:
        assert session.get_one(Source, id_).url == "https://a.test/"


def test_a_scope_rolls_back_on_an_error(sessions: Sessions, now: datetime) -> None:
    def add_and_fail() -> None:
        with session_scope(sessions) as session:
            session.add(Source(url="https://a.test/", cited_url="https://a.test/", host="a.test", first_seen_at=now))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()

    with read_scope(sessions) as session:
        assert session.scalars(select(Source)).all() == []


def test_a_time_without_a_zone_is_refused(sessions: Sessions, now: datetime) -> None:
    naive = now.replace(tzinfo=None)

    with pytest.raises(StoreError, match="a time without a zone"), session_scope(sessions) as session:
        session.add(Source(url="u", cited_url="u", host="", first_seen_at=naive))


def test_times_come_back_aware_and_in_utc(sessions: Sessions, add_source: Callable[..., int], now: datetime) -> None:
    id_ = add_source("https://a.test/", due_at=now)

    with read_scope(sessions) as session:
        due_at = session.get_one(Source, id_).due_at
    assert due_at == now
    assert due_at.utcoffset().total_seconds() == 0


def test_two_writers_that_read_first_both_succeed(sessions: Sessions, add_source: Callable[..., int]) -> None:
    id_ = add_source("https://a.test/")
    start = threading.Barrier(2)

    def count_up() -> None:
        start.wait()
        for _ in range(50):
            with session_scope(sessions) as session:
                source = session.scalars(select(Source).where(Source.id == id_).with_for_update()).one()
                source.failures += 1

    with ThreadPoolExecutor(2) as threads:
        for writer in [threads.submit(count_up) for _ in range(2)]:
            writer.result()

    with read_scope(sessions) as session:
        assert session.get_one(Source, id_).failures == 100


def test_a_reader_neither_waits_for_a_writer_nor_sees_half_of_what_it_does(
    sessions: Sessions, add_source: Callable[..., int]
) -> None:
    id_ = add_source("https://a.test/")

    with session_scope(sessions) as writer:
        writer.get_one(Source, id_).failures = 7
        writer.flush()
        with read_scope(sessions) as reader:
            seen = reader.get_one(Source, id_).failures

    assert seen == 0


def test_text_that_a_database_refuses_is_stored_without_it(sessions: Sessions, now: datetime) -> None:
    with session_scope(sessions) as session:
        source = Source(url="https://a.test/\x00\ud800", cited_url="한글\x00", host="a.test", first_seen_at=now)
        session.add(source)

    with read_scope(sessions) as session:
        source = session.scalars(select(Source)).one()
        assert (source.url, source.cited_url) == ("https://a.test/\ufffd\ufffd", "한글\ufffd")


def test_a_url_longer_than_an_index_can_hold_is_a_key_like_any_other(
    sessions: Sessions, add_source: Callable[..., int]
) -> None:
    noise = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=20_000))
    id_ = add_source(f"https://a.test/#{noise}")

    with read_scope(sessions) as session:
        assert session.get_one(Source, id_).url.endswith(noise)
    with pytest.raises(StoreError, match=r"(?i)unique"):
        add_source(f"https://a.test/#{noise}")


def test_a_database_that_can_only_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "refkeep.db"
    sqlite3.connect(file).close()

    message = failure(f"sqlite:///file:{file}?mode=ro&uri=true")

    assert "set DATABASE_URL" in message


def failing(sessions: Sessions, *statements: str) -> str:
    """Return the line that the user reads when a transaction of these statements fails."""
    with session_scope(sessions) as session:
        for statement in statements[:-1]:
            session.execute(text(statement))
        with pytest.raises(DatabaseError) as raised:
            session.execute(text(statements[-1]))
        session.rollback()
    return str(raised.value)


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "full.db"
    sessions = make_sessions(open_engine(f"sqlite:///{file}"))

    line = failing(
        sessions, "CREATE TABLE t (c)", "PRAGMA max_page_count = 1", "INSERT INTO t VALUES (zeroblob(100000))"
    )

    assert line == f"the database sqlite:///{file} does not go on: database or disk is full; {MEND}"


def test_a_lock_that_is_held_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.storage.engine.BUSY_TIMEOUT", 1)
    file = tmp_path / "locked.db"
    sessions = make_sessions(open_engine(f"sqlite:///{file}"))
    with read_scope(sessions), closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")

        line = failing(sessions, "SELECT 1")

    assert line == f"the database sqlite:///{file} does not go on: database is locked; {MEND}"
