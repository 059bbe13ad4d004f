"""The statements of a cell: counted, and read in their order, some at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, bindparam, select

from detente.records import Reading, Statement

from .copies import in_parts
from .derived import held, settled
from .questions import among, ask
from .slim import FEW, around, on_topic
from .sums import Asked, heard, heard_then, is_held
from .tables import statements

SOON = 20  # statements whose documents are read first: as many as a page shows

_ROWS = (
    select(held.c.document_id, held.c.statement, statements.c.rest)
    .join(statements, (statements.c.document_id == held.c.document_id) & (statements.c.place == held.c.statement))
    .where(held.c.topic == bindparam("topic"))
)


class Listed(NamedTuple):
    """How many statements a cell rests on, how many utterances they report, and of those of several the numbers of all."""

    statements: int
    utterances: int
    others: dict[str, tuple[int, ...]]


def evidence(connection: Connection, asked: Asked, topic: str) -> Iterator[Reading]:
    """Yield the statements of a cell in the order of their documents: readings with some of their statements each."""
    query = _rows(asked, connection.dialect.name)
    for some in _on_days(connection, asked, topic) if asked.is_dated else on_topic(connection, asked, topic):
        told: dict[str, dict[int, bytes]] = {document: {} for document in some}
        for document, number, rest in ask(connection, query, {"some": some, "topic": topic}):
            told[document][number] = rest
        having = [document for document in some if told[document]]
        soon = bisect_left(list(accumulate(len(told[document]) for document in having)), SOON) + 1
        for part in filter(None, (having[:soon], having[soon:])):
            yield from around(connection, {document: _said(told[document]) for document in part})


def _said(told: Mapping[int, bytes]) -> list[Statement]:
    """The statements of a document in their order."""
    return [msgspec.json.decode(told[number], type=Statement) for number in sorted(told)]


@lru_cache(maxsize=8)
def _rows(asked: Asked, database: str) -> Select[Any]:
    return _ROWS.where(among(held.c.document_id, "some", database), *is_held(asked))


def _on_days(connection: Connection, asked: Asked, topic: str) -> Iterator[Sequence[str]]:
    """The same documents as `on_topic` gives, found by the days asked for: those before them need not be looked through."""
    of = held.c.topic == topic, *heard_then(asked, held.c.document_id), *is_held(asked)
    query = select(settled.c.day, held.c.document_id).join(settled, settled.c.document_id == held.c.document_id).where(*of).distinct()
    found = connection.execute(query.order_by(settled.c.day, held.c.document_id)).all()
    for start in range(0, len(found), FEW):
        yield [document for _, document in found[start : start + FEW]]


def listed(connection: Connection, asked: Asked, topic: str) -> Listed:
    """Return what is told of the statements of a cell together."""
    utterances: dict[str, str] = {}
    repeats: dict[str, str] = {}
    for row in connection.execute(_listed(asked, topic)):
        utterances[row.id] = row.utterance
        if row.repeats:
            repeats[row.id] = row.repeats
    firsts = first_reports(connection, {each for each in repeats.values() if each not in utterances or each in repeats})
    told = {key: firsts.get(repeats[key], utterances.get(repeats[key], repeats[key])) if key in repeats else at for key, at in utterances.items()}
    several = {at for at, number in Counter(told.values()).items() if number > 1}
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, at in enumerate(told.values(), 1):
        if at in several:
            numbers[at].append(number)
    return Listed(len(told), len(set(told.values())), {key: tuple(numbers[at]) for key, at in told.items() if at in several})


def _listed(asked: Asked, topic: str) -> Any:
    query = select(held.c.id, held.c.utterance, held.c.repeats).join(settled, settled.c.document_id == held.c.document_id)
    of = query.where(held.c.topic == topic, *heard(asked, held.c.document_id), *is_held(asked))
    return of.order_by(settled.c.day, held.c.document_id, held.c.statement)


def resting(connection: Connection, asked: Asked, topics: Sequence[str]) -> frozenset[str]:
    """Return the statements on which the cells of topics rest, by id."""
    mine = held.c.topic.in_(topics), *heard(asked, held.c.document_id), *is_held(asked)
    return frozenset(connection.scalars(select(held.c.id).where(*mine).distinct()))


def first_reports(connection: Connection, keys: set[str]) -> dict[str, str]:
    """Return the first reports of utterances, by the ids of statements that report them."""
    found: dict[str, str] = {}
    joint = (statements.c.document_id == held.c.document_id) & (statements.c.place == held.c.statement)
    for part in in_parts(sorted(keys)):
        query = select(statements.c.id, held.c.utterance).join(held, joint).where(statements.c.id.in_(part), held.c.repeats.is_(None))
        found.update((row.id, row.utterance) for row in connection.execute(query.distinct()))
    return found
