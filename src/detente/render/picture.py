"""The picture of a map before it is drawn: rows of two halves, for terminal, page and notebook alike."""

from __future__ import annotations

from typing import Literal

from detente.records import RELATIONS, Cell, Record, Side, Span

from .interface import Interface, interface
from .report import Report, Source, index_statements
from .tally import tally_of
from .width import printable
from .words import shown_words

Shape = Literal["dot", "diamond", "arrow", "ring", "dotted", "none"]
Sources = dict[tuple[str, str], tuple[str, ...]]
SHAPES: dict[str, Shape] = {
    "common-ground": "dot",
    "mixed": "diamond",
    "divergence": "arrow",
    "one-sided": "dot",
}


class Half(Record, frozen=True):
    """One side of a row: its shape, its own words and through whom they came.

    `hollow` marks a position known only through the other side or a third party, named by `per`; a side
    without a position is a `ring`.
    """

    party: str
    label: str
    shape: Shape
    hollow: bool
    words: str
    statements: int
    per: str | None
    sources: tuple[str, ...]


class Row(Record, frozen=True):
    """A topic between its two halves."""

    cell: Cell
    label: str
    left: Half
    right: Half


class Group(Record, frozen=True):
    """The rows of one relation under its heading."""

    relation: str
    heading: str
    rows: tuple[Row, ...]


def picture_of(report: Report) -> tuple[Group, ...]:
    """Return the groups of the picture, in the order of `RELATIONS`, without empty ones."""
    index = index_statements(report.readings)
    words = interface(report.ui)
    sources = tally_of(report).sources
    rows = {cell.topic: _row(report, cell, index, sources) for cell in report.map.cells}
    groups = (
        Group(
            relation,
            words.text(f"relation.{relation}"),
            tuple(rows[cell.topic] for cell in report.map.cells if cell.relation == relation),
        )
        for relation in RELATIONS
    )
    return tuple(group for group in groups if group.rows)


def halves(row: Row) -> tuple[Half, Half]:
    """Return the left and the right half of a row."""
    return row.left, row.right


def said(half: Half, words: Interface, shown: str) -> str:
    """Return shown words, with the one on whose word they rest where that is not the side itself."""
    if not half.hollow or half.per is None:
        return shown
    if not shown:
        return words.text("map.per", who=half.per)
    return words.text("map.words_per", words=shown, who=half.per)


def _row(report: Report, cell: Cell, index: dict[str, Source], sources: Sources) -> Row:
    left, right = (_half(report, cell, party, index, sources.get((cell.topic, party), ())) for party in report.map.parties)
    return Row(cell, printable(report.labels.topic(cell.topic)), left, right)


def _half(report: Report, cell: Cell, party: str, index: dict[str, Source], sources: tuple[str, ...]) -> Half:
    side = cell.sides.get(party) or Side(0, False, (), None)
    hollow = not side.own_word and bool(side.words or side.per)
    return Half(
        party=party,
        label=printable(report.labels.party(party)),
        shape=_shape(cell, party, side, hollow=hollow),
        hollow=hollow,
        words=_words(side, index),
        statements=side.statements,
        per=None if side.per is None else printable(report.labels.actor(side.per)),
        sources=sources,
    )


def _shape(cell: Cell, party: str, side: Side, *, hollow: bool) -> Shape:
    if cell.relation == "mentioned":
        return "none"
    if cell.relation == "discussed":
        return "dotted"
    if cell.relation == "one-sided" and party != cell.by and not hollow:
        return "ring"
    return SHAPES[cell.relation] if side.statements or hollow else "ring"


def _words(side: Side, index: dict[str, Source]) -> str:
    """Return the words of the side's first statement: the strongest comes first in the record."""
    for first in side.words:
        if first.statement_id in index:
            text = index[first.statement_id].reading.document.text
            spans = (w for w in side.words if w.statement_id == first.statement_id)
            return shown_words(text, tuple(Span(word.start, word.stop) for word in spans))
    return ""
