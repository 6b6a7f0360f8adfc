"""A real PostgreSQL for the tests, and a database on each of the two that are supported."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import make_url

from crawler.storage import open_engine, upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator

_numbers = count(1)


def _programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest version's."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    return folders[-1].parent if folders else None


@contextmanager
def _running_server(programs: Path, folder: Path) -> Iterator[str]:
    """Run a server on a unix socket in this folder. As root it runs as the user postgres: PostgreSQL refuses root."""
    user = "postgres" if os.getuid() == 0 else None
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    run_as = {"user": user, "group": user, "extra_groups": []} if user else {}
    data = folder / "data"
    initdb = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C", "-N"]
    subprocess.run(initdb, cwd=folder, stdout=subprocess.DEVNULL, check=True, **run_as)
    # setpriv: the server ends with the tests, however they end. Nothing on disk needs to outlive them.
    server = ["setpriv", "--pdeathsig", "INT", programs / "postgres", "-D", data, "-k", folder, "-F"]
    server += ["-c", "listen_addresses=", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]
    with (folder / "log").open("wb") as log, subprocess.Popen(server, cwd=folder, stderr=log, **run_as) as process:
        url = f"postgresql://postgres@/postgres?host={folder}"
        try:
            _wait_for(url, process, folder / "log")
            yield url
        finally:
            process.send_signal(signal.SIGINT)  # "fast": does not wait for clients


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"PostgreSQL does not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Yield the URL of a PostgreSQL server's own database, as its superuser."""
    programs = _programs()
    if programs is None:
        message = "no PostgreSQL: install Debian's package postgresql"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    # Not pytest's own folder: the server's user could not enter it, and a socket's path may have 107 bytes.
    with (
        tempfile.TemporaryDirectory(prefix="refkeep-pg-", ignore_cleanup_errors=True) as folder,
        _running_server(programs, Path(folder)) as url,
    ):
        yield url


def _sql(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]


def _migrated(url: str) -> str:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an SQLite file with the schema and no rows."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    _migrated(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> str:
    """Return the name of a PostgreSQL database with the schema and no rows."""
    _sql(postgres_url, "CREATE DATABASE template_refkeep")
    _migrated(_database(postgres_url, "template_refkeep"))
    return "template_refkeep"


def _database(postgres_url: str, name: str) -> str:
    return make_url(postgres_url).set(database=name).render_as_string(hide_password=False)


@contextmanager
def _new_postgres_database(postgres_url: str, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    _sql(postgres_url, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _database(postgres_url, name)
    _sql(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the URL of a database of the test's own, with the schema and no rows; once on each kind of database."""
    if request.param == "sqlite":
        file = tmp_path / "refkeep.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite:///{file}"
        return
    template = request.getfixturevalue("postgres_template")
    with _new_postgres_database(request.getfixturevalue("postgres_url"), template) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the URL of a database in which there is nothing yet; once on each kind of database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'refkeep.db'}"
        return
    with _new_postgres_database(request.getfixturevalue("postgres_url"), "template1") as url:
        yield url
