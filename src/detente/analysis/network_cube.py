"""What networks are made of: how often which row takes which side on which topic, and what that is divided by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .counting import Counted
from .kinds import ONE, Kind

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Numbers = NDArray[Any]
    Floats = NDArray[float64]


class Cube(NamedTuple):
    """How often which row takes which side on which topic: a matrix a side."""

    rows: list[str]
    topics: list[str]
    sides: list[Numbers]

    @property
    def total(self) -> Numbers:
        """Both sides together."""
        return sum(self.sides[1:], self.sides[0])

    def of(self, rows: list[str]) -> Cube:
        """Return some rows alone."""
        at = {row: i for i, row in enumerate(self.rows)}
        return Cube(rows, self.topics, [side[[at[row] for row in rows]] for side in self.sides])


def cube_of(sums: list[Counted], kind: Kind) -> Cube:
    """Return the sums as matrices; sides that are not told apart are one."""
    from numpy import int64, zeros

    rows, topics = sorted({each.row for each in sums}), sorted({each.topic for each in sums})
    row_at, topic_at = ({name: i for i, name in enumerate(names)} for names in (rows, topics))
    at = {1: 0, -1: 1} if kind.tells_sides else {0: 0}
    sides = [zeros((len(rows), len(topics)), dtype=int64) for _ in at]
    for each in sums:
        sides[at[each.agreement]][row_at[each.row], topic_at[each.topic]] += each.number
    return Cube(rows, topics, sides)


def divisor(cube: Cube, kind: Kind, prominence: Numbers) -> Numbers:
    """Return what ties are divided by; where that is nothing, one. `prominence` is that of topics with all rows."""
    from numpy import where

    by = _of_pairs(cube, kind.normalization) if kind.mode == ONE else _of_topics(cube, kind.normalization, prominence)
    found: Numbers = where(by > 0, by, 1)
    return found


def _of_pairs(cube: Cube, normalization: str) -> Numbers:
    activity = cube.total.sum(axis=1)
    one, other = activity[:, None], activity[None, :]
    by: Numbers = one * 0 + other * 0 + 1
    if normalization == "average":
        by = (one + other) / 2
    elif normalization == "cosine":
        by = one * other
    elif normalization == "jaccard":
        alone = [side @ (side == 0).T.astype(side.dtype) for side in cube.sides]
        shared = [side @ side.T for side in cube.sides]
        by = sum((a + a.T + s for a, s in zip(alone[1:], shared[1:], strict=True)), alone[0] + alone[0].T + shared[0])
    return by


def _of_topics(cube: Cube, normalization: str, prominence: Numbers) -> Numbers:
    by: Numbers = cube.total * 0 + 1
    if normalization == "activity":
        by = by * cube.total.sum(axis=1)[:, None]
    elif normalization == "prominence":
        by = by * prominence[None, :]
    return by
