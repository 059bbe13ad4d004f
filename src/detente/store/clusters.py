"""Copies of a report as they are shown: which documents, where they were found, the one that was printed first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from detente.copies import Member
from detente.records import Document

from .failure import StoreError
from .rows import document_of, member
from .tables import clusters, documents, sources


class Copy(NamedTuple):
    """A document and where it was found."""

    document: Document
    sources: tuple[str, ...]


Cluster = tuple[Copy, ...]  # the one that was printed first goes first


def clusters_of(connection: Connection, where: str, source: str) -> Iterator[Cluster]:
    """Yield the clusters of several copies by their first day; with a source, the one of its document alone."""
    if source:
        yield _cluster(connection, _cluster_at(connection, where, source))
        return
    query = select(clusters.c.cluster).join(documents, documents.c.id == clusters.c.cluster)
    several = query.group_by(clusters.c.cluster, documents.c.day, documents.c.id).having(func.count() > 1)
    for name in connection.scalars(several.order_by(func.coalesce(documents.c.day, Member.of(None, "").day), documents.c.id)).all():
        yield _cluster(connection, name)


def _cluster_at(connection: Connection, where: str, source: str) -> str:
    query = select(clusters.c.cluster).join(sources, sources.c.document_id == clusters.c.document_id)
    name: str | None = connection.scalar(query.where(sources.c.source == source))
    if name is None:
        raise StoreError(f"{where}: no article from {source} is kept; `detente read --store` lists them by path")
    return name


def _cluster(connection: Connection, name: str) -> Cluster:
    joined = clusters.c.document_id == documents.c.id
    rows = connection.execute(select(documents).join(clusters, joined).where(clusters.c.cluster == name)).all()
    at = select(sources.c.source).order_by(sources.c.source)
    in_order = sorted(rows, key=member)
    return tuple([Copy(document_of(row), tuple(connection.scalars(at.where(sources.c.document_id == row.id)))) for row in in_order])
