"""Claims: positions as analyses count them, each with the report that it comes from."""

from __future__ import annotations

from .base import Record


class Claim(Record, frozen=True):
    """What a side holds on a topic, in one report; a joint position is a claim of each of its sides.

    `actor_id` and `utterance` go by what the whole store knows: one person has one id, and reports of one utterance share
    the id of its first statement. `report` is the document that was printed first of the copies of this one. `leads` tells the
    report that counts for its side and topic: one an utterance, and none of a copy. `stance` is the polarity towards the
    other party and `on_topic` towards the proposition of the topic, −1…+1 or unknown; `via` are the relays by id, nearest to
    the document first. Days are ISO 8601, empty where unknown.
    """

    statement_id: str
    document_id: str
    report: str
    utterance: str
    day: str
    actor_id: str
    speaker: str
    party: str
    sides: tuple[str, ...]
    topic: str
    act: str | None
    stance: float | None
    on_topic: float | None
    is_own: bool
    leads: bool
    via: tuple[str, ...]
    outlet: str | None
    language: str

    @property
    def agreement(self) -> int:
        """Agreement with the topic as Discourse Network Analyzer codes it."""
        return agreement_of(self.on_topic, self.stance)


def agreement_of(on_topic: float | None, stance: float | None) -> int:
    """Return the sign of what is held on the proposition of a topic, else of the stance towards the other party.

    >>> agreement_of(None, -1.0), agreement_of(0.5, -1.0), agreement_of(None, None)
    (-1, 1, 0)
    """
    told = on_topic if on_topic is not None else stance
    return 0 if not told else 1 if told > 0 else -1
