"""What readings tell of two parties, topic by topic: the rows that cells rest on, and sums of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from detente.pipeline.selection import date_of
from detente.pipeline.world import World
from detente.records import Document, Position, Reading, Statement
from detente.stages.maps import MONTH, SURE_ENOUGH, Doing, Summed, Told, deed_of, is_own, sides_of

Pair = tuple[str, str]


def told_in(world: World, pair: Pair) -> Iterator[Told]:
    """Yield what is told of either of two parties in readings, in their order."""
    for reading in world.readings:
        said = {statement.id: statement for statement in reading.statements}
        for position in reading.positions:
            statement = said.get(position.evidence_id)
            if statement and not sides_of(statement).isdisjoint(pair):
                yield _told(world, reading, statement, position)


def sure_by_others(world: World, pair: Pair) -> frozenset[str]:
    """Return the topics that a statement of neither party makes sure."""
    ids = {s.id for reading in world.readings for s in reading.statements if sides_of(s).isdisjoint(pair)} - world.repeated
    held = (position for reading in world.readings for position in reading.positions)
    return frozenset(each.topic for each in held if each.score >= SURE_ENOUGH and each.evidence_id in ids)


def reports_in(world: World, pair: Pair) -> Counter[str]:
    """Return how many reports there are in which either speaks, by the month of the first copy; nothing stands for an unknown one."""
    first: dict[str, str] = {}
    for reading in world.readings:
        if any(not sides_of(statement).isdisjoint(pair) for statement in reading.statements):
            document, day = reading.document, reading.document.published or ""
            first.setdefault(world.copies.get(document.id, document.id), day)
    return Counter(day[:MONTH] for day in first.values())


def summed(told: Iterable[Told], pair: Pair) -> list[Summed]:
    """Return what is told, summed by months; what only repeats an earlier copy is left out."""
    found: Counter[tuple[str, str, str, Doing, bool, bool]] = Counter()
    heard: set[tuple[str, str, str]] = set()
    for each in (row for row in told if not row.repeats):
        side = pair[0] if pair[0] in each.doing.sides else pair[1]
        key = each.topic, each.utterance, side
        found[each.day[:MONTH], each.topic, each.language, each.doing, each.is_sure, each.doing.is_own and key not in heard] += 1
        if each.doing.is_own:
            heard.add(key)
    return [Summed(*key, number) for key, number in found.items()]


def _told(world: World, reading: Reading, statement: Statement, position: Position) -> Told:
    doing = Doing(sides_of(statement), is_own(statement), deed_of(statement))
    return Told(
        position.topic, statement.id, world.same.get(statement.id, statement.id), date_of(statement, reading), doing,
        position.score >= SURE_ENOUGH, statement.id in world.repeated, through_whom(reading.document, statement), reading.document.language,
    )  # fmt: skip


def through_whom(document: Document, statement: Statement) -> tuple[str, ...]:
    """Return who published a statement, and the outlets that passed it on, by id; an agency that is credited by its name."""
    relays = (relay.actor_id for hop in statement.via for relay in hop if relay.actor_id.startswith("outlet:"))
    return tuple(dict.fromkeys(filter(None, (document.outlet or document.credit, *relays))))
