"""How rows are inserted: the words of a statement are made once a table, and a row costs what the database needs for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import psycopg

Row = Mapping[str, Any]


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, their values as the database takes them; what another writer was quicker to insert stays as it is."""
    if not rows:
        return
    words, in_order = _insertion(table, connection.dialect.name)
    names = table.columns.keys()
    if in_order:
        connection.exec_driver_sql(words, [tuple([row.get(name) for name in names]) for row in rows])
    else:
        connection.exec_driver_sql(words, [{name: row.get(name) for name in names} for row in rows])


@cache
def _insertion(table: Table, database: str) -> tuple[str, bool]:
    """What a database is told, and whether it takes values in the order of the columns, not by name."""
    if database == "postgresql":
        return str(postgresql.insert(table).on_conflict_do_nothing().compile(dialect=psycopg.dialect())), False  # type: ignore[no-untyped-call]
    return str(sqlite.insert(table).on_conflict_do_nothing().compile(dialect=sqlite.dialect())), True
