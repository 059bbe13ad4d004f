"""The dialogue map: two parties, a cell a topic."""

from __future__ import annotations

from .base import Record


class Words(Record, frozen=True):
    """A side's own words: a span in the document of the statement `statement_id`."""

    statement_id: str
    start: int
    stop: int


class Side(Record, frozen=True):
    """One side of a cell.

    `statements` counts its independent statements; `own_word` is false when it is known only through the other side
    or a third party, and then `per` names who said it.
    """

    statements: int
    own_word: bool
    words: tuple[Words, ...]
    per: str | None


class Cell(Record, frozen=True):
    """The relation of two parties on a topic; `by` is the one side of a one-sided cell.

    `method` names the row of the decision table that applied. `sides` is keyed by party.
    """

    topic: str
    relation: str
    by: str | None
    sides: dict[str, Side]
    evidence: tuple[str, ...]
    score: float
    method: str


class DialogueMap(Record, frozen=True):
    """Cells of one pair of parties, grouped by relation, the best supported first."""

    parties: tuple[str, str]
    cells: tuple[Cell, ...]


RELATIONS = ("common-ground", "mixed", "divergence", "one-sided", "discussed", "mentioned")
