"""The passages that have what is asked, the newest first.

SQLite's index gives them in that order. PostgreSQL's has none, and of a frequent word would give all passages before the newest
are known. So the newest passages are looked through one by one, among which a frequent word is found often enough; then the
index is asked for older ones, some days at a time: the rarer what is asked for was so far, the more days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, text

from detente.index import Node

from .matching import FORMS
from .passages import DAY_BITS

ALL = 1 << 62  # rows
NEAR = 4000  # passages that are looked through one by one
MOST_MORE = 64  # times as many days as before of which the index is asked next
ENOUGH = 1.5  # times as many days as would be enough if all were like those before

# Days stand together in blocks, these in larger ones; the index has each passage under its block of every size.
SIZE_BITS = (2, 5, 8, 11, 14)  # of the number of days
BELOW = 24  # bits of a block's number, below the place of its size
BLOCKS = f"ARRAY[{', '.join(f'{i << BELOW} + (id >> {DAY_BITS + bits})::integer' for i, bits in enumerate(SIZE_BITS))}]"
INDEX_ON_SERVER = f"CREATE INDEX passages_terms_idx ON passages USING gin (terms, ({BLOCKS})) WITH (fastupdate = off)"

COLUMNS = "passages.id, document_id, place, statement, start, stop, passages.terms"
KINDS = {True: "AND statement IS NOT NULL", False: "AND statement IS NULL", None: ""}
IN_FILE = (
    f"SELECT {COLUMNS} FROM passages_index CROSS JOIN passages ON passages.id = passages_index.rowid "
    "WHERE passages_index MATCH :asked AND passages_index.rowid >= :since AND passages_index.rowid < :until {kind} "
    "ORDER BY passages_index.rowid DESC LIMIT :most"
)
# The order is not by the bare number: PostgreSQL would read all passages for a rare word.
_ON_SERVER = f"SELECT {COLUMNS} FROM passages WHERE terms @@ CAST(:asked AS tsquery) {{}} {{{{kind}}}} ORDER BY id + 0 DESC LIMIT :most"
ON_SERVER = _ON_SERVER.format("AND id >= :since AND id < :until")
IN_BLOCKS = _ON_SERVER.format(f"AND {BLOCKS} && CAST(:blocks AS integer[]) AND id + 0 >= :since AND id + 0 < :until")
_NEAR = "(SELECT {} FROM passages WHERE id >= :since AND id < :until ORDER BY id DESC LIMIT :near) AS passages"
NEAREST = f"SELECT {COLUMNS} FROM {_NEAR.format('*')} WHERE terms @@ CAST(:asked AS tsquery) {{kind}} ORDER BY id DESC LIMIT :most"
EDGES = text(
    f"SELECT max(id) AS newest, min(id) AS last, (SELECT min(id) FROM passages WHERE id >= :since) AS oldest FROM {_NEAR.format('id')}"
)

Ask = Callable[..., Sequence[Row[Any]]]


class Range(NamedTuple):
    """Passages from a first number to before a last one; statements, paragraphs or both (None)."""

    since: int
    until: int
    of_statements: bool | None


def newest(connection: Connection, asked: Node, within: Range, most: int | None) -> Sequence[Row[Any]]:
    """Return the rows of passages that have what is asked, the newest first, at most so many (None: all)."""
    name = connection.dialect.name
    words, kind = FORMS[name].asked(asked), KINDS[within.of_statements]

    def ask(query: str, since: int, until: int, most: int, **values: object) -> Sequence[Row[Any]]:
        return connection.execute(text(query.format(kind=kind)), {"asked": words, "since": since, "until": until, "most": most, **values}).all()

    if name == "sqlite" or most is None:
        return ask(IN_FILE if name == "sqlite" else ON_SERVER, within.since, within.until, most or ALL)
    nearest = ask(NEAREST, within.since, within.until, most, near=NEAR)
    return nearest if len(nearest) == most else [*nearest, *_further(connection, ask, within, most, len(nearest))]


def _further(connection: Connection, ask: Ask, within: Range, most: int, fresh: int) -> list[Row[Any]]:
    """The rows behind the nearest passages, of which so many had what is asked."""
    edges = connection.execute(EDGES, {"since": within.since, "until": within.until, "near": NEAR}).one()
    found: list[Row[Any]] = []
    if edges.last is None:
        return found
    until, days, missing = edges.last, 1 + _day(edges.newest) - _day(edges.last), most - fresh
    while missing and until > edges.oldest:
        days = min(days * MOST_MORE, ceil(days * ENOUGH * missing / fresh)) if fresh else days * MOST_MORE
        since = max(within.since, _start(_day(until) - days, days) << DAY_BITS)
        rows = ask(IN_BLOCKS, since, until, missing, blocks=blocks(_day(since), _day(until)))
        found += rows
        fresh, missing, until = len(rows), missing - len(rows), since
    return found


def _day(number: int) -> int:
    return number >> DAY_BITS


def _start(day: int, days: int) -> int:
    """Where the block begins in which a day is, of the largest that are no longer than some days."""
    bits = max(each for each in SIZE_BITS if each == SIZE_BITS[0] or 1 << each <= days)
    return max(0, day >> bits << bits)


def blocks(first: int, last: int) -> list[int]:
    """Return the numbers of blocks that have all days from a first to a last one, few of them.

    >>> [(number >> BELOW, number % (1 << BELOW)) for number in blocks(24, 70)]
    [(0, 6), (0, 7), (1, 1), (0, 16), (0, 17)]
    """
    found, day = [], first
    while day <= last:
        at, bits = max((i, bits) for i, bits in enumerate(SIZE_BITS) if not i or (day % (1 << bits) == 0 and day + (1 << bits) <= last + 1))
        found.append((at << BELOW) + (day >> bits))
        day = (day >> bits) + 1 << bits
    return found
