"""The best words of the sides of a map, those of many sides at a time: a map asks a few questions, not some for each side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache
from heapq import merge
from typing import Any, NamedTuple

from sqlalchemy import (
    ARRAY,
    Boolean,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    Text,
    bindparam,
    func,
    literal,
    select,
    true,
    union_all,
)

from detente.stages.maps import MOST_WORDS

from .derived import held
from .slim import Place
from .sums import Asked, is_held, is_of

AT_ONCE = 12  # words of a side that are looked at together, until there are enough different ones
SIDES = 16  # that are looked at together
SIGNS = (-1, 0, 1)

_WORDS = select(held.c.rank, held.c.utterance, held.c.document_id, held.c.statement).order_by(held.c.rank.desc()).limit(bindparam("most"))
_TYPES = {"party": Text, "topic": Text, "is_own": Boolean, "sign": Integer}
_SOUGHT = func.unnest(*(bindparam(name, type_=ARRAY(kind)) for name, kind in _TYPES.items())).table_valued(*_TYPES, with_ordinality="at").render_derived()


class Sought(NamedTuple):
    """Words of a party on a topic, in its own word or in that of others, of one sign."""

    party: str
    topic: str
    is_own: bool
    sign: int


class Ranked(NamedTuple):
    """Where words stand, by their rank, and which utterance they report."""

    rank: str
    utterance: str
    document: str
    number: int


NOTHING = Sought("", "", False, max(SIGNS) + 1)


class Best:
    """The best words of all that is sought; more of a side are fetched as they are needed."""

    def __init__(self, connection: Connection, asked: Asked, sought: Collection[Sought]) -> None:
        self._connection, self._asked = connection, asked
        if asked.is_dated:
            self._first = self._first_then()
        elif connection.dialect.name == "postgresql":
            self._first = self._first_on_server(sorted(sought))
        else:
            self._first = self._first_of(sorted(sought))

    def places(self, of: tuple[str, str, bool], signs: Collection[int], last: Collection[int]) -> list[Place]:
        """Return the places of the best words of some signs, of each utterance once; those of some signs come last."""
        found: dict[str, Place] = {}
        for some in ([s for s in SIGNS if s in signs and s not in last], [s for s in SIGNS if s in signs and s in last]):
            for each in merge(*(self._ranked(Sought(*of, sign)) for sign in some), reverse=True):
                found.setdefault(each.utterance, (each.document, each.number))
                if len(found) == MOST_WORDS:
                    return list(found.values())
        return list(found.values())

    def _ranked(self, sought: Sought) -> Iterator[Ranked]:
        rows, most = self._first[sought], AT_ONCE
        yield from rows
        while len(rows) == most:
            done, most = most, most * 8
            rows = [Ranked(*row) for row in self._connection.execute(_of_one(self._asked), {**_values(sought, ""), "most": most})]
            yield from rows[done:]

    def _first_then(self) -> dict[Sought, list[Ranked]]:
        """The first words of all sides in a period, of which an index of days leads to all."""
        found: dict[Sought, list[Ranked]] = defaultdict(list)
        for party, topic, is_own, sign, *row in self._connection.execute(_then(self._asked), {"most": AT_ONCE}):
            found[Sought(party, topic, is_own, sign)].append(Ranked(*row))
        return found

    def _first_on_server(self, sought: list[Sought]) -> dict[Sought, list[Ranked]]:
        found: dict[Sought, list[Ranked]] = defaultdict(list)
        values = {name: [getattr(each, name) for each in sought] for name in Sought._fields}
        for at, *row in self._connection.execute(_of_all(self._asked), {**values, "most": AT_ONCE}).all():
            found[sought[at - 1]].append(Ranked(*row))
        return found

    def _first_of(self, sought: list[Sought]) -> dict[Sought, list[Ranked]]:
        found: dict[Sought, list[Ranked]] = defaultdict(list)
        query = _of_many(self._asked)
        for start in range(0, len(sought), SIDES):
            some = sought[start : start + SIDES]
            values: dict[str, Any] = {"most": AT_ONCE}
            for i in range(SIDES):
                values |= _values(some[i] if i < len(some) else NOTHING, str(i))
            for at, *row in self._connection.execute(query, values).all():
                found[some[at]].append(Ranked(*row))
        return found


def _then(asked: Asked) -> Select[Any]:
    side, columns = (held.c.party, held.c.topic, held.c.is_own, held.c.sign), (held.c.rank, held.c.utterance, held.c.document_id, held.c.statement)
    place = func.row_number().over(partition_by=side, order_by=held.c.rank.desc()).label("at")
    each = select(*side, *columns, place).where(is_of(asked), *is_held(asked), held.c.repeats.is_(None)).subquery()
    names = [column.name for column in (*side, *columns)]
    return select(*(each.c[name] for name in names)).where(each.c["at"] <= bindparam("most")).order_by(each.c.rank.desc())


@lru_cache(maxsize=8)
def _of_one(asked: Asked) -> Select[Any]:
    """The query for the words of one side."""
    return _WORDS.where(*_is(""), *is_held(asked))


@lru_cache(maxsize=8)
def _of_many(asked: Asked) -> CompoundSelect[Any]:
    """The query for the first words of as many sides as are looked at together."""
    each = (_WORDS.where(*_is(str(i)), *is_held(asked)).subquery() for i in range(SIDES))
    return union_all(*(select(literal(i), words) for i, words in enumerate(each)))


@lru_cache(maxsize=8)
def _of_all(asked: Asked) -> Select[Any]:
    """The query for the first words of all sides, on PostgreSQL; it plans many short queries in one too long."""
    same = [held.c[name] == _SOUGHT.c[name] for name in Sought._fields]
    words = _WORDS.where(*same, held.c.repeats.is_(None), *is_held(asked)).lateral("words")
    return select(_SOUGHT.c["at"], words).join_from(_SOUGHT, words, true()).order_by(_SOUGHT.c["at"], words.c.rank.desc())


def _is(which: str) -> list[Any]:
    """The conditions that words are those which are sought, one of several."""
    told = [getattr(held.c, name) == bindparam(name + which) for name in Sought._fields]
    return [*told, held.c.repeats.is_(None)]


def _values(sought: Sought, which: str) -> dict[str, Any]:
    return {name + which: value for name, value in sought._asdict().items()}
