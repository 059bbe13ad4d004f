"""Parts of readings: what is shown of them, and no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from heapq import merge
from itertools import chain, islice
from typing import Any
from zlib import decompress

import msgspec
from sqlalchemy import (
    ARRAY,
    BindParameter,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    tuple_,
)

from detente.records import Document, MadeBy, Mention, Reading, Statement

from .copies import in_parts
from .derived import counts, spoken
from .questions import among, ask
from .sums import Asked, among_asked
from .tables import documents, parties, sources, statements

Place = tuple[str, int]  # a document and the number of a statement in it
Order = tuple[str, str]  # a day and a document
NOWHERE = ("", "")
FEW, MANY, MOST = 24, 96, 4096  # documents at once; a cell of rare statements has its first twenty in the first of them
PLACES, NO_PLACE = 32, ("", -1)  # places at once

_WORDS = select(statements.c.document_id, statements.c.place, statements.c.rest)
# SQLite would look through all statements for pairs in a list.
_STATEMENTS = _WORDS.where(
    or_(*(and_(statements.c.document_id == bindparam(f"document{i}"), statements.c.place == bindparam(f"place{i}")) for i in range(PLACES)))
)
_PLACES = func.unnest(bindparam("documents", type_=ARRAY(Text)), bindparam("numbers", type_=ARRAY(Integer))).table_valued("document", "number")
_AT = _PLACES.render_derived()
_ON_SERVER = _WORDS.join(_AT, and_(statements.c.document_id == _AT.c.document, statements.c.place == _AT.c.number))
_SOURCE = select(sources.c.document_id, func.min(sources.c.source)).where(sources.c.document_id.in_(bindparam("some", expanding=True)))
_SOURCES = _SOURCE.group_by(sources.c.document_id)
_FIRST = select(func.min(sources.c.source)).where(sources.c.document_id == documents.c.id).scalar_subquery().label("source")
_DOCUMENTS = select(documents.c.id, documents.c.text, documents.c.rest, documents.c.detente, documents.c.plan, documents.c.codebook, _FIRST)
_PAIR: tuple[BindParameter[str], ...] = (bindparam("one"), bindparam("other"))
_NUMBERS = (
    select(counts.c.kind, func.sum(counts.c.number))
    .where(or_(and_(counts.c.kind == "documents", counts.c.scope.in_(_PAIR)),
               and_(counts.c.kind == "topic", counts.c.scope == bindparam("topic"))))
    .group_by(counts.c.kind)
)  # fmt: skip
_PAGE = (
    select(spoken.c.day, spoken.c.document_id)
    .where(spoken.c.party == bindparam("party"), spoken.c.topic == bindparam("topic"),
           tuple_(spoken.c.day, spoken.c.document_id) > tuple_(bindparam("day", type_=Text), bindparam("document", type_=Text)))
    .order_by(spoken.c.day, spoken.c.document_id)
)  # fmt: skip
# PostgreSQL would look through all documents of the pair for whether there is one.
_SPEAKS = select(func.count()).where(parties.c.document_id == spoken.c.document_id, parties.c.party.in_(_PAIR))
_PAGE_ON_TOPIC = _PAGE.add_columns(_SPEAKS.scalar_subquery())
_BARE = select(documents.c.id, documents.c.language, documents.c.text).where(documents.c.id.in_(bindparam("some", expanding=True)))


class _Kept(msgspec.Struct, frozen=True):
    """Of what a document has beside its columns, what is shown with its statements."""

    document: Document
    mentions: tuple[Mention, ...]


def statements_at(connection: Connection, places: Iterable[Place]) -> dict[Place, Statement]:
    """Return statements by their places."""
    ask = _on_server if connection.dialect.name == "postgresql" else _in_file
    return {(document, number): msgspec.json.decode(rest, type=Statement) for document, number, rest in ask(connection, sorted(set(places)))}


def _on_server(connection: Connection, wanted: Sequence[Place]) -> Iterator[Any]:
    yield from connection.execute(_ON_SERVER, {"documents": [each for each, _ in wanted], "numbers": [each for _, each in wanted]}).all()


def _in_file(connection: Connection, wanted: Sequence[Place]) -> Iterator[Any]:
    for start in range(0, len(wanted), PLACES):
        some = [*wanted[start : start + PLACES], *[NO_PLACE] * PLACES][:PLACES]
        values = {f"document{i}": document for i, (document, _) in enumerate(some)} | {f"place{i}": number for i, (_, number) in enumerate(some)}
        yield from connection.execute(_STATEMENTS, values).all()


def slim_readings(connection: Connection, places: Iterable[Place]) -> Iterator[Reading]:
    """Yield the documents of statements, in the order in which these are given, with these statements alone."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for document, number in places:
        wanted[document].append(number)
    for part in in_parts(list(wanted)):
        told = statements_at(connection, ((key, number) for key in part for number in wanted[key]))
        yield from around(connection, {key: [told[key, number] for number in sorted(wanted[key])] for key in part})


