"""Stores on both databases, and readings of invented articles with invented officials to keep in them."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from detente.api import read
from detente.pipeline import weigh_pairs
from detente.records import FailedReading, Reading
from detente.store import Source, Store, open_store
from detente.store.rows import parts_of
from detente.store.tables import metadata
from detente.store.write import IN_A_DOCUMENT, number

from .server import programs, server

TEXTS = {
    "/news/a.txt": "俄美谈军控\n2031-03-04 09:30　来源:环球网\n\n俄方3月3日表示,俄方愿意同美方恢复军控谈判。美方表示,美方反对俄方的贸易做法。\n",
    "/news/b.txt": "Norway and Iceland meet\n\n21 May 2031\n\nNorway's foreign minister, Halvor Strand, said Norway rejects the fishing quota for mackerel. "
    "Iceland's foreign minister, Birna Hauksdottir, said Iceland was ready to discuss fish.\n",
    "/news/old/c.txt": "Министры встретились\n\n5 марта 2030\n\nГлава МИД Армении Тигран Овсепян заявил, что Армения готова к переговорам "
    "с Грузией о железной дороге. МИД Грузии заявил, что отвергает обвинения Армении.\n",
}
FRESH = itertools.count()


@pytest.fixture(scope="session")
def readings() -> dict[str, Reading]:
    """Return the readings of the articles by source."""
    found = {source: read(text) for source, text in TEXTS.items()}
    assert all(isinstance(reading, Reading) and reading.statements for reading in found.values())
    return {source: reading for source, reading in found.items() if isinstance(reading, Reading)}


@pytest.fixture(scope="session")
def failed() -> FailedReading:
    """Return what could not be read."""
    found = read(b"\x00\x01\x02")
    assert isinstance(found, FailedReading)
    return found


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start a server once; yields the address of a database."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed here (Debian: postgresql), so stores on it are not tested")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, server(Path(folder)) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database, of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    return fresh_database(request.getfixturevalue("postgresql"))


def fresh_database(url: str) -> str:
    """Make a database on a server; returns its address."""
    import psycopg

    name = f"detente{next(FRESH)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return url.rpartition("/")[0] + "/" + name


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(url, make=True) as opened:
        yield opened


@pytest.fixture
def keep(store: Store, readings: dict[str, Reading]) -> Callable[..., list[str]]:
    """Return a function that writes readings, all or those of some sources, and returns what became of each."""

    def write(*sources: str) -> list[str]:
        wanted = sources or tuple(readings)
        return [store.write(readings[name], source_of(name), weigh_pairs(readings[name].statements)) for name in wanted]

    return write


def source_of(name: str) -> Source:
    """Return a source with a hash that its name gives."""
    return Source(name, name.encode().hex())


def fill_tables(engine: Engine, readings: dict[str, Reading]) -> None:
    """Keep readings in a database of whatever version, in the tables and columns that it has."""
    told = inspect(engine)
    columns = {table: {column["name"] for column in told.get_columns(table)} for table in told.get_table_names()}
    with engine.begin() as connection:
        for source, reading in readings.items():
            parts = parts_of(reading, weigh_pairs(reading.statements))
            tables = {"documents": [parts.document]} | {t.name: rows for t, rows in zip(IN_A_DOCUMENT, parts[1:], strict=True)}
            tables["sources"] = [{"source": source, "sha256": "", "document_id": reading.document.id}]
            tables["unsettled"] = [{"kind": "document", "key": reading.document.id}]
            for name in columns.keys() & tables.keys() & {"passages"}:
                tables[name] = number(connection, tables[name])
            for name in (name for name in tables if name in columns):
                rows = [{key: value for key, value in row.items() if key in columns[name]} for row in tables[name]]
                if rows:
                    connection.execute(metadata.tables[name].insert(), rows)
