"""Readings of several documents in one world: the same actors under the same ids, the same utterances told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from detente.records import Joined, Reading
from detente.resources.gazetteer import load_display
from detente.resources.roles import load_shared_offices
from detente.stages.world import join_people, people_of, rename, same_utterances


class World(NamedTuple):
    """Readings with joined actors; `same` gives the first report of an utterance by the statement ids of later ones."""

    readings: tuple[Reading, ...]
    joined: tuple[Joined, ...]
    same: dict[str, str]


def _listed() -> dict[str, tuple[str, ...]]:
    """The names of known actors, one a language."""
    return {actor: tuple(names.values()) for actor, names in load_display().items()}


def one_world(readings: Iterable[Reading]) -> World:
    """Return readings of different documents with one id for each actor; a single one stays as it is."""
    given = tuple(readings)
    if len(given) < 2:
        return World(given, (), {})
    shared = load_shared_offices()
    joined = join_people(people_of(given, _listed(), shared))
    ids = {member: each.actor_id for each in joined for member in each.members if member != each.actor_id}
    named = tuple(rename(reading, ids, shared) for reading in given)
    return World(named, joined, same_utterances(named))
