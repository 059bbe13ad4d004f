"""What is asked of a store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, NamedTuple
from zlib import error as ZlibError

import msgspec
from sqlalchemy import Connection, Row, Select, Table, bindparam, func, select, tuple_

from detente.records import FailedDocument, FailedReading, Failure, MadeBy, Page, Reading

from .derived import counts
from .rows import Pair, page_of, reading_of
from .tables import clusters, documents, events, pairs, parties, positions, sources, statements

UNREADABLE = (msgspec.MsgspecError, ZlibError, IndexError)  # what damaged rows raise
AT_ONCE = 200  # documents whose rows are fetched together

MAKER = (documents.c.detente, documents.c.plan, documents.c.codebook)

Rows = Sequence[Row[Any]]


class Filter(NamedTuple):
    """Which documents: those that have somebody speak for one of some parties, in some languages; nothing asked for lets all through."""

    parties: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


EVERYTHING = Filter()


class Status(NamedTuple):
    """How much a store holds: articles by language, independent reports, statements, failures, the first and last day."""

    documents: dict[str, int]
    reports: int
    sources: int
    statements: int
    events: int
    failures: int
    first: str | None
    last: str | None


_KNOWN = (  # asked of each article, so made once
    select(sources.c.sha256, sources.c.made_by, documents.c.detente, documents.c.plan, documents.c.codebook)
    .outerjoin_from(sources, documents)
    .where(sources.c.source == bindparam("name"))
)


class Kept(NamedTuple):
    """A reading, and the page that it is of, where that was kept."""

    reading: Reading
    page: Page | None


def known(connection: Connection, source: str) -> tuple[str, MadeBy] | None:
    """Return the hash of what was found at a source, and what made of it what is kept."""
    row = connection.execute(_KNOWN, {"name": source}).first()
    if row is None:
        return None
    return row.sha256, msgspec.json.decode(row.made_by, type=MadeBy) if row.made_by else MadeBy(row.detente, row.plan, row.codebook)


def find(wanted: Filter) -> Select[str, str]:
    """Return the query for the documents that a filter lets through, each with its first source by name, in their order."""
    first = func.min(sources.c.source).label("source")
    query = select(documents.c.id, first).join(sources, sources.c.document_id == documents.c.id).group_by(documents.c.id)
    return query.where(*_conditions(wanted)).order_by(first, documents.c.id)


def _conditions(wanted: Filter) -> Iterator[Any]:
    columns = documents.c
    if wanted.languages:
        yield columns.language.in_(wanted.languages)
    if wanted.parties:
        yield columns.id.in_(select(parties.c.document_id).where(parties.c.party.in_(wanted.parties)))


def readings(connection: Connection, wanted: Filter) -> Iterator[Reading]:
    """Yield the readings of the documents that a filter lets through, by the names of their sources."""
    found = iter(connection.execute(find(wanted)).all())
    while some := dict(islice(found, AT_ONCE)):
        yield from readings_of(connection, some)


def readings_of(connection: Connection, some: Mapping[str, str]) -> Iterator[Reading]:
    """Yield the readings of documents, given by id with their sources, in their order."""
    yield from _read(connection, _rows(connection, some), some)


def _rows(connection: Connection, some: Iterable[str]) -> dict[str, Row[Any]]:
    return {row.id: row for row in connection.execute(select(documents).where(documents.c.id.in_(some)))}


def _read(connection: Connection, rows: Mapping[str, Row[Any]], some: Mapping[str, str]) -> Iterator[Reading]:
    said, held, happened = (_by_document(connection, table, some) for table in (statements, positions, events))
    for key, source in some.items():
        yield reading_of(rows[key], source, said.get(key, ()), held.get(key, ()), happened.get(key, ()))


def whole_readings(connection: Connection, keys: Iterable[str]) -> list[Reading]:
    """Return the readings of documents, without those that are damaged: they count nothing until they are added again."""
    some = dict.fromkeys(keys, "")
    try:
        return list(readings_of(connection, some))
    except UNREADABLE:
        return [reading for key in some for reading in _if_whole(connection, key)]


def _if_whole(connection: Connection, key: str) -> list[Reading]:
    try:
        return list(readings_of(connection, {key: ""}))
    except UNREADABLE:
        return []


def makers(connection: Connection) -> tuple[MadeBy, ...]:
    """Return what has made the readings that are kept."""
    return tuple(MadeBy(*row) for row in connection.execute(select(*MAKER).distinct().order_by(*MAKER)))


def read_by(connection: Connection, made: Collection[MadeBy], wanted: Filter) -> tuple[str, ...]:
    """Return the ids of the documents that a filter lets through and that something of these has read."""
    if not made:
        return ()
    one_of = tuple_(*MAKER).in_([(each.detente, each.plan, each.codebook) for each in made])
    return tuple(connection.scalars(find(wanted).where(one_of)))


def kept(connection: Connection, keys: Sequence[str]) -> Iterator[Kept]:
    """Yield documents, those that are still there, each with its reading and the page that it is of."""
    some = dict(connection.execute(find(EVERYTHING).where(documents.c.id.in_(keys))).all())
    rows = _rows(connection, some)
    for reading in _read(connection, rows, some):
        yield Kept(reading, page_of(rows[reading.document.id]))


def _by_document(connection: Connection, table: Table, some: Iterable[str]) -> dict[str, Rows]:
    """Rows of a table by the document that they stand in."""
    key = table.c.document_id
    rows = connection.execute(select(table).where(key.in_(some)).order_by(key, table.c.place))
    return {document: tuple(group) for document, group in groupby(rows, key=attrgetter("document_id"))}


def failures(connection: Connection) -> Iterator[FailedReading]:
    """Yield what could not be read, by the names of the sources."""
    for row in connection.execute(select(sources).where(sources.c.kind.is_not(None)).order_by(sources.c.source)):
        failure = Failure(row.stage, row.kind, row.message)
        yield FailedReading(FailedDocument(row.source), (failure,), msgspec.json.decode(row.made_by, type=MadeBy))


def most_reported(connection: Connection, wanted: Filter) -> Pair | None:
    """Return the pair of parties of which the documents that a filter lets through report most; of copies, one counts."""
    if wanted == EVERYTHING:
        return next((_parted(scope) for scope in connection.scalars(_counted("weight").limit(1))), None)
    most = func.max(pairs.c.weight).label("weight")
    once = select(pairs.c.one, pairs.c.other, most).join(clusters, clusters.c.document_id == pairs.c.document_id)
    once = once.join(documents, pairs.c.document_id == documents.c.id).where(*_conditions(wanted))
    each = once.group_by(clusters.c.cluster, pairs.c.one, pairs.c.other).subquery()
    query = select(each.c.one, each.c.other).group_by(each.c.one, each.c.other)
    row = connection.execute(query.order_by(func.sum(each.c.weight).desc(), each.c.one, each.c.other)).first()
    return (row.one, row.other) if row else None


def _counted(kind: str) -> Select[str]:
    """The scopes of a kind of sums, the largest first."""
    return select(counts.c.scope).where(counts.c.kind == kind).order_by(counts.c.number.desc(), counts.c.scope)


def _parted(scope: str) -> Pair:
    one, other = scope.split("+")
    return one, other


def copies_of(connection: Connection, wanted: Filter) -> dict[str, str]:
    """Return the first document of its cluster by the ids of the documents that a filter lets through."""
    query = select(clusters.c.document_id, clusters.c.cluster).join(documents, documents.c.id == clusters.c.document_id)
    return {row.document_id: row.cluster for row in connection.execute(query.where(*_conditions(wanted)))}


def status(connection: Connection) -> Status:
    """Return how much a store holds."""
    language, day = documents.c.language, documents.c.day
    by_language = connection.execute(select(language, func.count()).group_by(language).order_by(language))
    first, last = connection.execute(select(func.min(day), func.max(day))).one()
    return Status(
        documents=dict(by_language.all()),
        reports=connection.scalar(select(func.count(clusters.c.cluster.distinct()))) or 0,
        sources=_count(connection, sources),
        statements=_count(connection, statements),
        events=_count(connection, events),
        failures=_count(connection, sources, sources.c.kind.is_not(None)),
        first=first,
        last=last,
    )


def _count(connection: Connection, table: Table, *conditions: Any) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*conditions)) or 0


def speaking(connection: Connection) -> tuple[str, ...]:
    """Return the parties for which somebody speaks, the most reported first; of copies, one counts."""
    return tuple(connection.scalars(_counted("speaking")))
