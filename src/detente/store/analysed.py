"""Keeps up what analyses need of articles, where it was found by an earlier program or not at all.

What is found in an article may be found better one day: then `METHOD` is raised, or word lists change, and `detente store upgrade` finds
it anew, some articles after the other: an upgrade that was stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, select

from detente.records import Reading
from detente.resources.commitments import word_lists

from .insert import insert
from .needs import Rows, followed_in, gathered_in
from .query import whole_readings
from .tables import documents, followed, gathered, methods

MADE, METHOD = "analysed", "3"
UNFINISHED = " unfinished"  # behind the name of the method where some documents still lack it
WRONG = "ledgers and accounts are made from something else than it has; remove it and add it again"


@cache
def method() -> str:
    """Return how it is found: by which code, and by which word lists."""
    digest = sha256()
    for file in word_lists():
        digest.update(file.read_bytes())
    return f"{METHOD} {digest.hexdigest()}"


def is_current(connection: Connection) -> bool:
    """Return whether this was found as this program finds it."""
    return _kept_method(connection) == method()


def begin(connection: Connection) -> Sequence[str]:
    """Drop what was found in another way; returns the documents that lack it, none where all have it as this program finds it."""
    if _kept_method(connection) not in (method(), method() + UNFINISHED):
        for table in (gathered, followed):
            connection.execute(delete(table))
        _keep_method(connection, method() + UNFINISHED)
    lacking = select(documents.c.id).outerjoin(followed).where(followed.c.document_id.is_(None)).order_by(documents.c.id)
    return connection.scalars(lacking).all()


def find(connection: Connection, some: Sequence[str]) -> None:
    """Find it in some documents, few enough to be held at once."""
    readings = whole_readings(connection, some)
    insert(connection, gathered, [row for reading in readings for row in gathered_in(reading)])
    insert(connection, followed, [row for reading in readings for row in followed_in(reading)])


def finish(connection: Connection) -> None:
    """Say that all documents have it."""
    _keep_method(connection, method())


def _kept_method(connection: Connection) -> str | None:
    return connection.scalar(select(methods.c.method).where(methods.c.of == MADE))


def _keep_method(connection: Connection, name: str) -> None:
    connection.execute(delete(methods).where(methods.c.of == MADE))
    insert(connection, methods, [{"of": MADE, "method": name}])


def is_told(connection: Connection, reading: Reading) -> bool:
    """Return whether what is kept is what a reading tells."""
    return all(_rows(connection, table, reading.document.id) == rows for table, rows in _told(reading))


def _told(reading: Reading) -> Iterator[tuple[Any, Rows]]:
    yield gathered, gathered_in(reading)
    yield followed, followed_in(reading)


def _rows(connection: Connection, table: Any, key: str) -> Rows:
    query = select(table).where(table.c.document_id == key).order_by(*table.primary_key)
    return [dict(row) for row in connection.execute(query).mappings()]
