"""One position for each topic of a statement, with where the topic was found."""

from __future__ import annotations

from collections.abc import Iterable

from detente.records import Position, Record, Speaker, Statement, record_id
from detente.resources.codebook import Codebook, Topic

from .stance import on_topic

SURE = {"own-words": 1.0, "fronted": 0.9, "answer": 0.9, "words": 0.6, "nearest-before": 0.6, "weak-words": 0.6}
FROM_CONTEXT = 0.4


class Labelled(Record, frozen=True):
    """A statement, its folded content, and where its topics were found."""

    statement: Statement
    content: str
    source: str


def take_positions(
    labelled: Iterable[Labelled], codebook: Codebook, pair: tuple[str, ...], held_on: str | None
) -> tuple[Position, ...]:
    """Return the positions of a document's statements; `pair` are its two main parties.

    A topic of the statement's own words or of the phrase before them scores near 1, one that only the context suggests
    below one half.
    """
    topics = {topic.id: topic for topic in codebook.topics}
    found = []
    for item in labelled:
        if speaker := item.statement.speaker:
            towards = _towards(speaker.party, pair)
            found += [_position(item, speaker, towards, topics[name], held_on) for name in item.statement.topics]
    return tuple(found)


def _towards(party: str | None, pair: tuple[str, ...]) -> str | None:
    """The party that a side stands towards: the first of the two that it is not part of."""
    if not party:
        return None
    own = party.split("+")
    for other in pair:
        if other not in own:
            return other
    return None


def _position(
    item: Labelled, speaker: Speaker, towards: str | None, topic: Topic, held_on: str | None
) -> Position:
    s = item.statement
    score = round(s.score * SURE.get(item.source, FROM_CONTEXT), 3)
    return Position(record_id("position", s.id, topic.id), speaker.actor_id, speaker.party, towards, topic.id, s.polarity,
                    on_topic(topic, s, item.content), s.said_on or held_on, s.id, score, item.source)  # fmt: skip
