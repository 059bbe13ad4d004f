"""CSV as RFC 4180 has it, in UTF-8: a first line with the names of columns; what a spreadsheet would run is defused."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from detente.text.cells import defused

from .rows import Row

BETWEEN = "; "  # what stands in one cell


def csv_lines(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """Yield rows as lines, the names of columns first.

    >>> list(csv_lines([{"a": None, "b": ["x", "=y"]}, {"a": "-1", "b": []}], ["a", "b"]))
    ['a,b\\r\\n', ',x; =y\\r\\n', "'-1,\\r\\n"]
    """
    line = _Line()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(columns)
    yield line.text
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])
        yield line.text


class _Line:
    """A file that holds the last line written."""

    text = ""

    def write(self, text: str) -> None:
        """Take a line."""
        self.text = text


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return defused(BETWEEN.join(value))
    if isinstance(value, str):
        return defused(value)
    return "" if value is None else str(value)
