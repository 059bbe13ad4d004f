"""What two parties do, month by month, out of sums; and the reports behind it, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, func, literal, select

from detente.stages.maps import MONTH, Doing, Summed, Told

from .derived import counts, held, said, settled
from .facts import deed_in
from .recount import TAB, month, month_key
from .sums import Asked, heard, heard_then, is_held, on_days
from .tables import documents

UNKNOWN = "9999"  # the month of documents whose day is not known
Suffix = tuple[str, bool, bool, Doing]


def months(connection: Connection, asked: Asked) -> tuple[list[Summed], Counter[str]]:
    """Return what two parties do on topics by the month of the day, of joint statements once, and the reports of each month."""
    whole = _has(connection, asked)
    done = connection.execute(_kept(connection, asked) if whole else _made(asked)).all()
    reports = connection.execute(_kept_reports(asked) if whole and not asked.languages else _made_reports(asked)).all()
    return _done(asked, done), _by_month(asked, reports)


def _done(asked: Asked, rows: Iterable[Any]) -> list[Summed]:
    one, languages, told = asked.pair[0], asked.languages, cache(_told)
    found = []
    for scope, topic, key, number in rows:
        at, _, rest = key.partition(TAB)
        language, sure, leads, doing = told(rest)
        if (scope == one or one not in doing.sides) and (not languages or language in languages):
            found.append(Summed(at, topic, language, doing, sure, leads, number))
    return found


def _has(connection: Connection, asked: Asked) -> bool:
    """Whether the sums of months that are kept are whole and tell what is asked for: stores of before have none."""
    if asked.outlets or asked.least or any(len(day) > MONTH for day in (asked.selection.since, asked.selection.until)):
        return False
    query = select(counts.c.kind, func.sum(counts.c.number)).where(counts.c.kind.in_(("deeds", "months")), counts.c.scope.in_(asked.pair))
    numbers: dict[str, Any] = dict(connection.execute(query.group_by(counts.c.kind)).all())
    return bool(numbers.get("deeds", 0) == numbers.get("months", 0))


def _kept(connection: Connection, asked: Asked) -> Select[Any]:
    """The sums that are kept, of the months asked for; keys begin with the month, and are compared letter by letter."""
    key, (topics, since, until) = counts.c.key, asked.selection
    ordered = key.collate("C" if connection.dialect.name == "postgresql" else "BINARY")
    query = select(counts.c.scope, counts.c.topic, key, counts.c.number)
    query = query.where(counts.c.kind == "months", counts.c.scope.in_(asked.pair))
    if topics:
        query = query.where(counts.c.topic.in_(sorted(topics)))
    if since or until:
        query = query.where(ordered >= (since or "0"))
    return query.where(func.substr(ordered, 1, len(until)) <= until) if until else query


def _made(asked: Asked) -> Select[Any]:
    """The same sums, made of the rows."""
    key = month_key()
    query = select(held.c.party, held.c.topic, key, func.count()).join(documents, documents.c.id == held.c.document_id)
    return query.where(held.c.party.in_(asked.pair), held.c.repeats.is_(None), *is_held(asked)).group_by(held.c.party, held.c.topic, key)


def _told(key: str) -> Suffix:
    """Language, whether the topic is sure, whether it is the report that counts, and what is done."""
    language, flags, sides, own, deed = key.split(TAB, 4)
    return language, flags[0] == "1", flags[1] == "1", Doing(frozenset(sides.split("+")), own == "1", deed_in(deed))


def _by_month(asked: Asked, rows: Iterable[Any]) -> Counter[str]:
    """How many reports there are in which either of two parties speaks, by the month of the first copy."""
    found: Counter[str] = Counter()
    for at, number in rows:
        found["" if at == UNKNOWN else at] += int(number)
    _, since, until = asked.selection
    inside = {at: n for at, n in found.items() if at[: len(since)] >= since[:MONTH] and (not until or at[: len(until)] <= until[:MONTH])}
    return Counter({at: number for at, number in inside.items() if number and (at or not (since or until))})


def _kept_reports(asked: Asked) -> Select[Any]:
    """The sums that are kept: those of one, and of the other, less those of both."""
    both = "+".join(asked.pair)
    number = func.sum(counts.c.number).filter(counts.c.scope != both), func.sum(counts.c.number).filter(counts.c.scope == both)
    query = select(counts.c.key, func.coalesce(number[0], 0) - func.coalesce(number[1], 0))
    return query.where(counts.c.kind == "month", counts.c.scope.in_((*asked.pair, both))).group_by(counts.c.key)


def _made_reports(asked: Asked) -> Select[Any]:
    each = select(func.min(settled.c.day).label("day")).where(*heard(asked, settled.c.document_id)).group_by(settled.c.cluster).subquery()
    at = month(each.c.day)
    return select(at, func.count()).where(*on_days(asked, each.c.day)).group_by(at)


class Placed(NamedTuple):
    """A report, the document that has it, and the number of the statement in it."""

    told: Told
    document_id: str
    number: int


def told(connection: Connection, asked: Asked, topics: Collection[str]) -> Iterator[Placed]:
    """Yield the reports of what either of two parties does on some topics, in the order of their documents."""
    rows = connection.execute(_rows(asked, topics)).all()
    utterances = {row.id: row.utterance for row in rows}
    for row in rows:
        first = utterances.get(row.repeats, row.repeats) if row.repeats else row.utterance
        doing = Doing(frozenset(row.sides.split("+")), row.is_own, deed_in(row.deed))
        report = Told(row.topic, row.id, first, row.day, doing, row.is_sure, row.repeats is not None, _through(row), row.language)
        yield Placed(report, row.document_id, row.statement)


def _rows(asked: Asked, topics: Collection[str]) -> Select[Any]:
    one, other = asked.pair
    joint = (said.c.document_id == held.c.document_id) & (said.c.place == held.c.statement)
    once = (held.c.party == one) | ((held.c.party == other) & ("+" + held.c.sides + "+").not_like(f"%+{one}+%"))
    columns = [held.c[name] for name in ("document_id", "statement", "topic", "id", "utterance", "day", "sides", "is_own", "deed", "is_sure", "repeats")]
    query = select(*columns, said.c.via, settled.c.publisher, documents.c.language)
    query = query.join(said, joint).join(settled, settled.c.document_id == held.c.document_id).join(documents, documents.c.id == held.c.document_id)
    return query.where(once, held.c.topic.in_(sorted(topics)), *is_held(asked)).order_by(settled.c.day, held.c.document_id, held.c.place)


def _through(row: Any) -> tuple[str, ...]:
    """Who published a statement, and the outlets that passed it on."""
    outlet, credit = msgspec.json.decode(row.publisher) if row.publisher else (None, None)
    relays = [key for key, _ in msgspec.json.decode(row.via or "[]") if key.startswith("outlet:")]
    return tuple(dict.fromkeys(filter(None, (outlet or credit, *relays))))


def is_sure_by_others(connection: Connection, asked: Asked, topic: str) -> bool:
    """Return whether a statement of neither party makes a topic sure, in the documents in which either speaks."""
    query = select(literal(1)).where(held.c.topic == topic, held.c.is_sure, held.c.repeats.is_(None))
    for party in asked.pair:
        query = query.where(("+" + held.c.sides + "+").not_like(f"%+{party}+%"))
    return connection.execute(query.where(*heard_then(asked, held.c.document_id), *is_held(asked)).limit(1)).first() is not None
