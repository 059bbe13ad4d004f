"""How a database is opened: SQLite in a file with a write-ahead log, or PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from .failure import StoreError

WAIT = 60  # seconds for which a writer waits for another
WRITES = "detente_writes"
TURN = 0x6465_7465_6E74_65  # the key of the lock that writers on PostgreSQL take: "detente"
FORMS = "sqlite:///store.sqlite or postgresql://user@host/database"
CACHE = 32 << 10  # kibibytes a connection
JOURNAL = 8000  # pages, 32 MB; a page that many articles write to goes from there into the file once for all of them
SETTINGS = (
    "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "secure_delete = ON", f"busy_timeout = {WAIT * 1000}",
    f"cache_size = -{CACHE}", f"wal_autocheckpoint = {JOURNAL}",
)  # fmt: skip


def engine_of(url: str) -> Engine:
    """Return the engine of a store's address; nothing is opened yet.

    Raises `StoreError` for an address that is none, or of a database that is not supported or not installed.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(f"{url}: this is no address of a store; give {FORMS}") from None
    if parsed.drivername == "postgresql":
        return _postgresql(url)
    if parsed.drivername != "sqlite":
        raise StoreError(f"{parsed.drivername}: no such kind of store; give {FORMS}")
    engine = create_engine(parsed)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _postgresql(url: str) -> Engine:
    try:
        engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    except (ModuleNotFoundError, NoSuchModuleError):
        raise StoreError("a store on PostgreSQL needs psycopg: pip install 'detente[postgresql]'") from None
    event.listen(engine, "connect", _set_up_server)
    event.listen(engine, "begin", _take_turns)
    return engine


def _set_up_server(connection: Any, _: object) -> None:
    """What is asked is short: to compile it takes longer than to do it, and to plan it as long, so what is asked twice is kept."""
    connection.prepare_threshold = 1
    connection.autocommit = True
    connection.execute("SET jit = off")
    connection.autocommit = False


def _take_turns(connection: Connection) -> None:
    """One writer at a time, as on SQLite: two that put copies of one report into clusters must see each other's."""
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")


def sqlite_file(engine: Engine) -> Path | None:
    """Return the file of a store on SQLite."""
    return Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None


def _set_up(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions are begun below
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    """A writer says so at once: two that both read first could not both go on."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
