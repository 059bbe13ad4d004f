"""A draft while its content still grows."""

from __future__ import annotations

import msgspec

from detente.records import Draft, Span

Pair = tuple[int, int]
Hops = tuple[tuple[Pair, ...], ...]


class Working(msgspec.Struct):
    """A draft under construction; spans are pairs of offsets."""

    speaker: Pair | None
    cue: Pair
    lemma: str
    frame: str
    clause: Pair
    method: str
    pieces: list[Pair] = msgspec.field(default_factory=list)
    addressee: Pair | None = None
    relays: Hops = ()
    outer: Working | None = None
    fronted: Pair | None = None
    negated: bool = False
    continued: bool = False
    last_unit: int = -2
    direct: bool = False
    clausal: bool = False

    @property
    def reports(self) -> bool:
        """Whether clauses are the content: 说…, and behind a comma 宣布,…"""
        return self.clausal or self.frame in ("say", "think", "tell")

    def take(self, start: int, stop: int, unit: int) -> None:
        """Add a span to the content; one that follows the last unit without interruption extends it."""
        if start >= stop:
            return
        if self.pieces and self.last_unit >= unit - 1:
            self.pieces[-1] = (self.pieces[-1][0], stop)
        else:
            self.pieces.append((start, stop))
        self.last_unit = unit


def _span(pair: Pair | None) -> Span | None:
    return Span(*pair) if pair else None


def finish(found: list[Working]) -> tuple[Draft, ...]:
    """Freeze the drafts that have a content, in order of their cues."""
    kept = sorted((w for w in found if w.pieces), key=lambda w: (w.cue, w.pieces[0]))
    numbers = {id(w): i for i, w in enumerate(kept)}
    return tuple([
        Draft(
            speaker=_span(w.speaker), cue=Span(*w.cue), lemma=w.lemma, frame=w.frame,
            content=tuple([Span(*piece) for piece in w.pieces]), addressee=_span(w.addressee),
            relays=tuple([tuple([Span(*relay) for relay in hop]) for hop in w.relays]) if w.relays else (),
            outer=numbers.get(id(w.outer)) if w.outer else None, fronted=_span(w.fronted), clause=Span(*w.clause),
            negated=w.negated, continued=w.continued, method=w.method,
        )  # fmt: skip
        for w in kept
    ])
