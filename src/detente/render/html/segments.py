"""A text cut at every boundary of every statement, so that statements inside statements can be shown."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from detente.records import Record, Statement
from detente.render.lines import Line

PASSAGE = "passage"  # the role of words that an address asks for


class Part(Record, frozen=True):
    """A span of a statement: speaker, cue or content. `number` counts a report's statements from 1.

    What is no part of any, an actor, an event or a passage, has the number 0; its role says how it is drawn.
    """

    start: int
    stop: int
    number: int
    role: str


class Segment(Record, frozen=True):
    """A piece of text and the parts that cover it, the innermost first."""

    start: int
    stop: int
    parts: tuple[Part, ...]


def parts_of(statement: Statement, number: int) -> Iterator[Part]:
    """Yield the spans of a statement that stand in the text."""
    if statement.speaker is not None and statement.speaker.start < statement.speaker.stop:
        yield Part(statement.speaker.start, statement.speaker.stop, number, "speaker")
    if statement.cue.start < statement.cue.stop:
        yield Part(statement.cue.start, statement.cue.stop, number, "cue")
    for span in statement.content:
        if span.start < span.stop:
            yield Part(span.start, span.stop, number, "content")


def parts_by_line(lines: tuple[Line, ...], parts: Iterable[Part]) -> dict[int, list[Part]]:
    """Return the parts that reach into each line, by the line's place; a part may run over several lines."""
    starts = [line.start for line in lines]
    found: dict[int, list[Part]] = defaultdict(list)
    for part in sorted(parts, key=_order):
        place = max(bisect_right(starts, part.start) - 1, 0)
        while place < len(lines) and lines[place].start < part.stop:
            if part.start < lines[place].stop:
                found[place].append(part)
            place += 1
    return dict(found)


def segments_of(line: Line, parts: list[Part]) -> Iterator[Segment]:
    """Yield the pieces of a line between the boundaries of its parts, in order and without gaps."""
    bounds = {line.start, line.stop}
    for part in parts:
        bounds.update((max(part.start, line.start), min(part.stop, line.stop)))
    open_parts: list[Part] = []
    waiting = iter(parts)
    following = next(waiting, None)
    edges = sorted(bounds)
    for start, stop in pairwise(edges):
        while following is not None and following.start <= start:
            open_parts.append(following)
            following = next(waiting, None)
        open_parts = [part for part in open_parts if part.stop > start]
        yield Segment(start, stop, tuple(sorted(open_parts, key=_length)))


def _order(part: Part) -> tuple[int, int, int]:
    return part.start, -part.stop, part.number


def _length(part: Part) -> tuple[int, int]:
    return part.stop - part.start, part.number
