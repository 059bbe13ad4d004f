"""What a document is on, statement by statement: topics last for some statements, mostly to the paragraph's end.

A hidden Markov model whose states are topics: a statement stays on the topic of the one before it or goes on to any
other. Probabilities are those of the forward–backward algorithm (Rabiner 1989).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from operator import mul

Row = list[float]


def proportions(weights: Sequence[Sequence[float]], stay: Sequence[float], size: int, nat: float = 1.0) -> list[Row]:
    """Return in what proportion each statement is on each of the topics that a document may be on.

    `weights` has a row a statement and a column a topic, each `nat` of them a nat; `stay` tells how likely each statement is
    on the topic of the one before it; there are topics of `size` that a statement may go on to.

    >>> calm, clear = [0.0, 0.0], [0.0, 3.0]
    >>> [row.index(max(row)) for row in proportions([clear, calm], [0.5, 0.8], 2)]
    [1, 1]
    """
    if not weights:
        return []
    rows = [_likelihoods(row, nat) for row in weights]
    pairs = zip(_forward(rows, stay, size), _backward(rows, stay, size), strict=True)
    return [list(map(mul, *pair)) for pair in pairs]


def _likelihoods(row: Sequence[float], nat: float) -> Row:
    """How likely topics are by their weights, the likeliest as one."""
    most = max(row)
    return list(map(exp, [(weight - most) / nat for weight in row]))


def _forward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[Row]:
    """In what proportion topics are likely given a statement and those before it, of so many topics."""
    found = [rows[0]]
    for row, share in zip(rows[1:], stay[1:], strict=True):
        before = found[-1]
        stays, elsewhere = share / sum(before), (1 - share) / size
        found.append(list(map(mul, row, [stays * value + elsewhere for value in before])))
    return found


def _backward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[Row]:
    """In what proportion the statements behind each are likely, given its topic."""
    found = [[1.0] * len(rows[0])]
    for row, share in zip(reversed(rows[1:]), reversed(stay[1:]), strict=True):
        behind = list(map(mul, row, found[-1]))
        stays, elsewhere = share / sum(behind), (1 - share) / size
        found.append([stays * value + elsewhere for value in behind])
    return found[::-1]
