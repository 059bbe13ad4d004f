"""How far to trust the readings of a language, and what is found of meetings."""

from __future__ import annotations

from .base import Record


class Tried(Record, frozen=True):
    """How many of those `found` in gold were `right`, and how many the gold tells of (`told`)."""

    right: int
    found: int
    told: int


class Gold(Record, frozen=True):
    """What is found in the project's own gold of a language, as it is read now; it has been read for errors since.

    A statement is right with its speaker and its words, a claim (a statement on a topic) also with its party and that topic,
    an event with its type, a cell with its relation. `cells` are by the relation found; `told` are those of that relation in
    the gold. A gold that is not there counts nothing.
    """

    articles: int
    statements: Tried
    claims: Tried
    events: Tried
    cells: dict[str, Tried]


class Reliability(Record, frozen=True):
    """How right a language was, in per cent, on articles that nobody had seen; null where not measured."""

    language: str
    statements_right: float | None
    cells_right: float | None
    articles: int
    gold: Gold | None = None


class Meetings(Record, frozen=True):
    """What was right of so many `meetings` that nobody had looked at while rules were made.

    A commitment is right where the gold has it, a fate where its commitment also came to that, an account (told by both, by
    one, contradicted) with its topic and its side. `fates` and `accounts` are by what was found; `told` are those of the gold.
    """

    meetings: int
    commitments: Tried
    fates: dict[str, Tried]
    accounts: dict[str, Tried]
