"""What a cell rests on, as rows: each report of what a side holds, or sums of such reports."""

from __future__ import annotations

from typing import NamedTuple

from detente.records import Record

from .stand import Deed

MONTH = 7  # characters of a month in ISO 8601


class Doing(NamedTuple):
    """What is done: by which sides, whether in their own word, and what."""

    sides: frozenset[str]
    is_own: bool
    deed: Deed


class Told(Record, frozen=True):
    """A report of what a side holds on a topic.

    `utterance` is the first report of what was said; `repeats` says that an earlier copy has it, so that it counts nothing.
    `is_sure` tells whether the topic is. `through` are those who published it and the outlets that passed it on, by id.
    """

    topic: str
    statement_id: str
    utterance: str
    day: str
    doing: Doing
    is_sure: bool
    repeats: bool
    through: tuple[str, ...]
    language: str


class Summed(Record, frozen=True):
    """How many reports of a month do this on a topic; `leads` are those that count for a side: one an utterance, in its own word."""

    month: str
    topic: str
    language: str
    doing: Doing
    is_sure: bool
    leads: bool
    number: int
