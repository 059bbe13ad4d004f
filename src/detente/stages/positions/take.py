"""One position for each topic of a statement that speaks for a party."""

from __future__ import annotations

from detente.records import Position, Statement, record_id


def take_positions(
    statements: tuple[Statement, ...], pair: tuple[str, ...], held_on: str | None
) -> tuple[Position, ...]:
    """Return the positions of a document's statements; `pair` are its two main parties."""
    found = []
    for s in statements:
        if s.speaker is None or s.speaker.party is None:
            continue
        others = [p for p in pair[:2] if p not in s.speaker.party.split("+")]
        for topic in s.topics:
            found.append(
                Position(
                    record_id("position", s.id, topic),
                    s.speaker.actor_id,
                    s.speaker.party,
                    others[0] if others else None,
                    topic,
                    s.polarity,
                    None,
                    s.said_on or held_on,
                    s.id,
                    s.score,
                    "own-words",
                )  # fmt: skip
            )
    return tuple(found)
