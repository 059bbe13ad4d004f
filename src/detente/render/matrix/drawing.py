"""A matrix before it is drawn: marks and labels with their places, for SVG and dots alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from detente.analysis.periods import Phase
from detente.records import Record
from detente.render.layout import cells_in
from detente.render.shapes import thickness
from detente.render.sure import how_sure
from detente.render.width import clip, wrap

from .shown import Phased, by_relation, kinds_of, mark, relation, strength, title

Shape = Literal["dot", "ring", "diamond", "left", "right", "bar"]
Style = Literal["left", "right", "both", "mixed", "faint", "ink", "quiet", "strong"]
SHAPES: dict[str, Shape] = {"●": "dot", "○": "ring", "◆": "diamond", "◀": "left", "▶": "right", "\xb7": "ring"}
COLOURS: dict[str, tuple[Style, Style]] = {"common-ground": ("both", "both"), "mixed": ("mixed", "mixed")}
MARGIN, TOP, TOPIC, COLUMN, ROW, APART = 20.0, 76.0, 190.0, 72.0, 44.0, 11.0
LINE, NOTE, KEY = 20.0, 15.0, 3  # from line to line of the key and of notes; statements whose marks the key shows
MOST_COLUMNS = 60  # periods, the latest
SIZE, SMALL, TITLE = 13.0, 11.0, 16.0


class Mark(Record, frozen=True):
    """A shape around a place, of a radius, in a colour of the house."""

    shape: Shape
    x: float
    y: float
    radius: float
    style: Style


class Label(Record, frozen=True):
    """A text at a place: `anchor` is which part of it stands there."""

    text: str
    x: float
    y: float
    size: float
    style: Style
    anchor: Literal["start", "middle", "end"]


class Cell(Record, frozen=True):
    """The marks and labels of a phase, and what it says for those who hear it."""

    told: str
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]


class Drawing(Record, frozen=True):
    """A picture of so many pixels: labels around, and the cells."""

    width: float
    height: float
    labels: tuple[Label, ...]
    cells: tuple[Cell, ...]


def drawing_of(shown: Phased) -> Drawing:
    """Return where everything stands; of many periods the latest are drawn."""
    periods = shown.found.periods[-MOST_COLUMNS:]
    there = [phase for phase in shown.found.phases if phase.period in periods]
    topics = [topic for topic in shown.found.topics if any(phase.topic == topic for phase in there)]
    width = 2 * MARGIN + TOPIC + COLUMN * max(len(periods), 3)
    cells = tuple(_cell(shown, phase, _x(periods.index(phase.period)), _y(topics.index(phase.topic))) for phase in there)
    under = _y(len(topics))
    kinds = kinds_of(shown, there)
    key = tuple(_kind(shown, *each, under + LINE * i) for i, each in enumerate(kinds))
    notes = tuple(_notes(shown, under + LINE * len(kinds) + 6, width)) if topics else ()
    height = (notes[-1].y if notes else under) + MARGIN
    return Drawing(width, height, (*_around(shown, periods, topics), *notes), (*cells, *key))


def _x(column: int) -> float:
    return MARGIN + TOPIC + COLUMN * (column + 0.5)


def _y(row: int) -> float:
    return TOP + ROW * (row + 0.5)


def _around(shown: Phased, periods: tuple[str, ...], topics: list[str]) -> Iterator[Label]:
    """The title, the names of topics and periods, and how many reports were read in each."""
    yield Label(title(shown), MARGIN, 30, TITLE, "strong", "start")
    if not topics:
        yield Label(shown.words.text("periods.empty"), MARGIN, 50, SMALL, "quiet", "start")
    yield Label(shown.words.text("periods.reports"), MARGIN, TOP - 4, SMALL, "quiet", "start")
    for column, period in enumerate(periods):
        yield Label(period, _x(column), TOP - 20, SMALL, "ink", "middle")
        yield Label(str(shown.found.reports[period]), _x(column), TOP - 4, SMALL, "quiet", "middle")
    for row, topic in enumerate(topics):
        name = shown.topic(topic)
        yield Label(clip(name, cells_in(TOPIC - 10, name, SIZE)), MARGIN, _y(row) + 5, SIZE, "strong", "start")


def _cell(shown: Phased, phase: Phase, x: float, y: float) -> Cell:
    parties, turned = shown.found.parties, {(turn.after.topic, turn.after.period) for turn in shown.found.turns}
    halves = zip(mark(phase.relation, phase.by, parties), COLOURS.get(phase.relation, ("left", "right")), parties, (-1, 1), strict=True)
    marks = [_mark(half, x + APART * side, y - 4, phase.statements[party], style) for half, style, party, side in halves]
    if (phase.topic, phase.period) in turned:
        marks.append(Mark("bar", x, y - 16, 2 * APART, "ink"))
    lean = strength(phase.strength)
    name = relation(shown, phase.relation, phase.by)
    told = shown.words.text("list.semicolon").join(filter(None, (f"{shown.topic(phase.topic)}, {phase.period}: {name}", lean)))
    return Cell(told, tuple(marks), (Label(lean, x, y + 15, SMALL, "quiet", "middle"),) if lean else ())


def _kind(shown: Phased, name: str, by: str | None, y: float) -> Cell:
    """What the marks of a relation look like, and its name."""
    told, x, parties = relation(shown, name, by), MARGIN + 2 * APART, shown.found.parties
    halves = zip(mark(name, by, parties), COLOURS.get(name, ("left", "right")), (-1, 1), strict=True)
    marks = tuple(_mark(half, x + APART * side, y - 4, KEY, style) for half, style, side in halves)
    return Cell(told, marks, (Label(told, x + 3 * APART, y, SMALL, "ink", "start"),))


def _notes(shown: Phased, y: float, width: float) -> Iterator[Label]:
    """What else the picture means, and how far it is to be trusted, in lines."""
    left, right = (shown.party(party) for party in shown.found.parties)
    sure = how_sure(shown.words, by_relation(shown.found.phases), shown.measured)
    notes = (shown.words.text("periods.key", left=left, right=right), *shown.trust, *filter(None, (sure,)))
    lines = (line for note in notes for line in wrap(note, cells_in(width - 2 * MARGIN, note, SMALL)))
    yield from (Label(line, MARGIN, y + NOTE * i, SMALL, "quiet", "start") for i, line in enumerate(lines))


def _mark(half: str, x: float, y: float, statements: int, style: Style) -> Mark:
    shape = SHAPES[half]
    return Mark(shape, x, y, 4.0 if shape == "ring" else round(2.5 + thickness(statements) / 2, 1), "faint" if shape == "ring" else style)
