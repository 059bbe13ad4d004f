"""Questions that are asked often. PostgreSQL's are put into words once, for that takes as long as some of the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ARRAY, Connection, Select, Text, any_, bindparam
from sqlalchemy.dialects.postgresql import psycopg

NOTHING: Mapping[str, Any] = {}


def among(column: Any, name: str, database: str) -> Any:
    """Return the condition that a column is one of the values that are given by a name when the question is asked.

    SQLite is told each of them, PostgreSQL a list, so that the words are the same whatever their number.

    >>> from sqlalchemy import column
    >>> print(among(column("id"), "some", "postgresql"))
    id = ANY (:some)
    """
    if database == "postgresql":
        return column == any_(bindparam(name, type_=ARRAY(Text)))
    return column.in_(bindparam(name, expanding=True))


def ask(connection: Connection, query: Select[Any], values: Mapping[str, Any] = NOTHING) -> Sequence[Any]:
    """Return the rows that answer a query which is made once; its columns are such that a database's values need no changes."""
    if connection.dialect.name != "postgresql":
        return connection.execute(query, values).all()
    words, known = _in_words(query)
    return connection.exec_driver_sql(words, {**known, **values}).all()


@lru_cache(maxsize=32)
def _in_words(query: Select[Any]) -> tuple[str, Mapping[str, Any]]:
    compiled = query.compile(dialect=psycopg.dialect())  # type: ignore[no-untyped-call]
    return str(compiled), compiled.params
