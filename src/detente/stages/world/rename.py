"""A reading in which every actor goes by the id that it has in the world of all readings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from detente.records import Event, Reading, Relay, Speaker, Statement

from .offices import office_of

Named = TypeVar("Named", bound=Relay | Speaker)


def rename(reading: Reading, ids: Mapping[str, str], shared: frozenset[str]) -> Reading:
    """Return a reading with joined ids for its people, and common ones for speakers named by an office alone.

    Offices that are `shared` tell nobody apart."""
    statements = tuple(_statement(statement, reading, ids, shared) for statement in reading.statements)
    actors = {s.id: s.speaker.actor_id for s in statements if s.speaker}
    return replace(
        reading,
        mentions=tuple(replace(m, actor_id=new) if (new := ids.get(m.actor_id)) else m for m in reading.mentions),
        statements=statements,
        events=tuple(_event(event, ids) for event in reading.events),
        positions=tuple(replace(p, actor_id=actors.get(p.evidence_id, p.actor_id)) for p in reading.positions),
    )


def _statement(statement: Statement, reading: Reading, ids: Mapping[str, str], shared: frozenset[str]) -> Statement:
    speaker = statement.speaker and _actor(statement.speaker, ids)
    if speaker and (office := office_of(speaker, reading, shared)):
        speaker = replace(speaker, actor_id=office)
    via = tuple(tuple(_actor(relay, ids) for relay in hop) for hop in statement.via)
    return replace(statement, speaker=speaker, addressee=statement.addressee and _actor(statement.addressee, ids), via=via)


def _actor(named: Named, ids: Mapping[str, str]) -> Named:
    new = ids.get(named.actor_id)
    return replace(named, actor_id=new) if new else named


def _event(event: Event, ids: Mapping[str, str]) -> Event:
    if ids.keys().isdisjoint(event.participants):
        return event
    return replace(event, participants=tuple(dict.fromkeys(ids.get(actor, actor) for actor in event.participants)))
