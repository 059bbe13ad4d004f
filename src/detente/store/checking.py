"""What is wrong with a store."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from . import analysed, copies, whole
from .indexed import check_index, is_indexed
from .notes import is_settled
from .query import EVERYTHING, UNREADABLE, find, readings_of


def check(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with a store."""
    if connection.dialect.name == "sqlite":
        said = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
        yield from (f"file: {line}" for line in said if line != "ok")
        yield from (f"{row[0]}: a row without its {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check"))
        yield from check_index(connection)
    for key, source in connection.execute(find(EVERYTHING)).all():
        try:
            (reading,) = readings_of(connection, {key: source})
        except UNREADABLE as error:
            yield f"{key}, {source}: cannot be read back ({type(error).__name__}); remove it and add it again"
        else:
            if not is_indexed(connection, reading):
                yield f"{key}, {source}: a search finds other words than it has; remove it and add it again"
            if not whole.is_told(connection, reading):
                yield f"{key}, {source}: {whole.WRONG}"
            if not analysed.is_told(connection, reading):
                yield f"{key}, {source}: {analysed.WRONG}"
    yield from copies.check(connection)
    if is_settled(connection):
        yield from whole.check(connection)
