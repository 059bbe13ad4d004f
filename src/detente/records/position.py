"""Positions: what an actor holds on a topic, towards whom, since when."""

from __future__ import annotations

from .base import Record


class Position(Record, frozen=True):
    """`stance` is −1…+1 towards the party `towards`; `on_topic` −1…+1 towards the topic's proposition.

    `evidence_id` is the statement or event it rests on; `score` says how sure the topic is, `method` where the
    topic was found (own-words, frame, headline, earlier).
    """

    id: str
    actor_id: str
    party: str | None
    towards: str | None
    topic: str
    stance: float | None
    on_topic: float | None
    held_on: str | None
    evidence_id: str
    score: float
    method: str
