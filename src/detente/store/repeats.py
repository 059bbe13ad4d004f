"""What copies of a report only repeat, told anew of whole clusters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection

from detente.copies import repeated
from detente.records import Reading
from detente.stages.world import rename

from . import persons
from .query import whole_readings

Repeats = dict[tuple[str, int], str]  # by document and number of a statement the id of the one that it repeats, or nothing


def repeats_in(connection: Connection, clusters: Mapping[str, str], at_hand: Mapping[str, Reading]) -> Repeats:
    """Return what statements of clusters repeat, given by document; clusters are read one at a time."""
    members: dict[str, list[str]] = defaultdict(list)
    for document, cluster in clusters.items():
        members[cluster].append(document)
    found: Repeats = {}
    for cluster, keys in sorted(members.items()):
        if len(keys) > 1:
            found.update(_repeats(connection, cluster, sorted(keys), at_hand))
    return found


def _repeats(connection: Connection, cluster: str, keys: list[str], at_hand: Mapping[str, Reading]) -> Repeats:
    missing = [key for key in keys if key not in at_hand]
    readings = [*(at_hand[key] for key in keys if key in at_hand), *whole_readings(connection, missing)]
    speakers = {s.speaker.actor_id for reading in readings for s in reading.statements if s.speaker}
    ids, shared = persons.goes_by(connection, speakers), persons.known().shared
    again = repeated([rename(reading, ids, shared) for reading in readings], dict.fromkeys(keys, cluster))
    return {
        (reading.document.id, place): again[each.id]
        for reading in readings for place, each in enumerate(reading.statements) if each.id in again
    }  # fmt: skip
