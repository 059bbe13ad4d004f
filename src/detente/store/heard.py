"""How often who is heard on what: from sums that are kept, or made of the claims that filters let through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from detente.records import Heard, Reading

from .claims import conditions
from .copies import in_parts
from .derived import counts, held
from .sides import ANY
from .slim import slim_readings
from .tables import documents, statements
from .wanted import ANYTHING, Wanted

# What claims are summed by, each as a column.
KEYS: dict[str, Any] = {
    "actor": held.c.actor_id, "party": held.c.party, "topic": held.c.topic, "outlet": func.coalesce(documents.c.outlet, ""),
}  # fmt: skip
OWN = held.c.is_own, held.c.repeats.is_(None)
_SCOPE, _TOPIC, _KEY, _NUMBER = counts.c.scope, counts.c.topic, counts.c.key, counts.c.number
_WHOLE, _ON, _ANY = _TOPIC == "", _TOPIC != "", _KEY == ANY
# Which sums are kept: kind, the columns of the keys, and the condition. Utterances first, then documents.
SAID: dict[tuple[str, ...], tuple[str, tuple[Any, ...], Any]] = {
    ("actor",): ("said-actor", (_SCOPE,), _WHOLE & _ANY), ("actor", "party"): ("said-actor", (_SCOPE, _KEY), _WHOLE & (_KEY != ANY)),
    ("actor", "topic"): ("said-actor", (_SCOPE, _TOPIC), _ON & _ANY), ("party",): ("said-party", (_SCOPE,), _WHOLE),
    ("topic",): ("said-topic", (_TOPIC,), _ON), ("topic", "party"): ("told", (_TOPIC, _SCOPE), _ON),
    ("party", "topic"): ("told", (_SCOPE, _TOPIC), _ON), ("party", "actor"): ("said-actor", (_KEY, _SCOPE), _WHOLE & (_KEY != ANY)),
}  # fmt: skip
IN: dict[tuple[str, ...], tuple[str, tuple[Any, ...], Any]] = {
    ("actor",): ("in-actor", (_SCOPE,), _WHOLE), ("actor", "outlet"): ("in-actor", (_SCOPE, _KEY), _WHOLE),
    ("party",): ("in-party", (_SCOPE,), _WHOLE), ("party", "outlet"): ("in-party", (_SCOPE, _KEY), _WHOLE),
    ("topic",): ("in-topic", (_TOPIC,), _ON),
}  # fmt: skip


def heard(connection: Connection, by: Sequence[str], wanted: Wanted = ANYTHING, most: int = 0) -> list[Heard]:
    """Return sums of claims in a side's own word, the most heard first; at most so many (0: all).

    A statement on two topics, or of two sides, is in the sums of both. What is kept has statements or reports, or both.
    """
    found = _kept(connection, tuple(by), wanted, most) if _is_kept(tuple(by), wanted) else _made(connection, by, wanted)
    named = (each for each in found if all(each.keys))
    return sorted(named, key=lambda each: (-each.statements, -each.reports, each.keys))[: most or None]


def _is_kept(by: tuple[str, ...], wanted: Wanted) -> bool:
    """Whether the store has the sums: of all claims, or of those of the actor, party or topic that comes first among the keys."""
    if by[0] == "actor" and all(speaker.ids and not speaker.name for speaker in wanted.speakers):
        wanted = wanted._replace(speakers=())
    if by[0] == "party":
        wanted = wanted._replace(parties=())
    return wanted == ANYTHING and (by in SAID or by in IN)


def _kept(connection: Connection, by: tuple[str, ...], wanted: Wanted, most: int) -> list[Heard]:
    only = wanted.parties if by[0] == "party" else [key for speaker in wanted.speakers for key in speaker.ids]
    said = _sums(connection, SAID.get(by), only, most)
    among = list(only) or ([keys[0] for keys in said] if most and said else [])
    reports = _sums(connection, IN.get(by), among if by[0] != "topic" else (), 0)
    return [Heard(keys, said[keys], reports[keys]) for keys in (said or reports)]


def _sums(connection: Connection, kind: tuple[str, tuple[Any, ...], Any] | None, only: Sequence[str], most: int) -> Counter[tuple[str, ...]]:
    if kind is None:
        return Counter()
    name, keys, condition = kind
    number = func.sum(_NUMBER)
    query = select(*keys, number).where(counts.c.kind == name, condition, *([keys[0].in_(only)] if only else []))
    if name == "said-actor":
        query = query.where(_SCOPE != "")
    rows = connection.execute(query.group_by(*keys).order_by(number.desc(), *keys).limit(most or None))
    return Counter({tuple(row[:-1]): int(row[-1]) for row in rows if row[-1]})


def _made(connection: Connection, by: Sequence[str], wanted: Wanted) -> list[Heard]:
    keys = [KEYS[name] for name in by]
    numbers = func.count(held.c.utterance.distinct()), func.count(held.c.document_id.distinct())
    query = with_tables(select(*keys, *numbers), wanted, outlets="outlet" in by).where(*OWN, *conditions(wanted))
    return [Heard(tuple(row[:-2]), row[-2], row[-1]) for row in connection.execute(query.group_by(*keys))]


def with_tables(query: Select[Any], wanted: Wanted, *, outlets: bool = False) -> Select[Any]:
    """Return a query of claims with the tables that filters need, and no others: joining costs most."""
    query = query.select_from(held)
    if wanted.acts:
        query = query.join(statements, (statements.c.document_id == held.c.document_id) & (statements.c.place == held.c.statement))
    if outlets or wanted.outlets or wanted.countries or wanted.languages:
        query = query.join(documents, documents.c.id == held.c.document_id)
    return query


def first_and_last(connection: Connection, actors: Sequence[str], wanted: Wanted = ANYTHING) -> dict[str, tuple[str, str]]:
    """Return the first and the last day on which actors speak; nothing of those whose days are not known."""
    found: dict[str, tuple[str, str]] = {}
    for actor in actors:
        query = with_tables(select(held.c.day), wanted).where(held.c.actor_id == actor, held.c.day != "", *OWN, *conditions(wanted))
        ends = [connection.scalar(query.order_by(order).limit(1)) for order in (held.c.day.asc(), held.c.day.desc())]
        if all(ends):
            found[actor] = str(ends[0]), str(ends[1])
    return found


def cited(connection: Connection, wanted: Wanted, most: int = 0, *, latest: bool = False) -> Iterator[Reading]:
    """Yield the statements behind sums, by day; at most so many (0: all), the first or the latest. Each is a document with it alone."""
    columns = held.c.day, held.c.document_id, held.c.statement
    query = with_tables(select(*columns).distinct(), wanted).where(*OWN, *conditions(wanted))
    order = [column.desc() for column in columns] if latest else columns
    places = [(document, number) for _, document, number in connection.execute(query.order_by(*order).limit(most or None))]
    for part in in_parts(places):
        for place in part:
            yield from slim_readings(connection, [place])
