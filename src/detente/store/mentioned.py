"""Meetings and other events that documents tell of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from detente.records import Event

from .derived import settled
from .tables import documents, events, pairs, parties


class Mentioned(NamedTuple):
    """The events of some types that a document tells of, in its order; `main` are the two that it reports on most."""

    document_id: str
    language: str
    published: str
    outlet: str | None
    main: tuple[str, str] | None
    events: tuple[Event, ...]


def mentioned(connection: Connection, types: Collection[str], among: Collection[str] = ()) -> Iterator[Mentioned]:
    """Yield the events of some types, document by document; only of documents in which one of some parties speaks (none: of all)."""
    conditions: list[Any] = [events.c.type.in_(types)]
    if among:
        conditions.append(events.c.document_id.in_(select(parties.c.document_id).where(parties.c.party.in_(among))))
    main = _main(connection, conditions)
    query = select(events.c.document_id, events.c.rest, documents.c.language, documents.c.day, documents.c.outlet)
    query = query.join(documents, documents.c.id == events.c.document_id).where(*conditions).order_by(events.c.document_id, events.c.place)
    for key, rows in groupby(connection.execute(query), key=attrgetter("document_id")):
        told = tuple(rows)
        decoded = tuple(msgspec.json.decode(row.rest, type=Event) for row in told)
        yield Mentioned(key, told[0].language, told[0].day or "", told[0].outlet, main.get(key), decoded)


def _main(connection: Connection, conditions: list[Any]) -> dict[str, tuple[str, str]]:
    """The pair of which each document reports most, as its own first map is of."""
    here = select(events.c.document_id).where(*conditions)
    number = func.row_number().over(partition_by=pairs.c.document_id, order_by=(pairs.c.weight.desc(), pairs.c.one, pairs.c.other)).label("number")
    ranked = select(pairs.c.document_id, pairs.c.one, pairs.c.other, number).where(pairs.c.document_id.in_(here)).subquery()
    rows = connection.execute(select(ranked).where(ranked.c.number == 1))
    silent = connection.execute(select(settled.c.document_id, settled.c.silent).where(settled.c.silent.is_not(None), settled.c.document_id.in_(here)))
    return {key: _parted(pair) for key, pair in silent} | {row.document_id: (row.one, row.other) for row in rows}


def _parted(pair: str) -> tuple[str, str]:
    one, other = pair.split("+")
    return one, other


def reporting(connection: Connection, days: Collection[str], pair: tuple[str, str]) -> list[str]:
    """Return the ids of the documents that were published on some days and in which both of two parties speak."""
    both = select(pairs.c.document_id).where(pairs.c.one == pair[0], pairs.c.other == pair[1])
    alone = select(settled.c.document_id).where(settled.c.silent == "+".join(pair))
    query = select(documents.c.id).where(documents.c.day.in_(days), documents.c.id.in_(both.union(alone)))
    return list(connection.scalars(query.order_by(documents.c.id)))
