"""The map of two parties out of sums, and only the words that it shows: its time does not grow with what was said.

Where only some days, topics or languages are asked for, the same sums are made of what is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from heapq import merge
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, Select, bindparam, exists, select

from detente.copies import Member
from detente.pipeline import select as select_
from detente.records import Cell, DialogueMap, Reading, Side
from detente.stages.maps import MOST_WORDS, Topic, belying, draw, side_of, topic_of

from .derived import held, settled, spoken
from .facts import deed_in
from .persons import goes_by
from .query import readings_of
from .recount import Sums
from .slim import Place, bare_readings, first_documents, paths_of, statements_at
from .sums import Asked, in_language, is_held, sums_between
from .tables import parties

LISTED = 3  # documents that a map names
UNKNOWN = Member.of(None, "").day
AT_ONCE = 12  # words that are looked at together, until there are enough different ones
SIGNS = (-1, 0, 1)
Ranked = Select[tuple[str, str, str, int]]

_WORDS = (
    select(held.c.rank, held.c.utterance, held.c.document_id, held.c.statement)
    .where(held.c.party == bindparam("party"), held.c.topic == bindparam("topic"), held.c.is_own == bindparam("own"),
           held.c.sign == bindparam("sign"), held.c.repeats.is_(None))
    .order_by(held.c.rank.desc())
    .limit(bindparam("most"))
)  # fmt: skip


class Through(NamedTuple):
    """Through whom statements came, as `said.via` and `settled.publisher` have it, and how many did."""

    told: str
    number: int


class Between(NamedTuple):
    """A map with what its faces tell beside it.

    Its cells name no evidence: that is asked for cell by cell. `readings` are the first of the documents, those in
    which a part could not be read, and those whose words are shown, with these statements alone.
    """

    map: DialogueMap
    readings: tuple[Reading, ...]
    languages: dict[str, int]
    reports: int
    first: str
    last: str
    statements: int
    unknown: int
    untopical: int
    through: tuple[Through, ...]
    cells: dict[tuple[str, str], tuple[Through, ...]]


class _Deeds(NamedTuple):
    """What is done on a topic: by which sides, whether in their own word, and as rows tell it."""

    sides: frozenset[str]
    is_own: bool
    told: str


def between(connection: Connection, asked: Asked) -> Between:
    """Return the map of two parties."""
    found = sums_between(connection, asked)
    deeds = _deeds(found)
    words: dict[Place, None] = {}
    whole = _renamed(connection, draw(_topics(found, deeds), asked.pair, _shown(connection, asked, found, deeds, words)))
    first, last = _days(connection, asked)
    return Between(
        map=whole, readings=_readings(connection, asked, words), first=first, last=last,
        languages={key: n for (kind, _, _, key), n in sorted(found.items()) if kind == "documents"},
        reports=found["reports", "", "", ""], statements=found["statements", "", "", "statements"],
        unknown=found["statements", "", "", "unknown"], untopical=found["statements", "", "", "untopical"],
        through=tuple(Through(key, n) for (kind, _, _, key), n in found.items() if kind == "through"), cells=_cells(found),
    )  # fmt: skip


def _deeds(found: Sums) -> dict[tuple[str, str], list[_Deeds]]:
    """What is done, by party and topic."""
    deeds: dict[tuple[str, str], list[_Deeds]] = defaultdict(list)
    for kind, party, topic, key in found:
        if kind == "deeds":
            sides, own, told = key.split("\t", 2)
            deeds[party, topic].append(_Deeds(frozenset(sides.split("+")), own == "1", told))
    return deeds


def _topics(found: Sums, deeds: dict[tuple[str, str], list[_Deeds]]) -> Iterator[Topic]:
    """The topics of which one position is sure, with how sure the least sure statement is."""
    scores: dict[str, list[float]] = defaultdict(list)
    sure: set[str] = set()
    for kind, _, topic, key in found:
        if kind == "topics":
            scores[topic].append(float(key[1:]))
            if key[0] == "1":
                sure.add(topic)
    by_topic: dict[str, set[_Deeds]] = defaultdict(set)
    for (_, topic), done in deeds.items():
        by_topic[topic].update(done)
    for topic in sorted(sure):
        told = [(each.sides, each.is_own, deed_in(each.told)) for each in by_topic[topic]]
        yield topic_of(topic, told, (), min(scores[topic]))


def _shown(
    connection: Connection, asked: Asked, found: Sums, deeds: dict[tuple[str, str], list[_Deeds]], words: dict[Place, None]
) -> Callable[[str, str, str], Side]:
    """What is shown of a side; of the words that stand for it the places of the first ones are put into `words`."""

    ranked = _WORDS.where(*is_held(asked))

    def side(topic: str, party: str, relation: str) -> Side:
        done = deeds[party, topic]
        own = any(each.is_own for each in done)
        signs = {deed_in(each.told).sign for each in done if each.is_own == own}
        places = _best(connection, ranked, (party, topic, own), signs, belying(relation))
        words[places[0]] = None
        best = statements_at(connection, places)
        return side_of([best[place] for place in places], found["told", party, topic, ""], own=own)

    return side


def _renamed(connection: Connection, drawn: DialogueMap) -> DialogueMap:
    """A map whose sides are told by the ids that their speakers go by."""
    names = goes_by(connection, {side.per for cell in drawn.cells for side in cell.sides.values() if side.per})
    return replace(drawn, cells=tuple(_with_names(cell, names) for cell in drawn.cells)) if names else drawn


def _with_names(cell: Cell, names: dict[str, str]) -> Cell:
    sides = {party: replace(side, per=names.get(side.per, side.per)) if side.per else side for party, side in cell.sides.items()}
    return replace(cell, sides=sides)


def _best(connection: Connection, query: Ranked, of: tuple[str, str, bool], signs: set[int], last: tuple[int, ...]) -> list[Place]:
    """The places of the best words, of each utterance once; those of some signs come last."""
    places: dict[str, Place] = {}
    for some in ([s for s in SIGNS if s in signs and s not in last], [s for s in SIGNS if s in signs and s in last]):
        ranked = merge(*(_ranked(connection, query, of, sign) for sign in some), reverse=True)
        for _, utterance, document, number in ranked:
            places.setdefault(utterance, (document, number))
            if len(places) == MOST_WORDS:
                return list(places.values())
    return list(places.values())


def _ranked(connection: Connection, query: Ranked, of: tuple[str, str, bool], sign: int) -> Iterator[tuple[str, str, str, int]]:
    """Words by their rank; more are fetched as they are needed."""
    most, done = AT_ONCE, 0
    values = dict(zip(("party", "topic", "own"), of, strict=True))
    while True:
        rows = connection.execute(query, {**values, "sign": sign, "most": most}).all()
        yield from ((row.rank, row.utterance, row.document_id, row.statement) for row in rows[done:])
        if len(rows) < most:
            return
        most, done = most * 8, len(rows)


def _cells(found: Sums) -> dict[tuple[str, str], tuple[Through, ...]]:
    """Through whom came what stands in cells, by topic and party."""
    cells: dict[tuple[str, str], list[Through]] = defaultdict(list)
    for (kind, party, topic, key), number in found.items():
        if kind == "through-cell":
            cells[topic, party].append(Through(key, number))
    return {cell: tuple(told) for cell, told in cells.items()}


def _days(connection: Connection, asked: Asked) -> tuple[str, str]:
    """The first and the last day of documents; nothing where none has one."""
    found: list[str] = []
    for party in asked.pair:
        mine = [spoken.c.party == party, spoken.c.topic == "", spoken.c.day < UNKNOWN, *in_language(asked, spoken.c.document_id)]
        for order in (spoken.c.day.asc(), spoken.c.day.desc()):
            found += connection.scalars(select(spoken.c.day).where(*mine).order_by(order).limit(1))
    return (min(found), max(found)) if found else ("", "")


def _readings(connection: Connection, asked: Asked, words: dict[Place, None]) -> tuple[Reading, ...]:
    """The readings that a face needs, in their order."""
    keys = list(dict.fromkeys((*first_documents(connection, asked, LISTED), *_failed(connection, asked))))
    whole = {each.document.id: select_(each, asked.selection) for each in readings_of(connection, paths_of(connection, keys))}
    bare = bare_readings(connection, [place for place in words if place[0] not in whole])
    return (*(whole[key] for key in keys), *bare)


def _failed(connection: Connection, asked: Asked) -> list[str]:
    """The documents of which a part could not be read."""
    speaks = exists().where(parties.c.document_id == settled.c.document_id, parties.c.party.in_(asked.pair))
    query = select(settled.c.document_id).where(settled.c.failed, speaks, *in_language(asked, settled.c.document_id))
    return list(connection.scalars(query.order_by(settled.c.day, settled.c.document_id)))
