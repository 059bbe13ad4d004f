"""Opening a store at an address, and bringing it up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Engine

from .base import Store, name_of
from .connect import engine_of, sqlite_file
from .failure import StoreError, told
from .versions import Tell, check_known, check_version, newest, upgrade, version_of


def default_url() -> str:
    """Return the address of the store that is used when none is named: a file in the user's data folder."""
    return f"sqlite:///{user_data_path('detente', appauthor=False) / 'store.sqlite'}"


def upgrade_store(url: str, tell: Tell = lambda done, total: None) -> tuple[str | None, str]:
    """Bring the tables of a store up to date; returns the versions before and after.

    `tell` is told of how many articles how many are done, where something must be found in them anew.

    Raises `StoreError` for a store that is not there, or newer than the program.
    """
    with _disposed(engine_of(url)) as engine, told(where := name_of(engine)):
        if file := sqlite_file(engine):
            _find_file(file, make=False)
        with engine.connect() as connection:
            before = version_of(connection)
        check_known(before, where)
        upgrade(engine, tell=tell)
    return before, newest()


def open_store(url: str = "", *, make: bool = False) -> Store:
    """Return the store at an address (none: the default one); with `make`, a missing one is made.

    Raises `StoreError` for an address that is none, a store that is not there, and one of another version.

    >>> with open_store("sqlite://", make=True) as store:
    ...     store.status().statements
    0
    """
    engine = engine_of(url or default_url())
    try:
        _prepare(engine, make=make)
    except StoreError:
        engine.dispose()
        raise
    return Store(engine)


def _prepare(engine: Engine, *, make: bool) -> None:
    where = name_of(engine)
    with told(where):
        file = sqlite_file(engine)
        if file and file.name:
            _find_file(file, make=make)
        with engine.connect() as connection:
            there = version_of(connection) is not None
            if there:
                check_version(connection, where)
        if not there and not make:
            raise StoreError(f"{where}: there is no store; `detente add` makes one")
        if not there:
            upgrade(engine)


@contextmanager
def _disposed(engine: Engine) -> Iterator[Engine]:
    """An engine whose connections are closed in the end."""
    try:
        yield engine
    finally:
        engine.dispose()


def _find_file(file: Path, *, make: bool) -> None:
    if make:
        file.parent.mkdir(parents=True, exist_ok=True)
    elif not file.is_file():
        raise StoreError(f"{file}: there is no store; `detente add` makes one")
