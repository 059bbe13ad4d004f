"""The map of two parties out of sums, and only the words that it shows: its time does not grow with what was said.

Where only some days, topics or languages are asked for, the same sums are made of what is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, exists, select

from detente.copies import Member
from detente.pipeline import select as select_
from detente.records import Cell, DialogueMap, Reading, Side, Statement
from detente.stages.maps import Topic, belying, draw, side_of, topic_of

from .best import Best, Sought
from .derived import settled, spoken
from .facts import deed_in
from .persons import goes_by
from .query import readings_of
from .slim import Place, bare_readings, first_documents, paths_of, statements_at
from .sums import Asked, Sums, among_asked, sums_between
from .tables import parties

LISTED = 3  # documents that a map names
UNKNOWN = Member.of(None, "").day


class Between(NamedTuple):
    """A map with what its faces tell beside it.

    Its cells name no evidence: that is asked for cell by cell. `readings` are the first of the documents, those in
    which a part could not be read, and those whose words are shown, with these statements alone. `through` are those
    through whom statements came, as `said.via` and `settled.publisher` have it; `cells` tells through whom how many came
    that stand in cells, by party and topic.
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
    through: frozenset[str]
    cells: Mapping[tuple[str, str, str], int]


class _Deeds(NamedTuple):
    """What is done on a topic: by which sides, whether in their own word, and as rows tell it."""

    sides: frozenset[str]
    is_own: bool
    told: str


Deeds = dict[tuple[str, str], list[_Deeds]]  # by party and topic
Places = dict[tuple[str, str], list[Place]]  # by topic and party
Words = dict[Place, Statement]


def between(connection: Connection, asked: Asked) -> Between:
    """Return the map of two parties."""
    found = sums_between(connection, asked)
    deeds = _deeds(found)
    places: Places = {}
    best = Best(connection, asked, _sought(deeds))
    drawn = draw(_topics(found, deeds), asked.pair, _shown(best, found, deeds, places))
    words = statements_at(connection, {place for some in places.values() for place in some})
    whole = _with_words(connection, drawn, places, words)
    first, last = _days(connection, asked)
    return Between(
        map=whole, readings=_readings(connection, asked, places, words), first=first, last=last,
        languages={key: number for (_, _, key), number in sorted(found["documents"].items())},
        reports=found["reports"]["", "", ""], statements=found["statements"]["", "", "statements"],
        unknown=found["statements"]["", "", "unknown"], untopical=found["statements"]["", "", "untopical"],
        through=frozenset([key for _, _, key in found["through"]]), cells=found["through-cell"],
    )  # fmt: skip


def _deeds(found: Sums) -> Deeds:
    """What is done, by party and topic."""
    deeds: Deeds = defaultdict(list)
    for party, topic, key in found["deeds"]:
        sides, own, told = key.split("\t", 2)
        deeds[party, topic].append(_Deeds(frozenset(sides.split("+")), own == "1", told))
    return deeds


def _topics(found: Sums, deeds: Deeds) -> Iterator[Topic]:
    """The topics of which one position is sure, with how sure the least sure statement is."""
    scores: dict[str, list[float]] = defaultdict(list)
    sure: set[str] = set()
    for _, topic, key in found["topics"]:
        scores[topic].append(float(key[1:]))
        if key[0] == "1":
            sure.add(topic)
    by_topic: dict[str, set[_Deeds]] = defaultdict(set)
    for (_, topic), done in deeds.items():
        by_topic[topic].update(done)
    for topic in sorted(sure):
        told = [(each.sides, each.is_own, deed_in(each.told)) for each in by_topic[topic]]
        yield topic_of(topic, told, (), min(scores[topic]))


def _sought(deeds: Deeds) -> set[Sought]:
    """The words that may stand for sides: their own, else those that others tell of them."""
    return {Sought(*of, own, sign) for of, done in deeds.items() for own in [_is_own(done)] for sign in _signs(done, own)}


def _is_own(done: list[_Deeds]) -> bool:
    return any(each.is_own for each in done)


def _signs(done: list[_Deeds], own: bool) -> set[int]:
    return {deed_in(each.told).sign for each in done if each.is_own == own}


def _shown(best: Best, found: Sums, deeds: Deeds, places: Places) -> Callable[[str, str, str], Side]:
    """What is shown of a side but its words; where these stand is put into `places`."""

    def side(topic: str, party: str, relation: str) -> Side:
        done = deeds[party, topic]
        own = _is_own(done)
        places[topic, party] = best.places((party, topic, own), _signs(done, own), belying(relation))
        return side_of((), found["told"][party, topic, ""], own=own)

    return side


def _with_words(connection: Connection, drawn: DialogueMap, places: Places, words: Words) -> DialogueMap:
    """A map with the words of its sides, told by the ids that their speakers go by."""
    sides = {
        (cell.topic, party): side_of([words[place] for place in places[cell.topic, party]], side.statements, own=side.own_word)
        for cell in drawn.cells for party, side in cell.sides.items() if (cell.topic, party) in places
    }  # fmt: skip
    names = goes_by(connection, {side.per for side in sides.values() if side.per})
    told = {key: replace(side, per=names.get(side.per, side.per)) if side.per else side for key, side in sides.items()}
    return replace(drawn, cells=tuple([replace(cell, sides=_sides(cell, told)) for cell in drawn.cells]))


def _sides(cell: Cell, told: dict[tuple[str, str], Side]) -> dict[str, Side]:
    return {party: told.get((cell.topic, party), side) for party, side in cell.sides.items()}


def _days(connection: Connection, asked: Asked) -> tuple[str, str]:
    """The first and the last day of documents; nothing where none has one."""
    days = []
    for party in asked.pair:
        mine = [spoken.c.party == party, spoken.c.topic == "", spoken.c.day < UNKNOWN, *among_asked(asked, spoken.c.document_id)]
        days += [select(spoken.c.day).where(*mine).order_by(order).limit(1).scalar_subquery() for order in (spoken.c.day, spoken.c.day.desc())]
    found = [day for day in connection.execute(select(*days)).one() if day is not None]
    return (min(found), max(found)) if found else ("", "")


def _readings(connection: Connection, asked: Asked, places: Places, words: Words) -> tuple[Reading, ...]:
    """The readings that a face needs, in their order."""
    keys = list(dict.fromkeys((*first_documents(connection, asked, LISTED), *_failed(connection, asked))))
    paths = paths_of(connection, keys)
    whole = {key: select_(each, asked.selection) for key, each in zip(paths, readings_of(connection, paths), strict=True)}
    shown = {some[0]: words[some[0]] for some in places.values() if some and some[0][0] not in whole}
    return (*(whole[key] for key in keys), *bare_readings(connection, shown))


def _failed(connection: Connection, asked: Asked) -> list[str]:
    """The documents of which a part could not be read."""
    speaks = exists().where(parties.c.document_id == settled.c.document_id, parties.c.party.in_(asked.pair))
    query = select(settled.c.document_id).where(settled.c.failed, speaks, *among_asked(asked, settled.c.document_id))
    return list(connection.scalars(query.order_by(settled.c.day, settled.c.document_id)))
