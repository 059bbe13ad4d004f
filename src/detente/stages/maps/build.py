"""Maps from statements: cells, sides, and the words that stand for a side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from detente.records import RELATIONS, Cell, DialogueMap, Position, Side, Statement, Words

from .relation import CellCase, decide_relation
from .stand import stand

MOST_WORDS = 3
SHORT = 8
SURE_ENOUGH = 0.5


class _Dated(NamedTuple):
    """A statement with the date of the position that rests on it."""

    statement: Statement
    held_on: str | None


def _sides(statement: Statement) -> frozenset[str]:
    return _split(statement.speaker.party if statement.speaker else None)


@lru_cache(maxsize=1024)
def _split(party: str | None) -> frozenset[str]:
    return frozenset(party.split("+")) if party else frozenset()


def pairs(statements: Iterable[Statement], named: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return the pairs of parties that both speak in the statements, the most reported first.

    Where no two speak, the pair of the first two parties that are `named`, if one of them speaks.
    """
    counts: Counter[str] = Counter()
    joint: Counter[tuple[str, str]] = Counter()
    for statement in statements:
        sides = sorted(_sides(statement))
        counts.update(sides)
        for i, left in enumerate(sides):
            joint.update((left, right) for right in sides[i + 1 :])
    parties = sorted(counts)
    found = [(a, b) for i, a in enumerate(parties) for b in parties[i + 1 :]]
    weight = {p: 2 * min(counts[p[0]], counts[p[1]]) + counts[p[0]] + counts[p[1]] + 4 * joint[p] for p in found}
    if not found and len(named) > 1 and not counts.keys().isdisjoint(named[:2]):
        left, right = sorted(named[:2])
        return ((left, right),)
    return tuple(sorted(found, key=lambda p: (-weight[p], p)))


def _is_own(statement: Statement, pair: tuple[str, str]) -> bool:
    """In a side's own word: not passed on by a person (an outlet may pass it on)."""
    return not statement.via or all(relay.actor_id.startswith("outlet:") for hop in statement.via for relay in hop)


def _weakness(item: _Dated) -> tuple[bool, bool, float]:
    """Order of the words that stand for a side: its own before joint ones, sentences before phrases, the strongest."""
    length = sum(span.stop - span.start for span in item.statement.content)
    return len(_sides(item.statement)) > 1, length < SHORT, -abs(item.statement.polarity or 0)


def _side(party: str, evidence: list[_Dated], pair: tuple[str, str]) -> Side:
    mine = [item for item in evidence if party in _sides(item.statement)]
    own = [item for item in mine if _is_own(item.statement, pair)]
    latest = sorted(own or mine, key=lambda item: (item.held_on or "", item.statement.cue.start), reverse=True)
    shown = [item.statement for item in sorted(latest, key=_weakness)[:MOST_WORDS]]
    words = tuple(Words(s.id, s.content[0].start, s.content[0].stop) for s in shown)
    per = mine[0].statement.via[-1][-1].actor_id if mine and not own else None
    return Side(len(own), bool(own), words, per)


def _cell(topic: str, evidence: list[_Dated], pair: tuple[str, str]) -> Cell:
    statements = [item.statement for item in evidence]
    counted = [(s, _sides(s)) for s in statements if _is_own(s, pair) or len(_sides(s)) > 1]
    left, right = (stand(s for s, sides in counted if one in sides and other not in sides)
                   for one, other in (pair, pair[::-1]))  # fmt: skip
    joint = stand(s for s, sides in counted if sides.issuperset(pair))
    relation, rule = decide_relation(CellCase(joint, left, right))
    by = (pair[0] if left.takes else pair[1]) if relation == "one-sided" else None
    sides = {party: _side(party, evidence, pair) for party in pair}
    score = min((s.score for s in statements), default=0.0)
    return Cell(topic, relation, by, sides, tuple(s.id for s in statements), score, rule)


def build_map(statements: Iterable[Statement], positions: Iterable[Position], pair: tuple[str, str]) -> DialogueMap:
    """Return the map of a pair of parties: cells by relation, the best supported first.

    A cell needs a position whose topic is sure; the others only add to it.
    """
    by_id = {statement.id: statement for statement in statements}
    topics: dict[str, list[Position]] = {}
    for position in positions:
        if position.evidence_id in by_id:
            topics.setdefault(position.topic, []).append(position)
    cells = [
        _cell(topic, [_Dated(by_id[p.evidence_id], p.held_on) for p in found], pair)
        for topic, found in topics.items()
        if max(p.score for p in found) >= SURE_ENOUGH
    ]
    order = {relation: i for i, relation in enumerate(RELATIONS)}
    cells.sort(key=lambda c: (order[c.relation], -sum(s.statements for s in c.sides.values()), c.topic))
    return DialogueMap(pair, tuple(cells))
