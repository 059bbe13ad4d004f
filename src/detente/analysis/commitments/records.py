"""What a ledger of commitments holds."""

from __future__ import annotations

from detente.records import Record

PROMISE, PROPOSAL, AGREEMENT = KINDS = ("promise", "proposal", "agreement")
AGAIN, HELD, KEPT, CANCELLED, POSTPONED = "told-again", "held", "kept", "cancelled", "postponed"
OVERDUE, UNHEARD = "overdue", "unheard"
FATES = (HELD, KEPT, CANCELLED, POSTPONED, OVERDUE, UNHEARD)


class Passage(Record, frozen=True):
    """Words of an article: where they stand in its text as published, and which article of which day it is."""

    document: str
    path: str
    published: str | None
    outlet: str | None
    language: str
    start: int
    stop: int
    words: str


class Step(Record, frozen=True):
    """What a later passage says of a commitment: told-again, held, kept, cancelled or postponed; `date` is when, or to when."""

    status: str
    date: str | None
    passage: Passage


class Commitment(Record, frozen=True):
    """What a side says that it will do: a promise, a proposal or an agreement.

    `by` are the sides that commit themselves (`JP+KR`), `to` the other one. `due` is ISO 8601, as exact as it is told; `event` is
    meeting, visit or call where it is one. `fate` is what became of it up to the ledger's day; `method` is the rule that found it.
    """

    id: str
    kind: str
    by: str
    to: str | None
    topic: str | None
    due: str | None
    event: str | None
    fate: str
    told: Passage
    steps: tuple[Step, ...]
    method: str


class Ledger(Record, frozen=True):
    """The commitments of two parties and what is heard of them up to a day, in the order in which they were first told."""

    parties: tuple[str, ...]
    as_of: str | None
    readings: int
    commitments: tuple[Commitment, ...]
