"""Readings of several documents in one world: the same actors under the same ids, the same utterances told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from detente.copies import fingerprint_of, group, member_of, repeated
from detente.records import Joined, Reading
from detente.resources.gazetteer import load_display
from detente.resources.roles import load_shared_offices
from detente.stages.world import join_people, people_of, rename, same_utterances


class World(NamedTuple):
    """Readings with joined actors; `same` gives the first report of an utterance by the statement ids of later ones.

    `copies` gives the first document of its cluster by the ids of those that have copies; `repeated` are the statements of
    copies that were printed later, which are evidence and count nothing.
    """

    readings: tuple[Reading, ...]
    joined: tuple[Joined, ...]
    same: dict[str, str]
    repeated: frozenset[str]
    copies: dict[str, str]


def _listed() -> dict[str, tuple[str, ...]]:
    """The names of known actors, one a language."""
    return {actor: tuple(names.values()) for actor, names in load_display().items()}


def one_world(readings: Iterable[Reading], clusters: Mapping[str, str] | None = None) -> World:
    """Return readings of different documents with one id for each actor; a single one stays as it is.

    `clusters` gives the first copy of each document, where it is known; else copies are found among the readings.
    """
    given = tuple(readings)
    if len(given) < 2:
        return World(given, (), {}, frozenset(), {})
    copies = _of_several(_clusters(given) if clusters is None else _known(given, clusters))
    shared = load_shared_offices()
    joined = join_people(people_of(given, _listed(), shared))
    ids = {member: each.actor_id for each in joined for member in each.members if member != each.actor_id}
    named = tuple(rename(reading, ids, shared) for reading in given)
    again = repeated(named, copies)
    same = same_utterances(named, again)
    same |= {later: same.get(known, known) for later, known in again.items() if known}
    return World(named, joined, same, frozenset(again), copies)


def _clusters(readings: tuple[Reading, ...]) -> dict[str, str]:
    """The first copy of each document among readings."""
    documents = {reading.document.id: reading.document for reading in readings}
    return group([(key, fingerprint_of(each)) for key, each in documents.items()], lambda key: member_of(documents[key]))


def _known(readings: tuple[Reading, ...], clusters: Mapping[str, str]) -> dict[str, str]:
    """The first copy of each document among readings, as it is known."""
    documents = [reading.document.id for reading in readings]
    return {document: clusters.get(document, document) for document in documents}


def _of_several(clusters: Mapping[str, str]) -> dict[str, str]:
    """Clusters of more than one document."""
    sizes = Counter(clusters.values())
    return {document: first for document, first in clusters.items() if sizes[first] > 1}
