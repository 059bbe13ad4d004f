"""Who relays whom: the chains of sources of what was reported, from the publisher to the first source, as a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, product
from typing import NamedTuple

from detente.records import Came, Record

OUTLET, PARTY, SPEAKER = "outlet", "party", "speaker"

Node = tuple[str, str]
Hop = tuple[Node, ...]


class Passed(NamedTuple):
    """A report of a statement: who published it, those who passed it on (the nearest first), and for whom it speaks."""

    statement_id: str
    hops: tuple[Hop, ...]


class Relaying(Record, frozen=True):
    """That one relays another, each a sort and an id, and the statements that came so, by id."""

    one: Node
    other: Node
    statements: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many statements came so."""
        return len(self.statements)


def passed(came: Came) -> Passed:
    """Return the chain of a statement.

    Its far end are the sides that the speaker speaks for, else the speaker; an outlet that speaks itself is told once.
    """
    hops: list[Hop] = [((OUTLET, came.outlet),)] if came.outlet else []
    hops += [tuple(_node(relay.actor_id, came.goes_by) for relay in hop) for hop in came.via]
    if speaker := came.speaker:
        sides = speaker.party.split("+") if speaker.party else ()
        hops.append(tuple((PARTY, side) for side in sides) or (_node(speaker.actor_id, came.goes_by),))
    return Passed(came.statement_id, tuple(_once(hops)))


def _node(actor: str, goes_by: Mapping[str, str]) -> Node:
    return (OUTLET, actor) if actor.startswith("outlet:") else (SPEAKER, goes_by.get(actor, actor))


def _once(hops: Iterable[Hop]) -> Iterator[Hop]:
    """The hops without what the hop before has named: an outlet that names itself, or a side that quotes its own."""
    before: frozenset[Node] = frozenset()
    for hop in hops:
        fresh = tuple(dict.fromkeys(node for node in hop if node not in before))
        if fresh:
            yield fresh
            before = frozenset(fresh)


def relaying(chains: Iterable[Passed]) -> tuple[Relaying, ...]:
    """Return who relays whom, the most often first; of a hop with several each relays each of the next."""
    found: dict[tuple[Node, Node], dict[str, None]] = {}
    for chain in chains:
        for near, far in pairwise(chain.hops):
            for pair in product(near, far):
                found.setdefault(pair, {})[chain.statement_id] = None
    told = (Relaying(one, other, tuple(sorted(ids))) for (one, other), ids in found.items())
    return tuple(sorted(told, key=lambda each: (-each.number, each.one, each.other)))


def depths(chains: Iterable[Passed]) -> dict[int, tuple[str, ...]]:
    """Return which statements, by id, came through how many that passed them on, whoever published being one."""
    found: dict[int, list[str]] = {}
    for chain in chains:
        found.setdefault(max(0, len(chain.hops) - 1), []).append(chain.statement_id)
    return {depth: tuple(ids) for depth, ids in sorted(found.items())}
