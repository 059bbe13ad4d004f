"""What goes wrong with a store, in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

# What a database says, and what the user is told. Of SQLite: https://sqlite.org/rescode.html
SENTENCES = (
    ("database is locked|lock timeout", "another program is writing to it; wait until it is done, and run this again"),
    ("database or disk is full|No space left", "the disk is full; what was in hand is not kept, the rest is whole: make room, and run this again"),
    ("readonly database|read-only", "it cannot be written to; check who owns the file and its folder"),
    ("unable to open database file", "it cannot be opened; check that its folder exists and may be written to"),
    ("not a database|malformed", "this file is not a store, or it is damaged; run `detente store check`, or take the last backup"),
    ("invalid fts5 file format", "articles were removed from it with SQLite 3.42 or later, and this SQLite is older and cannot search it; "
     "use a later one"),
    ("disk I/O error", "the disk reports an error; check it, then run `detente store check`"),
    ("could not connect|Connection refused|connection failed", "no PostgreSQL server answers there; start it, or check host and port"),
    ("authentication failed|no password supplied", "the server refuses the user or the password"),
    ('database ".*" does not exist', "the server has no database of this name; make it with createdb"),
)  # fmt: skip


class StoreError(Exception):
    """Something about a store that the user has to know, in a sentence."""


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what a database raises inside into a `StoreError` that says `where`."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{where}: {_sentence(str(error.orig))}") from None
    except SQLAlchemyError as error:
        raise StoreError(f"{where}: {str(error).splitlines()[0]}") from None


def _sentence(said: str) -> str:
    """What to tell of an error of a database.

    >>> _sentence("(sqlite3.OperationalError) database is locked")
    'another program is writing to it; wait until it is done, and run this again'
    """
    known = (sentence for pattern, sentence in SENTENCES if re.search(pattern, said))
    return next(known, said.splitlines()[0])