def around(connection: Connection, told: Mapping[str, Sequence[Statement]]) -> Iterator[Reading]:
    """Yield documents, by their ids, with the statements that are given of each."""
    rows = {row.id: row for row in ask(connection, _documents(connection.dialect.name), {"some": list(told)})}
    for key, statements_ in told.items():
        row = rows[key]
        rest = msgspec.json.decode(decompress(row.rest), type=_Kept)
        article = msgspec.structs.replace(rest.document, path=row.source, text=row.text)
        yield Reading(article, rest.mentions, tuple(statements_), (), (), (), (), MadeBy(row.detente, row.plan, row.codebook))


@cache
def _documents(database: str) -> Select[Any]:
    return _DOCUMENTS.where(among(documents.c.id, "some", database))


def paths_of(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """Return where documents were found, the first place by name."""
    found: dict[str, str] = {}
    for part in in_parts(sorted(keys)):
        found.update((document, source) for document, source in connection.execute(_SOURCES, {"some": part}))
    return found


def bare_readings(connection: Connection, told: Mapping[Place, Statement]) -> Iterator[Reading]:
    """Yield the documents of statements, given by their places, with their text and these statements alone."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for (document, _), statement in told.items():
        said[document].append(statement)
    for part in in_parts(sorted(said)):
        for row in connection.execute(_BARE, {"some": part}):
            bare = Document(row.id, "", None, row.language, None, None, (), None, None, None, None, (), (), (), "", row.text)
            yield Reading(bare, (), tuple(said[row.id]), (), (), (), (), MadeBy("", "", ""))


def in_order(connection: Connection, asked: Asked) -> Iterator[Order]:
    """Yield the documents in which either party speaks, in the order of their days."""
    last: Order | None = None
    for each in merge(*(chain.from_iterable(_pages(connection, asked, party, "", MOST)) for party in asked.pair)):
        if each != last:
            yield each
        last = each


def on_topic(connection: Connection, asked: Asked, topic: str) -> Iterator[list[str]]:
    """Yield the documents in which either party speaks and may speak on a topic, in their order, some at a time.

    They are found among those of the parties or among those on the topic, whichever are fewer.
    """
    numbers: dict[str, int] = dict(ask(connection, _NUMBERS, {**_of(asked), "topic": topic}))
    if numbers.get("documents", 0) <= numbers.get("topic", 0):
        yield from _some(in_order(connection, asked))
        return
    for page in _pages(connection, asked, "", topic, MANY):
        if page:
            yield [document for _, document in page]


def _some(found: Iterator[Order]) -> Iterator[list[str]]:
    """Documents some at a time, the first ones soon."""
    most = FEW
    while some := [document for _, document in islice(found, most)]:
        yield some
        most = min(2 * most, MANY)


def _pages(connection: Connection, asked: Asked, party: str, topic: str, most_at_once: int) -> Iterator[list[Order]]:
    """The documents in which a party speaks, or of those on a topic those in which either of the pair does; the first ones soon."""
    values = {"party": party, "topic": topic, **(_of(asked) if topic else {})}
    last, most = NOWHERE, FEW
    while True:
        rows = ask(connection, _page(asked, most, on_topic=bool(topic)), {**values, "day": last[0], "document": last[1]})
        yield [(row[0], row[1]) for row in rows if all(row[2:])]
        if len(rows) < most:
            return
        last, most = rows[-1][:2], min(2 * most, most_at_once)


@lru_cache(maxsize=32)
def _page(asked: Asked, most: int, *, on_topic: bool) -> Select[Any]:
    """The query for so many documents; their number is one of its words, so that PostgreSQL plans it once."""
    return (_PAGE_ON_TOPIC if on_topic else _PAGE).where(*among_asked(asked, spoken.c.document_id)).limit(literal_column(str(most), Integer))


def _of(asked: Asked) -> dict[str, str]:
    return dict(zip(("one", "other"), asked.pair, strict=True))


def first_documents(connection: Connection, asked: Asked, number: int) -> list[str]:
    """Return the first documents in which either party speaks."""
    return [document for _, document in islice(in_order(connection, asked), number)]
