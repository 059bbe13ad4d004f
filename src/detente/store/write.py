"""What is written: each article in one transaction, so that a run which ends at any moment leaves whole ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, delete, exists, func, or_, select, update

from detente.records import FailedReading, MadeBy

from . import ledgers
from .copies import in_parts, place, take_out
from .erase import Tell, for_good, note_words, untold
from .failpoint import pass_by
from .fetches import forget
from .insert import insert
from .notes import DOCUMENT, is_settled, note, take_back
from .passages import DAY_BITS, numbered
from .prepared import Prepared
from .recount import MOST_REMOVING
from .settle import settle
from .tables import (
    documents,
    events,
    fetches,
    followed,
    gathered,
    pairs,
    parties,
    passages,
    positions,
    sources,
    statements,
)

IN_A_DOCUMENT = (statements, positions, events, parties, pairs, passages, gathered, followed)  # in the order of `Parts`
NUMBERS = 0xDE7E  # the lock of PostgreSQL that whoever numbers passages holds
TOLD = ("stage", "kind", "message")

# Of each document, so made once: what has read it, what was at its source before, and the last passage of its day.
_MAKER = select(documents.c.detente, documents.c.plan, documents.c.codebook).where(documents.c.id == bindparam("id"))
_AT_SOURCE = delete(sources).where(sources.c.source == bindparam("name")).returning(sources.c.document_id)
_HIGHEST = select(func.max(passages.c.id)).where(passages.c.id > bindparam("first"), passages.c.id < bindparam("next"))


class Source(NamedTuple):
    """Where an article was found, and the hash of the bytes found there."""

    name: str
    sha256: str


def write_reading(connection: Connection, prepared: Prepared, source: Source) -> str:
    """Keep a reading; returns `new`, `anew` of a document that another version or codebook had read, or `known`.

    A document that the same version, plan and codebook have read stays as it is.
    """
    before = _made_by(connection, prepared.id)
    if before != prepared.made_by:
        _write_document(connection, prepared, new=before is None)
    _replace_source(connection, source, document_id=prepared.id)
    return "new" if before is None else "known" if before == prepared.made_by else "anew"


def write_again(connection: Connection, prepared: Prepared) -> None:
    """Keep what a document is read to say now; one that was removed meanwhile stays out."""
    if _made_by(connection, prepared.id) not in (None, prepared.made_by):
        _write_document(connection, prepared, new=False)


def _write_document(connection: Connection, prepared: Prepared, *, new: bool) -> None:
    pass_by("before-document")
    parts = prepared.parts
    if new:
        insert(connection, documents, [parts.document])
    else:
        take_back(connection, [prepared.id])
        take_out(connection, [prepared.id])
        _clear(connection, parts.document)
    for table, rows in zip(IN_A_DOCUMENT, parts[1:], strict=True):
        insert(connection, table, number(connection, rows) if table is passages else rows)
        pass_by("between-tables")
    pass_by("before-clusters")
    place(connection, prepared.id, prepared.fingerprint)
    note(connection, DOCUMENT, [prepared.id])


def write_failure(connection: Connection, failed: FailedReading, source: Source) -> None:
    """Keep what could not be read, and why."""
    failure = failed.failures[0]
    told = {name: getattr(failure, name) for name in TOLD}
    _replace_source(connection, source, **told, made_by=msgspec.json.encode(failed.made_by).decode())


def forget_failures(connection: Connection, names: Iterable[str]) -> None:
    """Forget what could not be read at sources; others stay."""
    for name in names:
        connection.execute(delete(sources).where(sources.c.source == name, sources.c.kind.is_not(None)))


def remove_sources(connection: Connection, names: Iterable[str], tell: Tell = untold) -> int:
    """Remove where articles were found, and the articles that were found nowhere else; returns how many sources went.

    `tell` hears how far it is where the index is written anew.
    """
    gone = 0
    with for_good(connection, tell):
        keys: set[str] = set()
        for name in names:
            of = connection.scalars(delete(sources).where(_is_at(sources.c.source, name)).returning(sources.c.document_id)).all()
            gone += len(of)
            keys.update(filter(None, of))
            forget(connection, _is_at(fetches.c.source, name) | _is_at(fetches.c.address, name))
        _drop_orphans(connection, keys)
        while not is_settled(connection):
            settle(connection, MOST_REMOVING)
    return gone


def _is_at(column: Any, name: str) -> Any:
    """Whether a source has a name, or lies in what has that name: a folder, an archive, a file of rows, an address."""
    inside = [name.rstrip("/") + "/", name + "!/"]
    if "://" in name:
        inside.append(name + "@")
    elif PurePosixPath(name).suffix:
        inside.append(name + ":")
    return or_(column == name, *(column.startswith(start, autoescape=True) for start in inside))


def _made_by(connection: Connection, document_id: str) -> MadeBy | None:
    """What has read a document, if it is there."""
    row = connection.execute(_MAKER, {"id": document_id}).first()
    return MadeBy(*row) if row else None


def _clear(connection: Connection, document: dict[str, Any]) -> None:
    """Take out what a document was read to say, and keep how it is read now."""
    note_words(connection)
    ledgers.forget(connection)
    for table in reversed(IN_A_DOCUMENT):
        connection.execute(delete(table).where(table.c.document_id == document["id"]))
    connection.execute(update(documents).where(documents.c.id == document["id"]).values(document))


def _replace_source(connection: Connection, source: Source, **values: Any) -> None:
    """Say what was found at a source now; a document that was found there before, and nowhere else, goes."""
    before = connection.scalar(_AT_SOURCE, {"name": source.name})
    insert(connection, sources, [{"source": source.name, "sha256": source.sha256, **values}])
    if before and before != values.get("document_id"):
        _drop_orphans(connection, [before])


def _drop_orphans(connection: Connection, keys: Collection[str]) -> None:
    """Remove those of some documents that no source has any more."""
    has_none = ~exists().where(sources.c.document_id == documents.c.id)
    gone: list[str] = []
    for some in in_parts(sorted(keys)):
        gone += connection.scalars(select(documents.c.id).where(documents.c.id.in_(some), has_none).order_by(documents.c.id))
    if not gone:
        return
    note_words(connection, len(gone))
    ledgers.forget(connection)
    take_back(connection, gone, MOST_REMOVING)
    take_out(connection, gone)
    for some in in_parts(gone):
        connection.execute(delete(documents).where(documents.c.id.in_(some)))


def number(connection: Connection, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return passages with numbers that no others have; other writers wait until these are written."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(NUMBERS)))
    last = {first: _last(connection, first) for first in {row["id"] for row in rows}}
    return numbered(rows, {first: found for first, found in last.items() if found is not None})


def _last(connection: Connection, first: int) -> int | None:
    """The highest number of the passages of a day, by its first one."""
    highest: int | None = connection.scalar(_HIGHEST, {"first": first, "next": first + (1 << DAY_BITS)})
    return highest
