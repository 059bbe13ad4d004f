"""What stands beside a document: its copies, and the reports of the same two parties before and after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, func, select, tuple_

from .derived import settled, spoken
from .rows import Pair
from .tables import clusters, documents, sources

AT_MOST = 400  # documents of either party that are looked at, so that rare pairs take no longer
_PUBLISHER = msgspec.json.Decoder(tuple[str | None, str | None])
_KEY = spoken.c.day, spoken.c.document_id


class Neighbour(NamedTuple):
    """A document as a list names it; `outlet` and `credit` are those of its publisher."""

    id: str
    title: str | None
    source: str
    language: str
    published: str | None
    outlet: str | None
    credit: str | None


class Around(NamedTuple):
    """Copies of a document with itself, the one that was printed first before all others; earlier and later reports, the nearest first."""

    copies: tuple[Neighbour, ...]
    earlier: tuple[Neighbour, ...]
    later: tuple[Neighbour, ...]


def around(connection: Connection, key: str, pair: Pair, most: int) -> Around:
    """Return what stands beside a document; of each sort at most so many, copies of a report once."""
    at = connection.execute(select(settled.c.day, settled.c.cluster).where(settled.c.document_id == key)).one_or_none()
    if at is None:
        return Around((), (), ())
    sides = [_reports(connection, key, at.day, at.cluster, pair, most, is_later=is_later) for is_later in (False, True)]
    return Around(_copies(connection, key, most), *(_named(connection, side) for side in sides))


def _copies(connection: Connection, key: str, most: int) -> tuple[Neighbour, ...]:
    own = select(clusters.c.cluster).where(clusters.c.document_id == key).scalar_subquery()
    query = select(clusters.c.document_id, clusters.c.cluster, documents.c.day).join(documents).where(clusters.c.cluster == own)
    rows = connection.execute(query).all()
    in_order = sorted(rows, key=lambda row: (row.document_id != row.cluster, row.day or "9999", row.document_id))
    some = [row.document_id for row in in_order][: most + 1]
    return _named(connection, some if key in some else [*some[:most], key]) if len(rows) > 1 else ()


def _reports(connection: Connection, key: str, day: str, cluster: str, pair: Pair, most: int, *, is_later: bool) -> list[str]:
    """The nearest documents of either side of a day in which both parties speak, and that are not copies."""
    found = {row for party, other in (pair, pair[::-1]) for row in connection.execute(_beside(key, day, party, other, is_later=is_later)).all()}
    in_order = sorted(((row.day, row.document_id) for row in found if row.cluster != cluster), reverse=not is_later)
    return [document for _, document in in_order[:most]]


def _beside(key: str, day: str, party: str, other: str, *, is_later: bool) -> Select[Any]:
    place = tuple_(*_KEY)
    beyond = place > (day, key) if is_later else place < (day, key)
    order = [column if is_later else column.desc() for column in _KEY]
    near = select(*_KEY).where(spoken.c.party == party, spoken.c.topic == "", beyond).order_by(*order).limit(AT_MOST).subquery()
    both = select(spoken.c.document_id).where(
        spoken.c.party == other, spoken.c.topic == "", spoken.c.day == near.c.day, spoken.c.document_id == near.c.document_id
    )
    query = select(near.c.day, near.c.document_id, settled.c.cluster).join(settled, settled.c.document_id == near.c.document_id)
    return query.where(both.exists(), settled.c.cluster == near.c.document_id)


def _named(connection: Connection, keys: Iterable[str]) -> tuple[Neighbour, ...]:
    """Documents by id, in the order of their ids as given."""
    some = tuple(keys)
    columns = documents.c.id, documents.c.title, documents.c.language, documents.c.published, settled.c.publisher
    first = func.min(sources.c.source).label("source")
    query = select(*columns, first).join(settled, settled.c.document_id == documents.c.id).join(sources, sources.c.document_id == documents.c.id)
    rows = {row.id: row for row in connection.execute(query.where(documents.c.id.in_(some)).group_by(*columns))}
    return tuple(_neighbours(rows[key] for key in some if key in rows))


def _neighbours(rows: Iterable[Any]) -> Iterator[Neighbour]:
    for row in rows:
        outlet, credit = _PUBLISHER.decode(row.publisher) if row.publisher else (None, None)
        yield Neighbour(row.id, row.title, row.source, row.language, row.published, outlet, credit)
