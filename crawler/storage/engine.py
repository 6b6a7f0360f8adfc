"""The way to the database: an engine made from `DATABASE_URL`, with one line for each way in which that can fail."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from crawler.exceptions import DatabaseError
from crawler.settings import PROJECT_DIR

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine, ExceptionContext

POOL_SIZE = 5
POOL_RECYCLE = 1800  # seconds: below the idle limits of the usual proxies and firewalls
CONNECT_TIMEOUT = 10  # seconds; psycopg's own is 130
BUSY_TIMEOUT = 30_000  # milliseconds that a writer of SQLite waits for the one before it

EXAMPLES = "sqlite:///data/refkeep.db or postgresql://user:password@host/name"

_OPTIONS: dict[str, Any] = {
    "hide_parameters": True,  # they hold whole pages: an error must not carry them into a log line
    "json_serializer": partial(json.dumps, ensure_ascii=False),
}


def open_engine(url: str) -> Engine:
    """Return an engine for an SQLAlchemy URL of SQLite or PostgreSQL. Nothing is connected or made yet.

    Raises DatabaseError, now for a wrong URL and at the first use for a database that cannot be opened or reached.
    """
    address = _parse(url)
    try:
        engine = _open_sqlite(address) if address.get_backend_name() == "sqlite" else _open_server(address)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise DatabaseError(f"DATABASE_URL {_shown(address)} cannot be used ({error}); write {EXAMPLES}") from None
    if engine.dialect.is_async:
        raise DatabaseError(f"DATABASE_URL {_shown(address)} names an asynchronous driver; write {EXAMPLES}")
    event.listen(engine, "handle_error", partial(_explain, address))
    return engine


def _parse(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        # What cannot be read as a URL may hold a password anywhere.
        scheme, separator, _ = url.partition("://")
        shown = f"{scheme if separator else ''}{separator}…" if {"@", "?"} & set(url) else url
        raise DatabaseError(f"DATABASE_URL {shown!r} is no database URL; write {EXAMPLES}") from None
    if "@" in (address.host or ""):
        raise DatabaseError("the password in DATABASE_URL holds a bare @; write it as %40, and / as %2F")
    if address.get_backend_name() not in {"sqlite", "postgresql"}:
        raise DatabaseError(f"DATABASE_URL {_shown(address)} is neither SQLite nor PostgreSQL; write {EXAMPLES}")
    return address


def _shown(address: URL) -> str:
    """Return the URL without its secrets: the password, and the query, which may hold another."""
    return address.set(query={}).render_as_string(hide_password=True)


def _open_server(address: URL) -> Engine:
    timeout = {} if "connect_timeout" in address.query else {"connect_timeout": CONNECT_TIMEOUT}
    return create_engine(
        address,
        pool_pre_ping=True,
        pool_size=POOL_SIZE,
        pool_recycle=POOL_RECYCLE,
        connect_args=timeout,
        **_OPTIONS,
    )


def _open_sqlite(address: URL) -> Engine:
    if address.database in {None, "", ":memory:"}:
        raise DatabaseError(f"DATABASE_URL {_shown(address)} names no file; write {EXAMPLES}")
    if str(address.database).startswith("file:"):  # SQLite's own URI: taken as it is
        engine = create_engine(address, **_OPTIONS)
    else:
        file = PROJECT_DIR / str(address.database)
        engine = create_engine(address.set(database=str(file)), **_OPTIONS)
        event.listen(engine, "do_connect", partial(_make_folder, file.parent))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def sqlite_file(engine: Engine) -> Path | None:
    """Return the file of an SQLite engine, whether it is there or not; None for a server."""
    if engine.url.get_backend_name() != "sqlite":
        return None
    name = str(engine.url.database)
    return Path(unquote(urlsplit(name).path) if name.startswith("file:") else name)


def _make_folder(folder: Path, *_: object) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DatabaseError(f"cannot make the folder {folder} of the database: {reason}; set DATABASE_URL") from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin transactions of its own, deferred ones
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
    _use_wal(connection)
    connection.execute("PRAGMA synchronous = NORMAL")  # safe under WAL: a power cut loses commits, never the file
    connection.execute("PRAGMA foreign_keys = ON")


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging. For this SQLite does not wait by itself while another does the same."""
    deadline = time.monotonic() + BUSY_TIMEOUT / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """Begin as a writer, unless the connection only reads.

    A deferred transaction that reads and then writes fails at once with "database is locked", whatever the timeout:
    https://www.sqlite.org/lang_transaction.html
    """
    reads = connection.get_execution_options().get("read_only")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _explain(address: URL, context: ExceptionContext) -> None:
    """Turn the driver's error into the user's line, where no connection comes or the database itself is what fails.

    Errors of one statement stay, and those of the pool's ping.
    """
    if context.is_pre_ping or not (context.connection is None or _is_of_database(context)):
        return
    reason = " ".join(str(context.original_exception).split())
    if address.password:
        reason = re.sub(rf"(?<!\w){re.escape(str(address.password))}(?!\w)", "***", reason)
    if context.connection is not None:
        mend = "see that no other program holds it, that its disk has room and its server runs, then run this again"
        raise DatabaseError(f"the database {_shown(address)} does not go on: {reason}; {mend}")
    if address.get_backend_name() == "sqlite":
        mend = "set DATABASE_URL to an SQLite file in a folder that can be written to"
    else:
        mend = "start the server or correct DATABASE_URL"
    raise DatabaseError(f"cannot open the database {_shown(address)}: {reason}; {mend}")


def _is_of_database(context: ExceptionContext) -> bool:
    """Tell a full disk, a lock that is held, a server that ends from what is wrong with a statement or its values."""
    error = context.original_exception
    is_undone = str(getattr(error, "sqlstate", "")).startswith("40")  # two transactions in each other's way: PostgreSQL
    is_statement = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR  # no such table: SQLite
    return isinstance(error, context.dialect.loaded_dbapi.OperationalError) and not (is_undone or is_statement)
