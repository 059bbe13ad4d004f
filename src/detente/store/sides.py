"""What is summed document by document of what sides say in their own word.

Of networks whose duplicates go by documents: how many documents there are in which who takes which side on what. A kind is of
`actor`, `party` or `outlet`; its scope is their name, its key the side, or `any` where sides are not told apart.

Of who is heard: `said-actor` counts utterances by party and by topic (each of any party), `said-party` those of a party and
`said-topic` those on a topic; `in-actor` and `in-party` (by outlet) and `in-topic` count the documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Integer, RowMapping, cast, func, select

from .claims import SUMMED
from .derived import counts, held
from .questions import of_some
from .tables import documents

KINDS = {"actor": "sides-actor", "party": "sides-party", "outlet": "sides-outlet"}
ANY = "any"
_OWN = (
    select(held.c.document_id, held.c.topic, held.c.leads, held.c.id, held.c.utterance, SUMMED["agreement"].label("side"),
           *(SUMMED[name].label(name) for name in KINDS))
    .join(documents, documents.c.id == held.c.document_id)
    .where(held.c.is_own, held.c.repeats.is_(None))
)


def sides_of(connection: Connection, some: Sequence[str]) -> Counter[tuple[str, str, str, str]]:
    """Return the sums of documents, by kind, scope, topic and key."""
    found: set[tuple[str, ...]] = set()
    for row in connection.execute(_OWN.where(*of_some(connection, some, held.c.document_id, documents.c.id))).mappings():
        for name, kind in KINDS.items():
            if row[name] and (row["leads"] or name == "outlet"):
                found.update((row["document_id"], "", kind, row[name], row["topic"], key) for key in (str(row["side"]), ANY))
        found.update((row["document_id"], *each) for each in _heard(row))
    return Counter((kind, scope, topic, key) for _, _, kind, scope, topic, key in found)


def _heard(row: RowMapping) -> Iterator[tuple[str, ...]]:
    """What a row adds to the sums of who is heard: of what it is counted once, then kind, scope, topic and key."""
    actor, party, topic, outlet = row["actor"], row["party"], row["topic"], row["outlet"]
    yield "", "in-actor", actor, "", outlet
    yield "", "in-party", party, "", outlet
    yield "", "in-topic", "", topic, ""
    if row["leads"]:
        yield row["id"], "said-actor", actor, topic, ANY
        yield row["id"], "said-topic", "", topic, ""
    if row["id"] == row["utterance"]:
        yield from ((row["id"], "said-actor", actor, "", key) for key in (party, ANY))
        yield row["id"], "said-party", party, "", ""


def kept(connection: Connection, rows: str, names: Sequence[str], topics: Sequence[str], *, tells_sides: bool) -> list[Any]:
    """Return the sums of some rows and topics (none: of all) in order: row, topic, side, number."""
    side = cast(counts.c.key, Integer) if tells_sides else cast("0", Integer)
    query = select(counts.c.scope, counts.c.topic, side, counts.c.number).where(counts.c.kind == KINDS[rows])
    query = query.where(counts.c.key.in_(("1", "-1")) if tells_sides else counts.c.key == ANY)
    for column, wanted in ((counts.c.scope, names), (counts.c.topic, topics)):
        if wanted:
            query = query.where(column.in_(wanted))
    return list(connection.execute(query.order_by(counts.c.scope, counts.c.topic, counts.c.key)))


def outlets(connection: Connection, parties: Sequence[str]) -> tuple[str, ...]:
    """Return the outlets that print what parties say in their own word, those with most documents first."""
    query = select(counts.c.key).where(counts.c.kind == "in-party", counts.c.scope.in_(parties), counts.c.key != "", counts.c.number > 0)
    return tuple(connection.scalars(query.group_by(counts.c.key).order_by(func.sum(counts.c.number).desc(), counts.c.key)))
