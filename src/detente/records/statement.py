"""Statements: what an actor is reported to have said, and where the text says so."""

from __future__ import annotations

from .base import Record, Span


class Speaker(Record, frozen=True):
    """The noun phrase of a source (`start`, `stop`), who it is, and the side it speaks for."""

    start: int
    stop: int
    actor_id: str
    name: str
    party: str | None


class Cue(Record, frozen=True):
    """The reporting expression; `lemma` is its entry in the language's cue list."""

    start: int
    stop: int
    lemma: str


class Relay(Record, frozen=True):
    """One who passed a statement on."""

    actor_id: str
    name: str
    start: int
    stop: int


class Statement(Record, frozen=True):
    """Speaker, cue and content; `manner` is direct, indirect or mixed.

    `act` is a PLOVER type, `"none"` for plain information, null when not recognised. `polarity` is −1…+1 towards the
    other party; `target` names a third party that it is aimed at. `via` holds hops, the nearest to the document first.
    """

    id: str
    speaker: Speaker | None
    cue: Cue
    content: tuple[Span, ...]
    manner: str
    addressee: Speaker | None
    topics: tuple[str, ...]
    act: str | None
    target: str | None
    polarity: float | None
    said_on: str | None
    place: str | None
    via: tuple[tuple[Relay, ...], ...]
    score: float
    method: str
