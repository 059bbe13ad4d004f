"""What a corpus is summed up in: how often what is heard, what is said on a day, which events are told of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .event import Event
from .statement import Relay, Speaker


class Heard(NamedTuple):
    """How often something is heard, by the keys that were asked for.

    `statements` counts utterances, each once whatever reports it; `reports` the articles that have one which they do not only
    copy. What was not asked for is 0.
    """

    keys: tuple[str, ...]
    statements: int
    reports: int


class Saying(NamedTuple):
    """What a side says on a topic in a report, by the number of the statement in its document; `deed` is JSON.

    `day` is when it was said, empty where unknown, `published` that of the document, 9999 where unknown. `report` is the first of the copies of the document.
    """

    day: str
    published: str
    document_id: str
    report: str
    statement: int
    utterance: str
    party: str
    sides: str
    topic: str
    is_own: bool
    deed: str
    is_sure: bool


class Done(NamedTuple):
    """What is done on a topic, by which sides, in their own word or not; `deed` is JSON."""

    topic: str
    sides: str
    is_own: bool
    deed: str
    is_sure: bool


class Told(NamedTuple):
    """A mention of an event, the day and report that it stands in, and who published that."""

    event: Event
    document_id: str
    report: str
    day: str
    outlet: str
    language: str


class Office(NamedTuple):
    """In which offices, by id, and for which side somebody is named, in how many reports, first and last when."""

    party: str
    offices: tuple[str, ...]
    reports: int
    first: str
    last: str


class Came(NamedTuple):
    """Through whom a statement came: the outlet of its document, who passed it on (the nearest first), and who speaks.

    `goes_by` are the ids that people go by, of those who go by others than here.
    """

    statement_id: str
    document_id: str
    outlet: str | None
    speaker: Speaker | None
    via: tuple[tuple[Relay, ...], ...]
    goes_by: Mapping[str, str] = {}
