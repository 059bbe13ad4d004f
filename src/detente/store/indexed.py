"""Whether what is searched is what is kept."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from detente.records import Reading

from .matching import CHECK, FORMS
from .passages import DAY_BITS
from .rows import searched
from .tables import passages


def check_index(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with SQLite's index: whether it has the terms of the passages, and no others."""
    try:
        connection.exec_driver_sql(CHECK)
    except DatabaseError:
        yield "index: it is damaged; take the last backup, or add the articles to a new store"


def is_indexed(connection: Connection, reading: Reading) -> bool:
    """Return whether the passages of an article are what this version makes of it."""
    columns = passages.c
    query = select(columns.id, columns.place, columns.statement, columns.start, columns.stop, columns.terms)
    rows = connection.execute(query.where(columns.document_id == reading.document.id).order_by(columns.place))
    readable = FORMS[connection.dialect.name].words
    kept = [(row.id >> DAY_BITS, row.place, row.statement, row.start, row.stop, readable(row.terms)) for row in rows]
    return kept == [
        (row["id"] >> DAY_BITS, row["place"], row["statement"], row["start"], row["stop"], sorted((*row["terms"].words, *set(row["terms"].marks))))
        for row in searched(reading)
    ]
