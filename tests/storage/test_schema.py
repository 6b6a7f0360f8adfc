from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text

from crawler.exceptions import DatabaseError
from crawler.settings import PROJECT_DIR
from crawler.storage import StoreError, make_sessions, open_engine, upgrade
from crawler.storage.migrate import MIGRATIONS
from crawler.storage.records import Base, Page, Snapshot
from crawler.storage.schema import HEAD, read_revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine


_STATED: dict[str, Any] = {
    **dict.fromkeys(("text", "markdown", "html"), "글"),
    "authors": [],
    "images": [],
    "raw": {},
    "quality": 0.5,
    "quality_reasons": ["thin"],
    "rules": "1",
    "renderer": "http",
    "final_url": "https://a.test/",
    "content_hash": "a" * 64,
}


@pytest.fixture
def empty_engine(empty_database_url: str) -> Iterator[Engine]:
    engine = open_engine(empty_database_url)
    yield engine
    engine.dispose()


def schema(engine: Engine) -> dict[str, list[str]]:
    """Return every table with its columns."""
    found = inspect(engine)
    return {table: sorted(column["name"] for column in found.get_columns(table)) for table in found.get_table_names()}


def test_an_empty_database_gets_the_whole_schema(empty_engine: Engine) -> None:
    upgrade(empty_engine)

    assert set(schema(empty_engine)) == {*Base.metadata.tables, "alembic_version"}
    with empty_engine.connect() as connection:
        assert read_revision(connection) == HEAD


def test_the_records_and_the_migrations_agree(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_every_constraint_has_the_name_of_the_convention(engine: Engine) -> None:
    found = inspect(engine)
    names = {key["name"] for table in Base.metadata.tables for key in found.get_foreign_keys(table)}
    names |= {found.get_pk_constraint(table)["name"] for table in Base.metadata.tables}
    names |= {unique["name"] for table in Base.metadata.tables for unique in found.get_unique_constraints(table)}

    assert names == {
        str(constraint.name) for table in Base.metadata.tables.values() for constraint in table.constraints
    }


def test_the_head_in_the_code_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_an_older_database_is_brought_up(engine: Engine) -> None:
    whole = schema(engine)
    alembic(engine, "downgrade", "base")
    assert set(schema(engine)) == {"alembic_version"}

    upgrade(engine)

    assert schema(engine) == whole


def test_a_snapshot_of_an_older_schema_is_kept(engine: Engine, add_source: Callable[..., int]) -> None:
    page = Page(hash="a", size=0, body=b"")
    snapshot = Snapshot(source_id=add_source("https://a.test/"), page=page, taken_at=datetime(2026, 3, 1, tzinfo=UTC))
    for name, value in _STATED.items():
        setattr(snapshot, name, value)
    with make_sessions(engine)() as session, session.begin():
        session.add(snapshot)
    alembic(engine, "downgrade", "0001")

    upgrade(engine)

    with make_sessions(engine)() as session:
        kept = session.scalars(select(Snapshot)).one()
        assert (kept.markdown, kept.quality, kept.quality_reasons) == ("글", 0.5, None)


def test_several_that_start_at_once_bring_up_one_schema(empty_database_url: str) -> None:
    def start(_: int) -> None:
        engine = open_engine(empty_database_url)
        upgrade(engine)
        engine.dispose()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(start, range(4)))

    engine = open_engine(empty_database_url)
    assert set(schema(engine)) == {*Base.metadata.tables, "alembic_version"}
    engine.dispose()


def test_several_processes_that_start_at_once_bring_up_one_schema(empty_database_url: str) -> None:
    code = f"from crawler.storage import open_engine, upgrade; upgrade(open_engine({empty_database_url!r}))"
    started = [subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT_DIR) for _ in range(3)]

    assert [process.wait() for process in started] == [0, 0, 0]


def test_a_newer_database_is_named_and_left_as_it_is(
    engine: Engine, add_source: Callable[..., int], database_url: str
) -> None:
    add_source("https://a.test/")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'f00d'"))
    before = schema(engine)

    with pytest.raises(DatabaseError, match=r"is newer than this Refkeep: it is at f00d.*bring Refkeep up to date"):
        upgrade(engine)

    assert schema(engine) == before
    with engine.connect() as connection:
        assert read_revision(connection) == "f00d"


def test_another_programs_database_is_named_and_left_as_it_is(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        connection.execute(text("CREATE TABLE notes (body TEXT)"))

    with pytest.raises(DatabaseError, match=r"holds a table “notes” of another program; set DATABASE_URL"):
        upgrade(empty_engine)

    assert schema(empty_engine) == {"notes": ["body"]}


def test_a_migration_that_fails_leaves_nothing_behind(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        connection.execute(text("CREATE TABLE ix_snapshots_page_id (clash TEXT)"))  # an index of the last table's

    with pytest.raises(StoreError, match="ix_snapshots_page_id"):
        upgrade(empty_engine)

    assert schema(empty_engine) == {"ix_snapshots_page_id": ["clash"]}


def test_a_database_at_the_head_is_passed_without_loading_alembic(database_url: str) -> None:
    code = (
        "import sys; from crawler.storage import open_engine, upgrade; "
        f"upgrade(open_engine({database_url!r})); print('alembic' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT_DIR, capture_output=True, text=True, check=True
    ).stdout

    assert said == "False\n"


def test_alembics_own_commands_work_from_the_projects_folder(empty_engine: Engine) -> None:
    alembic(empty_engine, "upgrade", "head")

    assert HEAD in alembic(empty_engine, "current")
    assert "No new upgrade operations detected" in alembic(empty_engine, "check")
    assert "CREATE TABLE citations" in alembic(empty_engine, "upgrade", "head", "--sql")


def alembic(engine: Engine, *arguments: str) -> str:
    """Run Alembic as its user does, and return what it prints."""
    url = engine.url.render_as_string(hide_password=False)
    ran = subprocess.run(
        [sys.executable, "-m", "alembic", *arguments],
        cwd=PROJECT_DIR,
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout
