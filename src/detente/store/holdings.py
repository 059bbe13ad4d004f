"""All that a store keeps of documents, so that another store may keep the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from graphlib import TopologicalSorter
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, func, literal_column, select

from detente.records import FailedDocument, FailedReading, Failure, MadeBy, Page, Reading

from .copies import in_parts
from .fetches import Fetch
from .passages import DAY_BITS
from .query import kept
from .tables import fetches, passages, sources
from .write import Source


class Holding(NamedTuple):
    """A document: its reading, the page that it is of (where that was kept), and where it was found."""

    reading: Reading
    page: Page | None
    sources: tuple[Source, ...]


def holdings(connection: Connection, keys: Collection[str]) -> Iterator[Holding]:
    """Yield documents in an order in which they may have been written: whoever writes them so numbers passages alike."""
    for some in in_parts(tuple(_in_order(connection, keys))):
        found = _sources(connection, some)
        held = {each.reading.document.id: each for each in kept(connection, some)}
        yield from (Holding(held[key].reading, held[key].page, found[key]) for key in some)


def _in_order(connection: Connection, keys: Collection[str]) -> Iterator[str]:
    """Documents so that of any two with passages of one day the one comes first whose passages have the lower numbers."""
    day = passages.c.id.op(">>")(literal_column(str(DAY_BITS)))
    first = func.min(passages.c.id)
    query = select(passages.c.document_id, day.label("day")).group_by(passages.c.document_id, day).order_by(first)
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(sorted(keys), ()))
    last: dict[int, str] = {}
    for key, number in connection.execute(query):
        if key in keys:
            if number in last:
                order.add(key, last[number])
            last[number] = key
    order.prepare()
    while order.is_active():
        some = sorted(order.get_ready())
        yield from some
        order.done(*some)


def _sources(connection: Connection, some: Sequence[str]) -> dict[str, tuple[Source, ...]]:
    found: dict[str, tuple[Source, ...]] = {}
    query = select(sources).where(sources.c.document_id.in_(some)).order_by(sources.c.source)
    for row in connection.execute(query):
        found[row.document_id] = (*found.get(row.document_id, ()), Source(row.source, row.sha256))
    return found


def unread(connection: Connection) -> Iterator[tuple[FailedReading, Source]]:
    """Yield what could not be read, by the names of the sources."""
    for row in connection.execute(select(sources).where(sources.c.kind.is_not(None)).order_by(sources.c.source)):
        made = msgspec.json.decode(row.made_by, type=MadeBy)
        failed = FailedReading(FailedDocument(row.source), (Failure(row.stage, row.kind, row.message),), made)
        yield failed, Source(row.source, row.sha256)


def fetched(connection: Connection) -> Iterator[Fetch]:
    """Yield how addresses answered, by address."""
    columns = [fetches.c[name] for name in Fetch._fields]
    for row in connection.execute(select(*columns).order_by(fetches.c.address)):
        yield Fetch(*row)
