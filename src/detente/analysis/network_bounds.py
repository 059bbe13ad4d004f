"""How far the ties of a network may be off: intervals of 95 per cent, from the errors of the claims that ties rest on.

    bounds = bounds_of(cube, kind, prominence, correction)      # Bounds(counts=(low, high), weights=(low, high)): matrices

Each number x of claims of a row on a topic, on a side, is corrected to x * ratio, with variance x * spread + missed where claims
were found and none where there were none: what was missed altogether makes no tie. A tie sums what follows from two numbers
(mode two: one), so that its variance is, by the delta method, V(a) * b ** 2 + a ** 2 * V(b), summed over topics and sides. What
is uncertain in the two rates moves all numbers together: a tie in which they stand to the power of d is d times as far off.
Weights are divided by what the corrected numbers make, which is taken as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .kinds import ONE, Kind
from .network_cube import Cube, divisor
from .uncertainty import Correction, Z

if TYPE_CHECKING:
    from .network_cube import Floats, Numbers

# The power in which numbers of claims stand in weights; of Jaccard it lies between none and one.
POWERS = {"none": 2, "average": 1, "jaccard": 1, "cosine": 0}
POWERS_OF_TOPICS = {"none": 1, "activity": 0, "prominence": 0}


class Bounds(NamedTuple):
    """The least and the most that ties are likely to be, before and after they are divided."""

    counts: tuple[Floats, Floats]
    weights: tuple[Floats, Floats]


class Terms(NamedTuple):
    """What is multiplied in ties, a column a topic and side, with its variance."""

    value: Floats
    variance: Floats


def bounds_of(cube: Cube, kind: Kind, prominence: Numbers, correction: Correction) -> Bounds:
    """Return the bounds of ties between rows, or of rows to topics."""
    told = [Terms(side * correction.ratio, (side * correction.spread + correction.missed) * (side > 0)) for side in cube.sides]
    likely = Cube(cube.rows, cube.topics, [each.value for each in told])
    one_mode = kind.mode == ONE
    counts, variance = _of_pairs(*_factors(told, kind)) if one_mode else _of_topics(told, kind)
    doubt, power = correction.doubt / correction.ratio**2, (POWERS if one_mode else POWERS_OF_TOPICS)[kind.normalization]
    by = divisor(likely, kind, prominence * correction.ratio)
    clipped = kind.aggregation != "subtract"
    return Bounds(
        _around(counts, variance + doubt * ((2 if one_mode else 1) * counts) ** 2, clipped=clipped),
        _around(counts / by, variance / by**2 + doubt * (power * counts / by) ** 2, clipped=clipped),
    )


def _factors(told: list[Terms], kind: Kind) -> tuple[Terms, Terms]:
    """What is multiplied with what: a side with the same, with the other, or the difference of both."""
    if kind.aggregation == "subtract":
        return _difference(told), _difference(told)
    return _beside(told), _beside(told[::-1] if kind.aggregation == "conflict" else told)


def _beside(told: list[Terms]) -> Terms:
    from numpy import hstack

    return Terms(hstack([each.value for each in told]), hstack([each.variance for each in told]))


def _difference(told: list[Terms]) -> Terms:
    first, second = told
    return Terms(first.value - second.value, first.variance + second.variance)


def _of_pairs(one: Terms, other: Terms) -> tuple[Floats, Floats]:
    return one.value @ other.value.T, one.variance @ (other.value**2).T + one.value**2 @ other.variance.T


def _of_topics(told: list[Terms], kind: Kind) -> Terms:
    return _difference(told) if kind.aggregation == "subtract" else told[0]


def _around(value: Floats, variance: Floats, *, clipped: bool) -> tuple[Floats, Floats]:
    from numpy import maximum, sqrt

    reach = Z * sqrt(variance)
    return (maximum(value - reach, 0) if clipped else value - reach), value + reach
