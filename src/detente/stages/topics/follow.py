"""What a document is on, statement by statement: topics last for some statements, mostly to the paragraph's end.

A hidden Markov model whose states are topics: a statement stays on the topic of the one before it or goes on to any
other. Probabilities are those of the forward–backward algorithm (Rabiner 1989), over topics that some statement suggests.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from math import exp
from operator import mul
from typing import NamedTuple

SUGGESTED = 0.01
NEXT_TO_NOTHING = 12.0  # nats below the highest

Row = list[float]


class Proportions(NamedTuple):
    """Numbers of topics, and in what proportion each statement is on each of them."""

    topics: list[int]
    rows: list[Row]


def proportions(weights: Sequence[Sequence[float]], stay: Sequence[float], nat: float = 1.0) -> Proportions:
    """Return how likely the topics are that some statement suggests, for each statement.

    `weights` has a row a statement and a column a topic, each `nat` of them a nat; `stay` tells how likely each statement is
    on the topic of the one before it.
    """
    if not weights:
        return Proportions([], [])
    alone = [_shares(row, nat) for row in weights]
    suggested = [share > SUGGESTED for share in map(max, zip(*alone, strict=True))]
    rows = [list(compress(row, suggested)) for row in alone]
    size = len(weights[0])
    pairs = zip(_forward(rows, stay, size), _backward(rows, stay, size), strict=True)
    return Proportions(list(compress(count(), suggested)), [list(map(mul, *pair)) for pair in pairs])


def _shares(row: Sequence[float], nat: float) -> Row:
    """Weights as shares of one, those next to nothing as noughts."""
    least = max(row) - NEXT_TO_NOTHING * nat
    values = [exp((weight - least) / nat) if weight > least else 0.0 for weight in row]
    total = sum(values)
    return [value / total for value in values]


def _forward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[Row]:
    """In what proportion topics are likely given a statement and those before it, of so many topics."""
    found = [rows[0]]
    for row, share in zip(rows[1:], stay[1:], strict=True):
        before = found[-1]
        stays, elsewhere = share / sum(before), (1 - share) / size
        found.append([says * (stays * value + elsewhere) for says, value in zip(row, before, strict=True)])
    return found


def _backward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[Row]:
    """In what proportion the statements behind each are likely, given its topic."""
    found = [[1.0] * len(rows[0])]
    for row, share in zip(reversed(rows[1:]), reversed(stay[1:]), strict=True):
        behind = list(map(mul, row, found[-1]))
        stays, elsewhere = share / sum(behind), (1 - share) / size
        found.append([stays * value + elsewhere for value in behind])
    return found[::-1]
