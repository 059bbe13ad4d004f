"""What is said, from the latest report back, as far as anybody reads on; and what it does, in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select, tuple_

from detente.records import Done, Heard, Saying

from .claims import UNKNOWN_ACT, conditions
from .derived import counts, held, settled, spoken
from .facts import deed_in
from .heard import OWN, with_tables
from .slim import FEW, Order
from .wanted import ANYTHING, Wanted

MOST_AT_ONCE, DAYS_AT_ONCE = 500, 50  # documents; days
_COLUMNS = (
    held.c.day, settled.c.day.label("published"), held.c.document_id, settled.c.cluster, held.c.statement, held.c.utterance, held.c.party,
    held.c.sides, held.c.topic, held.c.is_own, held.c.deed, held.c.is_sure,
)  # fmt: skip


def recent(connection: Connection, wanted: Wanted) -> Iterator[Saying]:
    """Yield what is said, with copies left out: of parties by the documents in which they speak, else by its own day."""
    if wanted.parties and not wanted.speakers:
        yield from _by_documents(connection, wanted)
        return
    yield from _by_days(connection, wanted)


def _query(wanted: Wanted) -> Any:
    query = with_tables(select(*_COLUMNS), wanted).join(settled, settled.c.document_id == held.c.document_id)
    return query.where(held.c.repeats.is_(None), *conditions(wanted))


def _by_days(connection: Connection, wanted: Wanted) -> Iterator[Saying]:
    order = held.c.day.desc(), held.c.document_id.desc(), held.c.place, held.c.party
    days = with_tables(select(held.c.day), wanted).where(*conditions(wanted)).distinct().order_by(held.c.day.desc())
    found, query = iter(connection.scalars(days).all()), _query(wanted).order_by(*order)
    while some := list(islice(found, DAYS_AT_ONCE)):
        yield from [Saying(*row) for row in connection.execute(query.where(held.c.day.in_(some)))]


def _by_documents(connection: Connection, wanted: Wanted) -> Iterator[Saying]:
    found, most, query = _documents(connection, wanted.parties), FEW, _query(wanted)
    while some := list(islice(found, most)):
        told: dict[str, list[Saying]] = {document: [] for document in some}
        rows = connection.execute(query.where(held.c.document_id.in_(some)).order_by(held.c.document_id, held.c.place, held.c.party))
        for row in rows:
            told[row.document_id].append(Saying(*row))
        for sayings in told.values():
            yield from sayings
        most = min(2 * most, MOST_AT_ONCE)


def _documents(connection: Connection, parties: tuple[str, ...]) -> Iterator[str]:
    """The documents in which one of some parties speaks, the latest first."""
    last = None
    for each in merge(*(_of(connection, party) for party in parties), reverse=True):
        if each != last:
            yield each[1]
        last = each


def _of(connection: Connection, party: str) -> Iterator[Order]:
    columns = spoken.c.day, spoken.c.document_id
    query, most = select(*columns).where(spoken.c.party == party, spoken.c.topic == ""), FEW
    page = query
    while True:
        rows = connection.execute(page.order_by(*(column.desc() for column in columns)).limit(most)).all()
        yield from ((row.day, row.document_id) for row in rows)
        if len(rows) < most:
            return
        page, most = query.where(tuple_(*columns) < (rows[-1].day, rows[-1].document_id)), min(2 * most, 8 * MOST_AT_ONCE)


def acts(connection: Connection, wanted: Wanted) -> list[Heard]:
    """Return how many claims in a side's own word do what; of a party alone from sums that are kept."""
    found: Counter[str] = Counter()
    if wanted._replace(parties=()) == ANYTHING and len(wanted.parties) == 1:
        query = select(counts.c.key, counts.c.number).where(counts.c.kind == "deeds", counts.c.scope == wanted.parties[0])
        for key, number in connection.execute(query):
            _, own, told = key.split("\t", 2)
            found[deed_in(told).act or UNKNOWN_ACT] += number if own == "1" else 0
    else:
        query = with_tables(select(held.c.deed, func.count()), wanted).where(*OWN, *conditions(wanted)).group_by(held.c.deed)
        for told, number in connection.execute(query):
            found[deed_in(told).act or UNKNOWN_ACT] += number
    return [Heard((act,), number, 0) for act, number in sorted(found.items(), key=lambda each: (-each[1], each[0])) if number]


def done(connection: Connection, pair: tuple[str, str], wanted: Wanted = ANYTHING) -> list[Done]:
    """Return what two parties do on each topic, each once; from sums that are kept where nothing is left out."""
    if wanted._replace(parties=()) == ANYTHING:
        return _kept(connection, pair)
    columns = held.c.topic, held.c.sides, held.c.is_own, held.c.deed, held.c.is_sure
    of_pair = wanted._replace(parties=pair)
    query = with_tables(select(*columns).distinct(), of_pair).where(held.c.repeats.is_(None), *conditions(of_pair))
    return [Done(*row) for row in connection.execute(query.order_by(*columns))]


def _kept(connection: Connection, pair: tuple[str, str]) -> list[Done]:
    query = select(counts.c.kind, counts.c.topic, counts.c.key).where(counts.c.scope.in_(pair), counts.c.number > 0)
    rows = connection.execute(query.where(counts.c.kind.in_(("deeds", "topics"))).order_by(counts.c.kind, counts.c.topic, counts.c.key)).all()
    sure = {topic for kind, topic, key in rows if kind == "topics" and key[0] == "1"}
    parts = ((topic, key.split("\t", 2)) for kind, topic, key in rows if kind == "deeds")
    return list(dict.fromkeys(Done(topic, sides, own == "1", deed, topic in sure) for topic, (sides, own, deed) in parts))
