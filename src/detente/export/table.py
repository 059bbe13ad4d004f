"""A table as a Python user holds it: read from the store when it is asked for, and given on as Arrow, rows or HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import islice
from typing import Any

from .columns import Column
from .rows import Row

SHOWN = 20  # rows in a notebook
LONGEST = 60  # characters of a cell there


class Table:
    """A table of a store. pandas, polars, DuckDB and pyarrow take it as it is: `polars.DataFrame(corpus.claims())`."""

    def __init__(self, name: str, columns: tuple[Column, ...], rows: Callable[[], Iterator[Row]]) -> None:
        self.name, self._columns, self._rows = name, columns, rows

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self._columns]

    def __iter__(self) -> Iterator[Row]:
        return self._rows()

    def to_rows(self) -> list[Row]:
        """Return plain rows: `pandas.DataFrame(table.to_rows())`."""
        return list(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the table on as a stream of Arrow; needs pyarrow."""
        from .arrow import reader_of

        return reader_of(self._rows(), self._columns).__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        """Return the first rows for a notebook."""
        rows = list(islice(self, SHOWN + 1))
        head = "".join(f'<th scope="col" title="{escape(each.holds)}">{escape(each.name)}</th>' for each in self._columns)
        body = "".join(f"<tr>{''.join(_cell(row[name]) for name in self.columns)}</tr>" for row in rows[:SHOWN])
        more = f"; the first {SHOWN} rows" if len(rows) > SHOWN else ""
        return f"<table><caption>{escape(self.name)}{more}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    text = "" if value is None else "; ".join(value) if isinstance(value, list) else str(value)
    return f"<td>{escape(text if len(text) <= LONGEST else text[: LONGEST - 1] + '…')}</td>"
