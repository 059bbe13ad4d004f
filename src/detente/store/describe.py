"""The tables of a store in words, as `docs/schema.md` has them: `python -m detente.store.describe`."""

from __future__ import annotations

from sqlalchemy import Column, Table

from . import derived

HEAD = """# The tables of a store

Made from `store/tables.py` and `store/derived.py`; a test compares the two. Types are those of SQL as SQLAlchemy names them.
"""


def describe() -> str:
    """Return every table with every column.

    >>> "| `sha256` | TEXT | needed | hash of the bytes that were found there |" in describe()
    True
    """
    return HEAD + "".join(map(_table, derived.metadata.sorted_tables))


def _table(table: Table) -> str:
    rows = "\n".join(map(_row, table.columns))
    return f"\n## {table.name}: {table.info['holds']}\n\n| column | type | | holds |\n|---|---|---|---|\n{rows}\n"


def _row(column: Column[object]) -> str:
    refers = ", ".join(sorted(f"key of `{key.column.table.name}`" for key in column.foreign_keys))
    kind = "key" if column.primary_key else "" if column.nullable else "needed"
    return f"| `{column.name}` | {column.type} | {', '.join(filter(None, (kind, refers)))} | {column.doc} |"


if __name__ == "__main__":
    import sys

    sys.stdout.write(describe())
