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
    from .network_cube import Numbers

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


def network_of(
    sums: Iterable[Counted], kind: Kind, *, period: str = "", most: int = 0, minimum: float = 0, correction: Correction | None = None
) -> Network:
    """Return the network of sums: of the `most` active rows (0: all), with ties of at least a `minimum`, whatever their sign.

    With a `correction` of claims ties say how far off they may be.
    """
    cube = cube_of(list(sums), kind)
    activity = dict(zip(cube.rows, cube.total.sum(axis=1).tolist(), strict=True))
    kept = cube.of(sorted(sorted(cube.rows, key=lambda row: (-activity[row], row))[: most or None]))
    topics = dict(zip(kept.topics, kept.total.sum(axis=0).tolist(), strict=True))
    ties = tuple(tie for tie in _ties(kept, kind, cube.total.sum(axis=0), correction) if abs(tie.weight) >= minimum)
    rows = {row: activity[row] for row in kept.rows}
    return Network(kind, period, rows, {t: n for t, n in topics.items() if n}, ties, len(cube.rows) - len(rows))


def _ties(cube: Cube, kind: Kind, prominence: Numbers, correction: Correction | None) -> Iterator[Tie]:
    """The ties, in order; one that agrees as often as it disagrees has no weight and is none."""
    one_mode = kind.mode == ONE
    counts = _of_pairs(cube, kind) if one_mode else _of_topics(cube, kind)
    numbers, weights = counts.tolist(), (counts / divisor(cube, kind, prominence)).tolist()
    others = cube.rows if one_mode else cube.topics
    at = [(i, j) for i, row in enumerate(numbers) for j in range(i + 1 if one_mode else 0, len(others)) if row[j]]
    told = _likely(bounds_of(cube, kind, prominence, correction), at) if correction and kind.aggregation != "combine" else ((None, None) for _ in at)
    for (i, j), (likely, counted) in zip(at, told, strict=True):
        yield Tie(cube.rows[i], others[j], weights[i][j], numbers[i][j], likely, counted)


def _likely(bounds: Bounds, at: list[tuple[int, int]]) -> Iterator[tuple[tuple[float, float], tuple[int, int]]]:
    """The bounds of the ties at some places: of weights, and of counts in whole numbers."""
    (least, most), (fewest, largest) = ([each.tolist() for each in pair] for pair in (bounds.weights, bounds.counts))
    for i, j in at:
        yield (round(least[i][j], DIGITS), round(most[i][j], DIGITS)), (round(fewest[i][j]), round(largest[i][j]))


def _of_pairs(cube: Cube, kind: Kind) -> Numbers:
    """Pairs of claims on a topic: those on the same side, those on different ones, or the first less the second."""
    total = cube.total
    same: Numbers = sum((side @ side.T for side in cube.sides[1:]), cube.sides[0] @ cube.sides[0].T)
    if kind.aggregation in ("ignore", "congruence"):
        return same
    different: Numbers = total @ total.T - same
    return different if kind.aggregation == "conflict" else same - different


def _of_topics(cube: Cube, kind: Kind) -> Numbers:
    """Claims of a row on a topic: all, those for less those against, or which sorts there are."""
    last = cube.sides[-1]
    if kind.aggregation == "subtract":
        return cube.sides[0] - last
    return (cube.sides[0] > 0) + 2 * (last > 0) if kind.aggregation == "combine" else cube.total
