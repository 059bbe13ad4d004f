"""JSON lines: an object a line, every column in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from .rows import Row


def json_lines(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """Yield rows as lines.

    >>> list(json_lines([{"a": None, "b": ["Ж"]}], ["b", "a"]))
    ['{"b":["Ж"],"a":null}\\n']
    """
    encode = msgspec.json.Encoder().encode
    for row in rows:
        yield encode({name: row[name] for name in columns}).decode() + "\n"
