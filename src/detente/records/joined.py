"""One actor whom several documents name differently."""

from __future__ import annotations

from .base import Record


class Joined(Record, frozen=True):
    """The id that an actor goes by, the ids that it has in readings, and its names by script (zh, en, ru).

    `method` is the weakest ground to join them, full-name or family-name (within one office), `score` how sure that is.
    """

    actor_id: str
    members: tuple[str, ...]
    names: dict[str, str]
    method: str
    score: float
