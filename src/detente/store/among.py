"""Whether a column is one of many values, as a database takes them fastest."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ARRAY, Text, any_, bindparam


def among(column: Any, name: str, database: str) -> Any:
    """Return the condition that a column is one of the values that are given by a name when the query is asked.

    SQLite is told each of them, PostgreSQL a list, so that the query stays the same whatever their number.

    >>> from sqlalchemy import column
    >>> print(among(column("id"), "some", "postgresql"))
    id = ANY (:some)
    """
    if database == "postgresql":
        return column == any_(bindparam(name, type_=ARRAY(Text)))
    return column.in_(bindparam(name, expanding=True))
