"""Addresses that are asked again and again for what is new: feeds, sitemaps, lists of feeds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from .tables import watched as table


class Watched(NamedTuple):
    """An address, the time since when it is watched, and the time when it was asked last (ISO 8601, UTC)."""

    address: str
    since: str
    asked: str | None = None


def watched(connection: Connection) -> Iterator[Watched]:
    """Yield what is watched, by address."""
    for row in connection.execute(select(table).order_by(table.c.address)):
        yield Watched(row.address, row.since, row.asked)


def watch(connection: Connection, address: str, since: str) -> None:
    """Watch an address from a time on; of one that is watched already, nothing changes."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(table).values(address=address, since=since).on_conflict_do_nothing())


def asked_at(connection: Connection, address: str, when: str) -> None:
    """Note when a watched address was asked."""
    connection.execute(update(table).where(table.c.address == address).values(asked=when))


def unwatch(connection: Connection, address: str) -> bool:
    """Watch an address no longer; returns whether it was watched."""
    return bool(connection.execute(delete(table).where(table.c.address == address)).rowcount)
