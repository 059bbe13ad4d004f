"""Actors, the offices they hold, and the spans that name them."""

from __future__ import annotations

from .base import Record


class Actor(Record, frozen=True):
    """A state, person, organisation, outlet or group.

    `party` is the side the actor speaks for; `names` are folded for matching, the first being the usual one.
    """

    id: str
    kind: str
    party: str | None
    names: tuple[str, ...]


class Role(Record, frozen=True):
    """An office held by a person from `since` to `until` (ISO dates, either may be unknown)."""

    person_id: str
    office_id: str
    of: str
    since: str | None
    until: str | None


class Mention(Record, frozen=True):
    """A span that names an actor. `kind` is name, title, metonym, pronoun or joint."""

    id: str
    start: int
    stop: int
    kind: str
    actor_id: str
    party: str | None
    score: float
    method: str
