"""One position for each topic of a statement, with where the topic was found."""

from __future__ import annotations

from collections.abc import Iterable

from detente.records import Position, Speaker, Statement, record_id

SURE = {"own-words": 1.0, "fronted": 0.9, "nearest-before": 0.6, "weak-words": 0.6}
FROM_CONTEXT = 0.4


def take_positions(
    statements: tuple[Statement, ...], sources: Iterable[str], pair: tuple[str, ...], held_on: str | None
) -> tuple[Position, ...]:
    """Return the positions of a document's statements.

    `sources` names for each statement where its topics were found; `pair` are the document's two main parties. A topic
    of its own words or of the phrase before them scores near 1, one that only the context suggests below one half.
    """
    found = []
    for statement, source in zip(statements, sources, strict=True):
        if speaker := statement.speaker:
            found += [_position(statement, speaker, source, topic, pair, held_on) for topic in statement.topics]
    return tuple(found)


def _position(
    s: Statement, speaker: Speaker, source: str, topic: str, pair: tuple[str, ...], held_on: str | None
) -> Position:
    party = speaker.party
    towards = next((p for p in pair if party and p not in party.split("+")), None)
    score = round(s.score * SURE.get(source, FROM_CONTEXT), 3)
    return Position(record_id("position", s.id, topic), speaker.actor_id, party, towards, topic, s.polarity, None,
                    s.said_on or held_on, s.id, score, source)  # fmt: skip
