"""Mentions of events, found by who takes part; and where people are named in which office."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, false, func, or_, select

from detente.records import Event, Office, Told
from detente.resources.outlets import outlets_of

from .copies import in_parts
from .derived import named, settled
from .tables import documents, events
from .wanted import ANYTHING, Wanted

UNKNOWN_DAY = "9999"


def happened(connection: Connection, types: Collection[str], who: Sequence[str], wanted: Wanted = ANYTHING) -> list[Told]:
    """Return the mentions of events of some types in articles of which one mention names one of some parties or actors.

    They are in the order of the articles and their text; filters of statements do not matter here.
    """
    found: list[Told] = []
    for part in in_parts(_concerned(connection, types, who, wanted)):
        query = select(events.c.rest, settled.c.document_id, settled.c.cluster, settled.c.day, documents.c.outlet, documents.c.language)
        query = query.join(settled, settled.c.document_id == events.c.document_id).join(documents, documents.c.id == events.c.document_id)
        for row in connection.execute(query.where(events.c.document_id.in_(part), events.c.type.in_(types)).order_by(events.c.place)):
            event = msgspec.json.decode(row.rest, type=Event)
            day = "" if row.day >= UNKNOWN_DAY else row.day
            found.append(Told(event, row.document_id, row.cluster, day, row.outlet or "", row.language))
    return sorted(found, key=lambda told: (told.day or UNKNOWN_DAY, told.document_id, told.event.start))


def _concerned(connection: Connection, types: Collection[str], who: Sequence[str], wanted: Wanted) -> list[str]:
    """The documents that have an event in which somebody takes part."""
    query = select(events.c.document_id).distinct().where(events.c.type.in_(types), or_(false(), *(_names(connection, each) for each in who)))
    if wanted.outlets or wanted.countries or wanted.languages:
        query = query.join(documents, documents.c.id == events.c.document_id).where(*_published(wanted))
    return list(connection.scalars(query.order_by(events.c.document_id)))


def _names(connection: Connection, who: str) -> Any:
    """Whether the record of an event names a party or an actor; it is JSON, so each stands in quotes."""
    quoted = msgspec.json.encode(who)
    if connection.dialect.name == "postgresql":
        return func.strpos(func.convert_from(events.c.rest, "UTF8"), quoted.decode()) > 0
    return func.instr(events.c.rest, quoted) > 0


def _published(wanted: Wanted) -> Iterator[Any]:
    if wanted.outlets:
        yield documents.c.outlet.in_(wanted.outlets)
    if wanted.countries:
        known = [outlet for country in wanted.countries for outlet in outlets_of(country)]
        yield documents.c.outlet.in_(known) if known else false()
    if wanted.languages:
        yield documents.c.language.in_(wanted.languages)


def offices(connection: Connection, actors: Sequence[str]) -> list[Office]:
    """Return in which offices and for which side people are named, by the ids of readings, in order of time."""
    keys = func.coalesce(named.c.party, ""), named.c.offices
    first, last = func.min(settled.c.day), func.max(settled.c.day)
    query = select(*keys, func.count(settled.c.cluster.distinct()), first, last).join(settled, settled.c.document_id == named.c.document_id)
    rows = connection.execute(query.where(named.c.actor_id.in_(actors)).group_by(*keys).order_by(first, *keys))
    return [Office(party, tuple(office.split()), number, _known(day), _known(other)) for party, office, number, day, other in rows]


def naming(connection: Connection, actors: Sequence[str], office: Office) -> list[str]:
    """Return the documents in which people are named in an office, in order of time."""
    query = select(named.c.document_id).distinct().add_columns(settled.c.day).join(settled, settled.c.document_id == named.c.document_id)
    told = func.coalesce(named.c.party, "") == office.party, named.c.offices == " ".join(office.offices)
    rows = connection.execute(query.where(named.c.actor_id.in_(actors), *told).order_by(settled.c.day, named.c.document_id))
    return [document_id for document_id, _ in rows]


def _known(day: str) -> str:
    return "" if day >= UNKNOWN_DAY else day
