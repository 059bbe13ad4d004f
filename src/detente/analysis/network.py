"""Networks of who says what, as Discourse Network Analyzer defines them.

The formulas, with their sources, are in `docs/analysis.md`. Weights are exact integers divided once, so that they are the nearest
numbers to the true fractions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from detente.records import Record

from .counting import Counted
from .kinds import ONE, Kind

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

    Numbers = NDArray[int64]
    Weights = NDArray[float64]


class Tie(Record, frozen=True):
    """A tie: of mode one between two rows, of mode two from a row to a topic; `count` is the weight before it is divided."""

    one: str
    other: str
    weight: float
    count: int


class Network(Record, frozen=True):
    """A network of one period. `rows` and `topics` are in order, with how many claims each has; ties are in order, too.

    `left_out` is how many rows there are beyond those asked for.
    """

    kind: Kind
    period: str
    rows: dict[str, int]
    topics: dict[str, int]
    ties: tuple[Tie, ...]
    left_out: int = 0

    @property
    def claims(self) -> int:
        """How many claims of the rows count."""
        return sum(self.rows.values())


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


def network_of(sums: Iterable[Counted], kind: Kind, *, period: str = "", most: int = 0, minimum: float = 0) -> Network:
    """Return the network of sums: of the `most` active rows (0: all), with ties of at least a `minimum`, whatever their sign."""
    cube = _cube(list(sums), kind)
    activity = dict(zip(cube.rows, cube.total.sum(axis=1).tolist(), strict=True))
    kept = cube.of(sorted(sorted(cube.rows, key=lambda row: (-activity[row], row))[: most or None]))
    topics = dict(zip(kept.topics, kept.total.sum(axis=0).tolist(), strict=True))
    ties = tuple(tie for tie in _ties(kept, kind, cube.total.sum(axis=0)) if abs(tie.weight) >= minimum)
    rows = {row: activity[row] for row in kept.rows}
    return Network(kind, period, rows, {t: n for t, n in topics.items() if n}, ties, len(cube.rows) - len(rows))


def _ties(cube: Cube, kind: Kind, prominence: Numbers) -> Iterator[Tie]:
    """The ties, in order; one that agrees as often as it disagrees has no weight and is none."""
    one_mode = kind.mode == ONE
    counts, weights = _one_mode(cube, kind) if one_mode else _two_mode(cube, kind, prominence)
    others = cube.rows if one_mode else cube.topics
    for i, (number, weight) in enumerate(zip(counts.tolist(), weights.tolist(), strict=True)):
        for j in range(i + 1 if one_mode else 0, len(others)):
            if number[j]:
                yield Tie(cube.rows[i], others[j], weight[j], number[j])


def _cube(sums: list[Counted], kind: Kind) -> Cube:
    from numpy import int64, zeros

    rows, topics = sorted({each.row for each in sums}), sorted({each.topic for each in sums})
    row_at, topic_at = ({name: i for i, name in enumerate(names)} for names in (rows, topics))
    at = {1: 0, -1: 1} if kind.tells_sides else {0: 0}
    sides = [zeros((len(rows), len(topics)), dtype=int64) for _ in at]
    for each in sums:
        sides[at[each.agreement]][row_at[each.row], topic_at[each.topic]] += each.number
    return Cube(rows, topics, sides)


def _one_mode(cube: Cube, kind: Kind) -> tuple[Numbers, Weights]:
    """Pairs of claims on a topic: those on the same side, those on different ones, or the first less the second."""
    total = cube.total
    same: Numbers = sum((side @ side.T for side in cube.sides[1:]), cube.sides[0] @ cube.sides[0].T)
    if kind.aggregation in ("ignore", "congruence"):
        counts = same
    else:
        different = total @ total.T - same
        counts = different if kind.aggregation == "conflict" else same - different
    return counts, _divided(*_by_pair(counts, cube, kind.normalization))


def _by_pair(counts: Numbers, cube: Cube, normalization: str) -> tuple[Numbers, Numbers]:
    """Numerators and denominators of pairs of rows."""
    activity = cube.total.sum(axis=1)
    if normalization == "average":
        return 2 * counts, activity[:, None] + activity[None, :]
    if normalization == "cosine":
        return counts, activity[:, None] * activity[None, :]
    if normalization == "jaccard":
        alone = [side @ (side == 0).T.astype(side.dtype) for side in cube.sides]
        shared = [side @ side.T for side in cube.sides]
        return counts, sum((a + a.T + s for a, s in zip(alone[1:], shared[1:], strict=True)), alone[0] + alone[0].T + shared[0])
    return counts, counts * 0 + 1


def _two_mode(cube: Cube, kind: Kind, prominence: Numbers) -> tuple[Numbers, Weights]:
    """Claims of a row on a topic: all, those for less those against, or which sorts there are; `prominence` is of all rows."""
    total, last = cube.total, cube.sides[-1]
    if kind.aggregation == "subtract":
        counts = cube.sides[0] - last
    elif kind.aggregation == "combine":
        counts = (cube.sides[0] > 0) + 2 * (last > 0)
    else:
        counts = total
    if kind.normalization == "activity":
        return counts, _divided(counts, total.sum(axis=1)[:, None] + counts * 0)
    if kind.normalization == "prominence":
        return counts, _divided(counts, prominence[None, :] + counts * 0)
    return counts, counts.astype(float)


def _divided(counts: Numbers, by: Numbers) -> Weights:
    """Counts divided; nothing where there is nothing to divide by."""
    from numpy import maximum, where

    weights: Weights = where(by > 0, counts / maximum(by, 1), 0.0)
    return weights
