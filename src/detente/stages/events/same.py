"""Mentions of one event: same type, parties, date, place and status as far as both are told."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.records import Event
from detente.records.event import PLANNED


def join_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events with `same_as` set on each that an earlier one tells already.

    What the first mention lacks is not filled in from later ones.
    """
    firsts: list[Event] = []
    found: list[Event] = []
    for event in events:
        first = next((f for f in firsts if is_same(f, event)), None)
        if first is None:
            firsts.append(event)
        found.append(msgspec.structs.replace(event, same_as=first.id) if first else event)
    return tuple(found)


def is_same(one: Event, other: Event) -> bool:
    """Whether a mention may tell the event that an earlier one tells."""
    return (
        one.type == other.type
        and _agree(one.date, other.date)
        and (one.place is None or other.place is None or one.place == other.place)
        and (one.status == other.status or {one.status, other.status} <= PLANNED)
        and _overlap(one, other)
    )


def _overlap(one: Event, other: Event) -> bool:
    """Whether those who take part may be the same: the parties of one are all among those of the other, or not told."""
    ours, theirs = set(one.parties), set(other.parties)
    return not theirs or bool(ours) and (ours <= theirs or theirs <= ours)


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two dates, each as exact as it is told, can be one."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)
