"""Questions that are asked often. PostgreSQL's are put into words once, for that takes as long as some of the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ARRAY, Connection, Select, Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import psycopg

NOTHING: Mapping[str, Any] = {}
LISTS = "__[POSTCOMPILE_"  # as SQLAlchemy marks where lists of values go


def among(column: Any, name: str, database: str) -> Any:
    """Return the condition that a column is one of the values that are given by a name when the question is asked.

    SQLite is told each of them, PostgreSQL a list, so that the words are the same whatever their number. It takes rows from it,
    for it would look up how frequent each value of a bare list is, which takes longer than the answer.

    >>> from sqlalchemy import column
    >>> print(among(column("id"), "some", "postgresql"))
    id IN (SELECT unnest(:some) AS unnest_1)
    """
    if database == "postgresql":
        return column.in_(select(func.unnest(bindparam(name, type_=ARRAY(Text)))))
    return column.in_(bindparam(name, expanding=True))


def of_some(connection: Connection, some: Sequence[str], first: Any, *others: Any) -> Iterator[Any]:
    """Yield conditions that rows are of some documents; PostgreSQL is told so of each table, or it would read one of them whole."""
    yield first.in_(some)
    if connection.dialect.name == "postgresql":
        yield from (column.in_(some) for column in others)


def ask(connection: Connection, query: Select[Any], values: Mapping[str, Any] = NOTHING) -> Sequence[Any]:
    """Return the rows that answer a query which is made once; what its columns hold needs no changes behind a database."""
    found = _in_words(query) if connection.dialect.name == "postgresql" else None
    if found is None:
        return connection.execute(query, values).all()
    words, known = found
    return connection.exec_driver_sql(words, {**known, **values}).all()


@lru_cache(maxsize=32)
def _in_words(query: Select[Any]) -> tuple[str, Mapping[str, Any]] | None:
    """What PostgreSQL is told, and values that are known; nothing where a list of values still changes the words."""
    compiled = query.compile(dialect=psycopg.dialect())  # type: ignore[no-untyped-call]
    return None if LISTS in str(compiled) else (str(compiled), compiled.params)
