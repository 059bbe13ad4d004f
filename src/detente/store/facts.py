"""What of a reading maps rest on, as rows; it is told of the reading alone, as if there were no other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from detente.copies import Member
from detente.pipeline.selection import date_of
from detente.records import Position, Reading, Speaker, Statement, agreement_of
from detente.stages.maps import SURE_ENOUGH, Deed, deed_of, is_own, rank_of, sides_of
from detente.stages.world import named_in, office_of

Rows = list[dict[str, Any]]
_DEED = msgspec.json.Decoder(Deed)


class Facts(NamedTuple):
    """The rows of a document; `settled` lacks its cluster."""

    settled: dict[str, Any]
    named: Rows
    said: Rows
    spoken: Rows
    held: Rows


def facts_of(reading: Reading, goes_by: Mapping[str, str], shared: frozenset[str]) -> Facts:
    """Return the rows of a reading. People go by the ids given, if any; offices that are `shared` tell nobody apart."""
    key, day = reading.document.id, Member.of(reading.document.published, "").day
    said = [_said(key, i, each, reading) for i, each in enumerate(reading.statements)]
    number = {statement.id: i for i, statement in enumerate(reading.statements)}
    parties = {party for statement in reading.statements for party in sides_of(statement)}
    held: Rows = []
    for place, position in enumerate(reading.positions):
        i = number[position.evidence_id]
        actor = _actor(reading.statements[i].speaker, reading, goes_by, shared)
        held += _held(place, i, position, reading.statements[i], said[i], actor)
    subjects = [*((party, "") for party in sorted(parties)), *(("", topic) for topic in sorted({row["topic"] for row in held}))]
    spoken = [{"party": party, "topic": topic, "day": day, "document_id": key} for party, topic in subjects]
    people = [{"document_id": key, "actor_id": each.actor_id, "party": each.party, "offices": " ".join(sorted(each.offices))}
              for each in named_in(reading)]  # fmt: skip
    return Facts(_settled(reading, day, parties), people, said, spoken, held)


def _settled(reading: Reading, day: str, parties: set[str]) -> dict[str, Any]:
    document = reading.document
    publisher = msgspec.json.encode([document.outlet, document.credit]).decode() if document.outlet or document.credit else ""
    silent = next((pair for pair in (each.parties for each in reading.maps) if not parties.issuperset(pair)), None)
    return {
        "document_id": document.id, "day": day, "publisher": publisher, "silent": silent and "+".join(silent),
        "failed": bool(reading.failures), "statements": len(reading.statements),
        "unknown": sum(each.act is None for each in reading.statements), "untopical": sum(not each.topics for each in reading.statements),
    }  # fmt: skip


def _said(key: str, place: int, statement: Statement, reading: Reading) -> dict[str, Any]:
    relays = [[relay.actor_id, relay.name] for hop in statement.via for relay in hop]
    return {
        "document_id": key, "place": place, "day": date_of(statement, reading), "sides": "+".join(sorted(sides_of(statement))),
        "topics": f" {' '.join(statement.topics)} " if statement.topics else "", "is_unknown": statement.act is None,
        "repeats": None, "via": msgspec.json.encode(relays).decode() if relays else None,
    }  # fmt: skip


def _actor(speaker: Speaker | None, reading: Reading, goes_by: Mapping[str, str], shared: frozenset[str]) -> str:
    """Who speaks: by an office alone, or a person by the id that it goes by."""
    if speaker is None:
        return ""
    return office_of(speaker, reading, shared) or goes_by.get(speaker.actor_id, speaker.actor_id)


def _held(place: int, number: int, position: Position, statement: Statement, said: dict[str, Any], actor: str) -> Rows:
    deed = deed_of(statement)
    row = {
        "document_id": said["document_id"], "place": place, "statement": number, "id": statement.id, "topic": position.topic,
        "sides": said["sides"], "is_own": is_own(statement), "deed": msgspec.json.encode(deed).decode(), "sign": deed.sign,
        "agreement": agreement_of(position.on_topic, position.stance),
        "rank": rank_of(statement, position.held_on), "score": statement.score, "is_sure": position.score >= SURE_ENOUGH,
        "day": said["day"], "actor_id": actor, "repeats": None, "utterance": statement.id, "leads": is_own(statement),
    }  # fmt: skip
    return [{**row, "party": party} for party in sorted(sides_of(statement)) or ("",)]


@lru_cache(maxsize=4096)
def deed_in(told: str) -> Deed:
    """Return what a statement does, as a row tells it.

    >>> deed_in('["AGREE",1,"",null]')
    Deed(act='AGREE', sign=1, rule='', target=None)
    """
    return _DEED.decode(told)
