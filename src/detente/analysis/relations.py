"""The relation of two parties on each topic, by the decision table of maps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from detente.records import Done, Record, Saying, Side
from detente.stages.maps import Deed, draw, topic_of

SHOWN = Side(0, True, (), None)  # words are not asked for


class Related(Record, frozen=True):
    """The relation of two parties on a topic; `by` is the one side of a one-sided one, else empty."""

    relation: str
    by: str


def relations(done: Iterable[Done | Saying], pair: tuple[str, str]) -> dict[str, Related]:
    """Return the relation on each topic of which something is sure, as the map of the same statements has it.

    >>> said = [Done("trade", "RU", True, '["REJECT",-1,"",null]', True), Done("trade", "US", True, '["AID",1,"",null]', True)]
    >>> relations(said, ("RU", "US"))["trade"].relation
    'divergence'
    """
    told: dict[str, list[Done | Saying]] = defaultdict(list)
    for each in done:
        told[each.topic].append(each)
    return {topic: _related(topic, deeds, pair) for topic, deeds in told.items() if any(each.is_sure for each in deeds)}


def _related(topic: str, done: Iterable[Done | Saying], pair: tuple[str, str]) -> Related:
    there = ((frozenset(each.sides.split("+")), each.is_own, msgspec.json.decode(each.deed, type=Deed)) for each in done)
    (cell,) = draw([topic_of(topic, there, (), 0)], pair, lambda *_: SHOWN).cells
    return Related(cell.relation, cell.by or "")
