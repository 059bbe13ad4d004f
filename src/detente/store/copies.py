"""Clusters of copies, kept up with the documents: in their transactions, whatever the order in which these come and go."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, func, select, update

from detente.copies import METHOD, SHARED_BANDS, Fingerprint, are_copies, fingerprint_of, group

from .insert import insert
from .rows import document_of, member
from .tables import bands, clusters, documents, methods, signatures

MADE = "signatures"
AT_ONCE = 500
Key = TypeVar("Key")


# Of each document, so made once: those that share bands with it, and the first ones of clusters.
_MAY = select(bands.c.document_id).where(bands.c.band.in_(bindparam("bands", expanding=True))).group_by(bands.c.document_id)
_NEAR = _MAY.having(func.count() >= SHARED_BANDS).subquery()
_COMPARED = (
    select(clusters.c.cluster, signatures.c.size, signatures.c.least, signatures.c.bands)
    .join(signatures, signatures.c.document_id == clusters.c.document_id)
    .join(_NEAR, _NEAR.c.document_id == clusters.c.document_id)
)
_PRINTED = documents.c.id, documents.c.published, documents.c.rest
_FIRST = select(*_PRINTED).where(documents.c.id.in_(bindparam("ids", expanding=True)))


def place(connection: Connection, key: str, made: Fingerprint) -> None:
    """Put a document that has been inserted into its cluster; what it is a copy of several of becomes one."""
    joined = _alike(connection, made)
    first = _printed_first(connection, [*joined, key]) if joined else key
    if moved := joined - {first}:
        connection.execute(update(clusters).where(clusters.c.cluster.in_(moved)).values(cluster=first))
    _insert(connection, key, made, first)


def _printed_first(connection: Connection, keys: Sequence[str]) -> str:
    """The document that was printed first."""
    return min(member(row) for row in connection.execute(_FIRST, {"ids": keys})).id


def _alike(connection: Connection, made: Fingerprint) -> set[str]:
    """The clusters that have a copy of a document; of each, documents are compared until one is found."""
    found: set[str] = set()
    for row in connection.execute(_COMPARED, {"bands": made.bands}):
        if row.cluster not in found and are_copies(made, _fingerprint(row)):
            found.add(row.cluster)
    return found


def _insert(connection: Connection, key: str, made: Fingerprint, cluster: str) -> None:
    row = {"document_id": key, "size": made.size, "least": _packed(made.least), "bands": _packed(array("Q", made.bands))}
    insert(connection, signatures, [row])
    insert(connection, bands, [{"band": band, "document_id": key} for band in made.bands])
    insert(connection, clusters, [{"document_id": key, "cluster": cluster}])


def take_out(connection: Connection, keys: Iterable[str]) -> None:
    """Take documents out of their clusters; those that they held together come apart."""
    gone = tuple(keys)
    left: set[str] = set()
    for some in in_parts(gone):
        left.update(connection.scalars(select(clusters.c.cluster).where(clusters.c.document_id.in_(some))))
        for row in connection.execute(select(signatures).where(signatures.c.document_id.in_(some))):
            mine = bands.c.document_id == row.document_id
            connection.execute(delete(bands).where(bands.c.band.in_(_unpacked("Q", row.bands)), mine))
        for table in (signatures, clusters):
            connection.execute(delete(table).where(table.c.document_id.in_(some)))
    for some in in_parts(sorted(left)):
        _group_anew(connection, some)


def _group_anew(connection: Connection, some: Collection[str]) -> None:
    """Group what is left of clusters."""
    query = select(*_PRINTED, clusters.c.cluster, signatures)
    of = query.join(clusters, clusters.c.document_id == documents.c.id).join(signatures, signatures.c.document_id == documents.c.id)
    rows = connection.execute(of.where(clusters.c.cluster.in_(some))).all()
    by_id = {row.id: row for row in rows}
    now = group([(row.id, _fingerprint(row)) for row in rows], lambda key: member(by_id[key]))
    for row in rows:
        if now[row.id] != row.cluster:
            connection.execute(update(clusters).where(clusters.c.document_id == row.id).values(cluster=now[row.id]))


def renew(connection: Connection) -> None:
    """Put documents that have no cluster into one; all of them where clusters are made in another way now."""
    if not is_current(connection):
        for table in (bands, signatures, clusters):
            connection.execute(delete(table))
        connection.execute(delete(methods).where(methods.c.of == MADE))
        insert(connection, methods, [{"of": MADE, "method": METHOD}])
    missing = select(documents.c.id).outerjoin(clusters).where(clusters.c.document_id.is_(None)).order_by(documents.c.id)
    for some in in_parts(connection.scalars(missing).all()):
        for row in connection.execute(select(documents).where(documents.c.id.in_(some)).order_by(documents.c.id)).all():
            place(connection, row.id, fingerprint_of(document_of(row)))


def is_current(connection: Connection) -> bool:
    """Return whether clusters are made as this program makes them."""
    return connection.scalar(select(methods.c.method).where(methods.c.of == MADE)) == METHOD


def check(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with the clusters: documents in none, bands of no document, and clusters not named by their first."""
    alone = select(documents.c.id).outerjoin(clusters).where(clusters.c.document_id.is_(None)).order_by(documents.c.id)
    yield from (f"{key}: in no cluster; run `detente store upgrade`" for key in connection.scalars(alone))
    left = select(bands.c.document_id).where(bands.c.document_id.not_in(select(signatures.c.document_id))).distinct()
    yield from (f"{key}: bands of a document that is not there" for key in connection.scalars(left))
    query = select(clusters.c.cluster, *_PRINTED).join(documents, documents.c.id == clusters.c.document_id)
    rows = connection.execute(query.order_by(clusters.c.cluster))
    for cluster, group_ in groupby(rows, key=attrgetter("cluster")):
        several = tuple(group_)
        first = min([member(row) for row in several]).id if len(several) > 1 else several[0].id
        if cluster != first:
            yield f"{cluster}: a cluster that is not named by its first document"


def _fingerprint(row: Any) -> Fingerprint:
    return Fingerprint(row.size, _unpacked("I", row.least), tuple(_unpacked("Q", row.bands)))


def _packed(values: array[int]) -> bytes:
    """Numbers as little-endian bytes, on every machine."""
    copy = values[:]
    if sys.byteorder == "big":
        copy.byteswap()
    return copy.tobytes()


def _unpacked(code: str, packed: bytes) -> array[int]:
    values = array(code, packed)
    if sys.byteorder == "big":
        values.byteswap()
    return values


def in_parts(keys: Sequence[Key], at_once: int = AT_ONCE) -> Iterator[Sequence[Key]]:
    """Return ids in parts: a query takes no more at once."""
    return (keys[i : i + at_once] for i in range(0, len(keys), at_once))
