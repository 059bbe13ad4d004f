"""A statement before it is known who its speaker is."""

from __future__ import annotations

from .base import Record, Span


class Draft(Record, frozen=True):
    """What the grammar of reporting found: spans only.

    `outer` is the number of the draft that this one is nested in; `relays` are the hops that pass it on; `fronted` is
    a topic phrase before the speaker (在朝鲜半岛问题上), `clause` the clause of the cue. `continued` says that the
    speaker was dropped and taken from the draft before.
    """

    speaker: Span | None
    cue: Span
    lemma: str
    frame: str
    content: tuple[Span, ...]
    addressee: Span | None
    relays: tuple[tuple[Span, ...], ...]
    outer: int | None
    fronted: Span | None
    clause: Span
    negated: bool
    continued: bool
    method: str
