"""Networks of who says what, as Discourse Network Analyzer defines them.

The formulas, with their sources, are in `docs/analysis.md`. Weights are exact integers divided once, so that they are the nearest
numbers to the true fractions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.records import Record

from .counting import Counted
from .kinds import ONE, Kind
from .network_bounds import Bounds, bounds_of
from .network_cube import Cube, cube_of, divisor
from .uncertainty import Correction

if TYPE_CHECKING:
    from numpy import intp
    from numpy.typing import NDArray

    from .network_cube import Floats, Numbers

    Places = tuple[NDArray[intp], NDArray[intp]]

DIGITS = 6  # of bounds


class Tie(Record, frozen=True):
    """A tie: of mode one between two rows, of mode two from a row to a topic; `count` is the weight before it is divided.

    `likely` and `counted` are the least and the most that weight and count are likely to be; nothing where that is not known.
    """

    one: str
    other: str
    weight: float
    count: int
    likely: tuple[float, float] | None = None
    counted: tuple[int, int] | None = None


class Network(Record, frozen=True):
    """A network of one period. `rows` and `topics` are in order, with how many claims each has; ties are in order, too.

    `left_out` is how many rows there are beyond those asked for, `further` how many ties.
    """

    kind: Kind
    period: str
    rows: dict[str, int]
    topics: dict[str, int]
    ties: tuple[Tie, ...]
    left_out: int = 0
    further: int = 0

    @property
    def claims(self) -> int:
        """How many claims of the rows count."""
        return sum(self.rows.values())


def network_of(
    sums: Iterable[Counted], kind: Kind, *, period: str = "", most: int = 0, minimum: float = 0, correction: Correction | None = None,
    strongest: int = 0,
) -> Network:
    """Return the network of sums: of the `most` active rows (0: all), with ties of at least a `minimum`, whatever their sign.

    With a `correction` of claims ties say how far off they may be. With `strongest`, if there are more ties, only so many are
    made: the strongest of each node, and those of most weight; `further` says how many others there are.
    """
    cube = cube_of(list(sums), kind)
    activity = dict(zip(cube.rows, cube.total.sum(axis=1).tolist(), strict=True))
    kept = cube.of(sorted(sorted(cube.rows, key=lambda row: (-activity[row], row))[: most or None]))
    topics = dict(zip(kept.topics, kept.total.sum(axis=0).tolist(), strict=True))
    prominence = cube.total.sum(axis=0)
    counts = _of_pairs(kept, kind) if kind.mode == ONE else _of_topics(kept, kind)
    weights = counts / divisor(kept, kind, prominence)
    at = _tied(counts, weights, kind, minimum)
    chosen = _strongest(weights, at, strongest, first_other=0 if kind.mode == ONE else len(kept.rows))
    bounds = bounds_of(kept, kind, prominence, correction) if correction and kind.aggregation != "combine" else None
    ties = tuple(_ties(kept, kind, counts, weights, chosen, bounds))
    rows = {row: activity[row] for row in kept.rows}
    return Network(kind, period, rows, {t: n for t, n in topics.items() if n}, ties, len(cube.rows) - len(rows), len(at[0]) - len(ties))


def _tied(counts: Numbers, weights: Floats, kind: Kind, minimum: float) -> Places:
    """Where there are ties, in order; one that agrees as often as it disagrees has no weight and is none."""
    from numpy import absolute, nonzero, triu

    is_tie = (triu(counts, 1) if kind.mode == ONE else counts) != 0
    one, other = nonzero(is_tie & (absolute(weights) >= minimum))
    return one, other


def _strongest(weights: Floats, at: Places, most: int, *, first_other: int) -> Places:
    """The places of most weight, whatever its sign, and before others the strongest of each node, in the order in which they were."""
    from numpy import absolute, argsort, concatenate, ones, sort, stack, unique

    if not most or len(at[0]) <= most:
        return at
    order, is_other = argsort(-absolute(weights[at]), kind="stable"), ones(len(at[0]), dtype=bool)
    ends = stack([at[0][order], at[1][order] + first_other], axis=1).ravel()
    own = unique(unique(ends, return_index=True)[1] // 2)
    is_other[own] = False
    kept = sort(concatenate([order[own], order[is_other]])[:most])
    return at[0][kept], at[1][kept]


def _ties(cube: Cube, kind: Kind, counts: Numbers, weights: Floats, at: Places, bounds: Bounds | None) -> Iterator[Tie]:
    others = cube.rows if kind.mode == ONE else cube.topics
    told = _likely(bounds, at) if bounds else ((None, None) for _ in at[0])
    for i, j, weight, number, (likely, counted) in zip(*(each.tolist() for each in (*at, weights[at], counts[at])), told, strict=True):
        yield Tie(cube.rows[i], others[j], weight, number, likely, counted)


def _likely(bounds: Bounds, at: Places) -> Iterator[tuple[tuple[float, float], tuple[int, int]]]:
    """The bounds of the ties at some places: of weights, and of counts in whole numbers."""
    for least, most, fewest, largest in zip(*(each[at].tolist() for each in (*bounds.weights, *bounds.counts)), strict=True):
        yield (round(least, DIGITS), round(most, DIGITS)), (round(fewest), round(largest))


def _of_pairs(cube: Cube, kind: Kind) -> Numbers:
    """Pairs of claims on a topic: those on the same side, those on different ones, or the first less the second."""
    if kind.aggregation == "subtract":
        return _with_itself(cube.sides[0] - cube.sides[1])
    same: Numbers = sum(map(_with_itself, cube.sides[1:]), _with_itself(cube.sides[0]))
    return _with_itself(cube.total) - same if kind.aggregation == "conflict" else same


def _with_itself(side: Numbers) -> Numbers:
    """Each row times each other one; by the product of decimal numbers, many times as fast and exact up to 2 ** 53."""
    from numpy import float64, int64, rint

    decimal = side.astype(float64)
    found: Numbers = rint(decimal @ decimal.T).astype(int64)
    return found


def _of_topics(cube: Cube, kind: Kind) -> Numbers:
    """Claims of a row on a topic: all, those for less those against, or which sorts there are."""
    last = cube.sides[-1]
    if kind.aggregation == "subtract":
        return cube.sides[0] - last
    return (cube.sides[0] > 0) + 2 * (last > 0) if kind.aggregation == "combine" else cube.total
