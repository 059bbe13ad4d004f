"""How addresses answered when they were last asked: what a polite second visit rests on."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from .tables import fetches, sources


class Fetch(NamedTuple):
    """How an address answered, and from where in the end (`source`).

    `listed` is, of a page, what the list that names it said of it; of a list, with what its pages were read.
    """

    address: str
    source: str
    status: int
    is_list: bool = False
    etag: str | None = None
    last_modified: str | None = None
    sha256: str = ""
    listed: str = ""

    def conditions(self) -> dict[str, str]:
        """Return the headers by which a server sends a page only if it has changed."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in told.items() if value}


def fetched(connection: Connection, address: str) -> Fetch | None:
    """Return how an address answered last."""
    columns = [fetches.c[name] for name in Fetch._fields]
    row = connection.execute(select(*columns).where(fetches.c.address == address)).first()
    return Fetch(*row) if row else None


def remember(connection: Connection, fetch: Fetch) -> None:
    """Keep how an address answered; that it failed before, where what it led to goes by another name, is forgotten."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    values = fetch._asdict()
    connection.execute(dialect.insert(fetches).values(values).on_conflict_do_update(index_elements=["address"], set_=values))
    if fetch.is_list or fetch.source != fetch.address:
        failed = sources.c.source == fetch.address, sources.c.kind.is_not(None)
        connection.execute(delete(sources).where(*failed))


def forget(connection: Connection, is_gone: ColumnElement[bool]) -> None:
    """Forget pages that are removed, and all lists, so that these name the pages again."""
    connection.execute(delete(fetches).where(is_gone | fetches.c.is_list))
