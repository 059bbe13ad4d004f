"""Spans that name actors."""

from __future__ import annotations

from .base import Record


class Mention(Record, frozen=True):
    """A span that names an actor. `kind` is name, title, metonym, pronoun or joint.

    `party` is the side that the actor speaks for; `method` says where the actor was found: gazetteer, inventory (the
    document's own people), main-parties or speaker.
    """

    id: str
    start: int
    stop: int
    kind: str
    actor_id: str
    party: str | None
    score: float
    method: str
