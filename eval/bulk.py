"""A large store for measuring: some documents, taken into account as `detente add` does, and loaded again and again under later days."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from parts import Whole
from sqlalchemy import (
    Connection,
    Integer,
    Table,
    Text,
    case,
    cast,
    create_engine,
    func,
    insert,
    make_url,
    select,
    update,
)

from detente.store import open_store
from detente.store.derived import counts, unsettled
from detente.store.newest import INDEX_ON_SERVER
from detente.store.passages import DAY_BITS
from detente.store.tables import clusters, documents, metadata, pairs, parties, passages, positions, sources, statements

MADE = 2_000  # documents that are made
YEARS, DAYS = 12, 4383  # after which they are loaded again
IDS, DATES = {"document_id", "cluster", "utterance", "source"}, {"day", "published", "held_on", "said_on"}
AT_ONCE = 500  # documents that are loaded together
MEMORY = 1 << 20  # kibibytes that a database may take while it is loaded
SETTINGS = ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{MEMORY}")
DROP_TERMS = "DROP INDEX passages_terms_idx"
SERVER_SETTINGS = ("session_replication_role = replica", f"maintenance_work_mem = {MEMORY}")  # the first: references are not looked at


def fill(url: str, number: int, make: Callable[[int], Sequence[Whole]]) -> None:
    """Make a store of so many documents unless it is there; `make` makes those that are loaded again and again."""
    with open_store(url, make=True) as store:
        if store.status().documents:
            return
        start, made = perf_counter(), min(number, MADE)
        with store._writer.begin() as connection:
            _load(connection, iter(make(made)))
        print(f"{store.where}: {made:,} documents loaded in {perf_counter() - start:.0f} s", end=", ", flush=True)
        start = perf_counter()
        store.maps.settle()
        print(f"taken into account for maps in {perf_counter() - start:.0f} s", end=", ", flush=True)
    start = perf_counter()
    with _loading(url) as connection:
        _repeat(connection, number // made)
    with open_store(url) as store:
        found = store.status()
    print(f"and repeated in {perf_counter() - start:.0f} s: {sum(found.documents.values()):,} documents, {found.statements:,} statements\n", flush=True)


def _load(connection: Connection, whole: Iterator[Whole]) -> None:
    """Load documents; none is a copy of another."""
    while some := tuple(itertools.islice(whole, AT_ONCE)):
        rows = {
            documents: [each.made.document for each in some], sources: [each.made.source for each in some],
            passages: [row for each in some for row in each.made.passages],
            statements: [row for each in some for row in each.statements], positions: [row for each in some for row in each.positions],
            parties: [row for each in some for row in each.parties], pairs: [row for each in some for row in each.pairs],
            clusters: [{"document_id": each.made.document["id"], "cluster": each.made.document["id"]} for each in some],
            unsettled: [{"kind": "document", "key": each.made.document["id"]} for each in some],
        }  # fmt: skip
        for name, each in rows.items():
            connection.execute(insert(name), each)


@contextmanager
def _loading(url: str) -> Iterator[Connection]:
    """A connection for one who is alone: nothing is kept for the case of a failure; a server tidies up in the end, as it does by itself in time."""
    is_server = not url.startswith("sqlite")
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg") if is_server else url)
    with engine.connect() as connection:
        for setting in SERVER_SETTINGS if is_server else SETTINGS:
            connection.exec_driver_sql(f"SET {setting}" if is_server else f"PRAGMA {setting}")
        yield connection
        connection.commit()
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE" if is_server else "ANALYZE")
    engine.dispose()


def _repeat(connection: Connection, times: int) -> None:
    """Load what is there again, under other ids and so many years later that nothing in it is the same utterance.

    So sums are as many times as large, and who is one stays as it is. Ids of one time stand together, so that a table is
    written from its beginning to its end; its indexes are made behind it.
    """
    for each in (documents, sources, *(each for each in metadata.sorted_tables if "document_id" in each.c and each is not sources)):
        for index in each.indexes:
            index.drop(connection)
        _index_terms(connection, each, DROP_TERMS)
        _again(connection, each, range(1, times))
        for index in each.indexes:
            index.create(connection)
        _index_terms(connection, each, INDEX_ON_SERVER)
        connection.commit()
    connection.execute(update(counts).values(number=counts.c.number * times))


def _index_terms(connection: Connection, table: Table, command: str) -> None:
    if table is passages and connection.dialect.name == "postgresql":
        connection.exec_driver_sql(command)


def _again(connection: Connection, table: Table, times: Iterable[int]) -> None:
    names = [column.name for column in table.columns]
    among = (table.c.id if table is documents else table.c.document_id) < f"{1:02}/"
    for time in times:
        connection.execute(insert(table).from_select(names, select(*(_later(table, column, time) for column in table.columns)).where(among)))


def _later(table: Table, column: Any, time: int) -> Any:
    if table is passages and column.name == "id":
        return column + (time * DAYS << DAY_BITS)
    if column.name in IDS or column.name == "id":
        return case((column == "", ""), else_=f"{time:02}/" + column)
    if column.name in DATES:
        year = cast(cast(func.substr(column, 1, 4), Integer) + time * YEARS, Text)
        return case((column == "", ""), else_=year + func.substr(column, 5))
    return column
