"""The tables that are exported: their columns, each with a type and what it holds."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from detente.resources.load import DATA, DataError, load_tsv

FILE = DATA / "export" / "columns.tsv"
FIELDS = ("table", "column", "type", "holds", "example")
TYPES = ("string", "integer", "number", "boolean", "list")


class Column(NamedTuple):
    """A column: its name, its type (one of `TYPES`), what it holds and an example."""

    name: str
    type: str
    holds: str
    example: str


@cache
def tables() -> dict[str, tuple[Column, ...]]:
    """Return the columns of tables by name, in order.

    >>> list(tables()), tables()["claims"][0].name
    (['documents', 'statements', 'claims', 'events'], 'statement_id')
    """
    found: dict[str, tuple[Column, ...]] = {}
    for row in load_tsv(FILE, FIELDS):
        if row["type"] not in TYPES:
            raise DataError(f"{FILE}: {row['table']}.{row['column']}: no type {row['type']!r}; there are {', '.join(TYPES)}")
        column = Column(row["column"], row["type"], row["holds"], row["example"])
        found[row["table"]] = (*found.get(row["table"], ()), column)
    return found
