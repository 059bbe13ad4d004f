"""Which rule decided what: the reasons that the records of a reading carry, unfolded."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from detente.records import Reading, Reason, Statement

# What a part of a statement's method decided; a part without a name is the frame that found it, behind / its speaker.
DECIDED: dict[str, Callable[[Statement], str]] = {
    "statements": lambda s: s.cue.lemma,
    "speaker": lambda s: s.speaker.actor_id if s.speaker else "none",
    "party": lambda s: s.speaker.party or "none" if s.speaker else "none",
    "acts": lambda s: s.act or "unknown",
    "topics": lambda s: ",".join(s.topics) or "none",
}
STAGES = {"party": "party", "act": "acts", "topic": "topics"}


def explain(reading: Reading) -> Reading:
    """Return a reading with the reasons of its statements, events, positions and cells."""
    reasons = (*_statements(reading), *_events(reading), *_positions(reading), *_cells(reading))
    return msgspec.structs.replace(reading, explanation=reasons)


def parts_of(method: str) -> Iterator[tuple[str, str]]:
    """Yield stage and rule of each part of a statement's method.

    >>> list(parts_of("forward/chunk act:cue-class"))
    [('statements', 'forward'), ('speaker', 'chunk'), ('acts', 'cue-class')]
    """
    for part in method.split():
        name, colon, rule = part.partition(":")
        if colon:
            yield STAGES[name], rule
            continue
        frame, slash, subject = part.partition("/")
        yield "statements", frame
        if slash:
            yield "speaker", subject


def _statements(reading: Reading) -> Iterator[Reason]:
    for statement in reading.statements:
        for stage, rule in parts_of(statement.method):
            yield Reason(statement.id, stage, rule, DECIDED[stage](statement))


def _events(reading: Reading) -> Iterator[Reason]:
    for event in reading.events:
        yield Reason(event.id, "events", event.method, f"{event.type} {event.status}")


def _positions(reading: Reading) -> Iterator[Reason]:
    for position in reading.positions:
        stance = "unknown" if position.stance is None else f"{position.stance:+g}"
        yield Reason(position.id, "positions", position.method, f"{position.topic} {stance}")


def _cells(reading: Reading) -> Iterator[Reason]:
    for found in reading.maps:
        for cell in found.cells:
            yield Reason(f"cell:{'+'.join(found.parties)}:{cell.topic}", "maps", cell.method, cell.relation)
