"""What is taken out of SQLite's index for good: FTS5 only notes what is deleted, and keeps its words until it writes them anew.

From 3.42 on SQLite can take single passages out of its segments (`secure-delete`), which costs a little for each. An earlier
one, or one that takes out many, writes the whole index anew, once for all that is removed together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, func, select

from .matching import INDEX
from .tables import documents

TAKES_OUT = (3, 42)  # the first SQLite that does; stores in which it has done so are searched by no earlier one
MANY = 400  # writing the index anew takes as long as taking out one in so many documents
PAGES = 1000  # written between two words of progress
LEFT = 1  # SQLite's `user_version` while the index has words of passages that are gone
IS_TAKING_OUT = f"SELECT count(*) FROM {INDEX}_config WHERE k = 'secure-delete' AND v = 1"
TAKE_OUT, LET_BE = (f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('secure-delete', {on})" for on in (1, 0))
SIZE = f"SELECT count(*) FROM {INDEX}_data"
MERGE = f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('merge', ?)"  # https://sqlite.org/fts5.html#the_merge_command
IDLE = 2  # changes of a merge that had nothing to do, and one

Tell = Callable[[int, int], None]


def untold(done: int, total: int) -> None:
    """Tell nobody how far it is."""


def takes_out(connection: Connection) -> bool:
    """Return whether this SQLite takes single passages out of its index."""
    return tuple(connection.dialect.dbapi.sqlite_version_info) >= TAKES_OUT  # type: ignore[union-attr]


def note_words(connection: Connection, gone: int = 1) -> None:
    """Note that so many documents go of which the index keeps the words, unless these are taken out."""
    if connection.dialect.name != "sqlite":
        return
    if connection.exec_driver_sql(IS_TAKING_OUT).scalar():
        if gone * MANY <= connection.execute(select(func.count()).select_from(documents)).scalar_one():
            return
        connection.exec_driver_sql(LET_BE)
    connection.exec_driver_sql(f"PRAGMA user_version = {LEFT}")


@contextmanager
def for_good(connection: Connection, tell: Tell = untold) -> Iterator[None]:
    """Take out for good what is deleted inside, and what was deleted before; `tell` hears of pages written, and of how many."""
    if connection.dialect.name != "sqlite":
        yield
        return
    if takes_out(connection):
        connection.exec_driver_sql(TAKE_OUT)
        yield
        connection.exec_driver_sql(LET_BE)
    else:
        yield
    if connection.exec_driver_sql("PRAGMA user_version").scalar() == LEFT:
        _write_anew(connection, tell)
        connection.exec_driver_sql("PRAGMA user_version = 0")


def _write_anew(connection: Connection, tell: Tell) -> None:
    """Merge all segments of the index into one, in which nothing is that was deleted."""
    total, done = int(connection.exec_driver_sql(SIZE).scalar_one()), 0
    tell(done, total)
    changes = _changes(connection)
    connection.exec_driver_sql(MERGE, (-PAGES,))
    while _changes(connection) - changes >= IDLE:
        changes = _changes(connection)
        done = min(total, done + PAGES)
        tell(done, total)
        connection.exec_driver_sql(MERGE, (PAGES,))
    tell(total, total)


def _changes(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())
