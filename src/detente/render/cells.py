"""Rows as CSV, the same for every face."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from detente.text.cells import defused


def cell(value: object) -> object:
    """Return a value as CSV has it: true and false in words, and no text that a spreadsheet would run."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return defused(value) if isinstance(value, str) else value


def as_csv(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return rows under a line of names (RFC 4180).

    >>> as_csv(("topic", "sure"), [("trade", True), ("=1", None)]).split()
    ['topic,sure', 'trade,true', "'=1,"]
    """
    paper = StringIO()
    writer = csv.writer(paper, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return paper.getvalue()
