"""What the API answers of who speaks, of what is spoken, of days and of one actor alone, as types."""

from __future__ import annotations

from .base import Answer


class ProfileRow(Answer, frozen=True):
    """What is known of an actor or a party, by section; `evidence` are ids of statements or mentions. What does not apply is empty."""

    section: str
    key: str
    label: str
    number: int | str
    least: int | str
    most: int | str
    share: float | str
    first: str
    last: str
    words: str
    documents: tuple[str, ...]
    evidence: tuple[str, ...]
    source: str


class Sheet(Answer, frozen=True):
    """The languages that rows rest on, how far to trust these, and of which parties they were asked; `rows` are those of a profile."""

    kind: str
    rows: tuple[ProfileRow, ...]
    languages: dict[str, int]
    trust: tuple[str, ...]
    parties: tuple[str, ...] = ()


class Number(Answer, frozen=True):
    """How many statements or reports there are of a party or an outlet, or on a topic, by its id."""

    key: str
    number: int


class ActorRow(Answer, frozen=True):
    """Who speaks for whom, on what, through whom (numbers of reports), on which first and last day."""

    actor_id: str
    name: str
    parties: tuple[Number, ...]
    party_labels: tuple[str, ...]
    statements: int
    least: int | None
    most: int | None
    reports: int
    topics: tuple[Number, ...]
    outlets: tuple[Number, ...]
    first: str
    last: str


class TopicRow(Answer, frozen=True):
    """A topic, and by which parties it is spoken of; `relation` is that of the two parties asked for, else empty."""

    topic: str
    label: str
    statements: int
    least: int | None
    most: int | None
    reports: int
    parties: tuple[Number, ...]
    relation: str
    by: str


class OnTopic(Answer, frozen=True):
    """How many statements of a day are on a topic, and the relation of both parties by these alone, if any."""

    topic: str
    statements: int
    relation: str
    by: str


class Moment(Answer, frozen=True):
    """An event, or the statements of a day (`kind`); `evidence` are the ids of mentions or statements. What does not apply is empty."""

    kind: str
    date: str
    precision: str
    type: str
    status: str
    place: str
    parties: tuple[str, ...]
    participants: tuple[str, ...]
    statements: tuple[Number, ...]
    least: int | None
    most: int | None
    topics: tuple[OnTopic, ...]
    reports: int
    first_reported: str
    last_reported: str
    documents: tuple[str, ...]
    evidence: tuple[str, ...]


class ActorsAnswer(Answer, frozen=True):
    """Who speaks, the most heard first."""

    kind: str
    rows: tuple[ActorRow, ...]
    languages: dict[str, int]
    trust: tuple[str, ...]
    parties: tuple[str, ...] = ()


class TopicsAnswer(Answer, frozen=True):
    """Of what is spoken, the most frequent first; `pair` are the parties whose relation is told."""

    kind: str
    rows: tuple[TopicRow, ...]
    languages: dict[str, int]
    trust: tuple[str, ...]
    pair: tuple[str, str] | None = None
    parties: tuple[str, ...] = ()


class TimelineAnswer(Answer, frozen=True):
    """What two parties did and said, in order of time."""

    kind: str
    rows: tuple[Moment, ...]
    languages: dict[str, int]
    trust: tuple[str, ...]
    parties: tuple[str, ...] = ()
