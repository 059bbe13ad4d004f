"""What is written: each article in one transaction, so that a run which ends at any moment leaves whole ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Table, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from detente.records import FailedReading, MadeBy, Reading

from .copies import in_parts, place, take_out
from .failpoint import pass_by
from .rows import Pair, parts_of
from .tables import documents, events, pairs, parties, positions, sources, statements

IN_A_DOCUMENT = (statements, positions, events, parties, pairs)  # in the order of `Parts`
TOLD = ("stage", "kind", "message")


class Source(NamedTuple):
    """Where an article was found, and the hash of the bytes found there."""

    name: str
    sha256: str


def write_reading(connection: Connection, reading: Reading, source: Source, weights: Mapping[Pair, int]) -> str:
    """Keep a reading; returns `new`, `anew` of a document that another version or codebook had read, or `known`.

    `weights` tells how much it reports of each pair of parties that both speak. A document that the same version, plan
    and codebook have read stays as it is.
    """
    before = _made_by(connection, reading.document.id)
    if before != reading.made_by:
        parts = parts_of(reading, weights)
        pass_by("before-document")
        if before is None:
            _insert(connection, documents, [parts.document])
        else:
            take_out(connection, [reading.document.id])
            _clear(connection, parts.document)
        for table, rows in zip(IN_A_DOCUMENT, parts[1:], strict=True):
            _insert(connection, table, rows)
            pass_by("between-tables")
        pass_by("before-clusters")
        place(connection, reading.document)
    _replace_source(connection, source, document_id=reading.document.id)
    return "new" if before is None else "known" if before == reading.made_by else "anew"


def write_failure(connection: Connection, failed: FailedReading, source: Source) -> None:
    """Keep what could not be read, and why."""
    failure = failed.failures[0]
    told = {name: getattr(failure, name) for name in TOLD}
    _replace_source(connection, source, **told, made_by=msgspec.json.encode(failed.made_by).decode())


def remove_sources(connection: Connection, names: Iterable[str]) -> int:
    """Remove where articles were found, and the articles that were found nowhere else; returns how many sources went."""
    gone = sum(connection.execute(delete(sources).where(_is_at(name))).rowcount for name in names)
    _drop_orphans(connection)
    return gone


def _is_at(name: str) -> Any:
    """Whether a source has a name, or lies in the folder of that name."""
    folder = name.rstrip("/") + "/"
    return (sources.c.source == name) | sources.c.source.startswith(folder, autoescape=True)


def _made_by(connection: Connection, document_id: str) -> MadeBy | None:
    """What has read a document, if it is there."""
    columns = documents.c.detente, documents.c.plan, documents.c.codebook
    row = connection.execute(select(*columns).where(documents.c.id == document_id)).first()
    return MadeBy(*row) if row else None


def _clear(connection: Connection, document: dict[str, Any]) -> None:
    """Take out what a document was read to say, and keep how it is read now."""
    for table in reversed(IN_A_DOCUMENT):
        connection.execute(delete(table).where(table.c.document_id == document["id"]))
    connection.execute(update(documents).where(documents.c.id == document["id"]).values(document))


def _replace_source(connection: Connection, source: Source, **values: Any) -> None:
    """Say what was found at a source now; a document that was found there before, and nowhere else, goes."""
    gone = delete(sources).where(sources.c.source == source.name).returning(sources.c.document_id)
    before = connection.scalar(gone)
    _insert(connection, sources, [{"source": source.name, "sha256": source.sha256, **values}])
    if before and before != values.get("document_id"):
        _drop_orphans(connection, documents.c.id == before)


def _drop_orphans(connection: Connection, *among: Any) -> None:
    """Remove documents that no source has any more."""
    found = select(sources.c.document_id).where(sources.c.document_id.is_not(None))
    gone = connection.scalars(select(documents.c.id).where(documents.c.id.not_in(found), *among).order_by(documents.c.id)).all()
    take_out(connection, gone)
    for some in in_parts(gone):
        connection.execute(delete(documents).where(documents.c.id.in_(some)))


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows; what another writer was quicker to insert stays as it is."""
    if rows:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)
