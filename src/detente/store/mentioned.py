"""Meetings, calls and visits that documents mention, found by who takes part, where and when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, exists, or_, select, tuple_

from .copies import in_parts
from .derived import settled
from .rows import Pair
from .tables import documents, gathered, pairs

if TYPE_CHECKING:
    from detente.analysis.accounts import Told

NAMED = gathered.c.one, gathered.c.other


class Meetings(NamedTuple):
    """Which mentions: of meetings in which all of some parties take part, in documents of some languages and outlets; nothing lets all through."""

    parties: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outlets: frozenset[str] = frozenset()


EVERY = Meetings()


def mentioned(connection: Connection, wanted: Meetings = EVERY, between: Collection[Pair] | None = None) -> Iterator[Told]:
    """Yield mentions, document by document; with `between`, only of meetings of these pairs."""
    query = select(gathered).where(*_conditions(wanted)).order_by(gathered.c.document_id, gathered.c.place)
    if between is None:
        yield from map(_told, connection.execute(query))
        return
    for part in in_parts(sorted(between)):
        yield from map(_told, connection.execute(query.where(tuple_(*NAMED).in_(part))))


def _conditions(wanted: Meetings) -> Iterator[Any]:
    for party in wanted.parties:
        yield or_(*(column == party for column in NAMED))
    if wanted.languages:
        yield gathered.c.language.in_(wanted.languages)
    if wanted.outlets:
        yield gathered.c.document_id.in_(select(documents.c.id).where(documents.c.outlet.in_(wanted.outlets)))


def _told(row: Any) -> Told:
    from detente.analysis.accounts import Told  # brings the words for accounts, which only they need

    pair = row.one, row.other
    return Told(row.document_id, row.event_id, row.type, pair, row.date, row.venue, row.language, row.status, row.day, row.is_first)


def venues(connection: Connection, wanted: Meetings = EVERY) -> dict[Pair, set[tuple[str, str]]]:
    """Return where each two parties are told to have met, by language and name; empty where that is not told."""
    found: dict[Pair, set[tuple[str, str]]] = {}
    query = select(*NAMED, gathered.c.language, gathered.c.venue).distinct().where(*_conditions(wanted))
    for one, other, language, venue in connection.execute(query):
        found.setdefault((one, other), set()).add((language, venue))
    return found


def meeting_on(connection: Connection, day: str) -> set[Pair]:
    """Return the pairs of whom some mention is of a day, or month or year, or in a document of then."""
    then = (select(*NAMED).distinct().where(column >= day, column < day + "~") for column in (gathered.c.date, gathered.c.day))
    return {(one, other) for query in then for one, other in connection.execute(query)}


def reporting(connection: Connection, days: Collection[str], pair: Pair) -> list[str]:
    """Return the ids of the documents that were published on some days and in which both of two parties speak, or no two parties do."""
    both = select(pairs.c.document_id).where(pairs.c.one == pair[0], pairs.c.other == pair[1])
    alone = select(settled.c.document_id).where(settled.c.silent == "+".join(pair))
    without = ~exists().where(pairs.c.document_id == documents.c.id)
    query = select(documents.c.id).where(documents.c.day.in_(days), or_(documents.c.id.in_(both.union(alone)), without))
    return list(connection.scalars(query.order_by(documents.c.id)))
