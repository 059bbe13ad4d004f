"""Positions: what an actor holds on a topic, towards whom, since when."""

from __future__ import annotations

from .base import Record


class Position(Record, frozen=True):
    """`stance` is −1…+1 towards the party `towards`; `on_topic` −1…+1 towards the topic's proposition.

    `evidence_id` is the statement it rests on; `score` says how sure the topic is, `method` where it was found:
    own-words, fronted, answer (of what it points back at), words (learned ones), nearest-before or context; of a codebook without learned words own-words,
    fronted, nearest-before, statement-before, weak-words or paragraph-at-large.
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
