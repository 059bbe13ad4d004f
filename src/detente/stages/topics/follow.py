"""What a document is on, statement by statement: topics last for some statements, mostly to the paragraph's end.

A hidden Markov model whose states are topics: a statement stays on the topic of the one before it or goes on to any
other. Probabilities are those of the forward–backward algorithm (Rabiner 1989), over topics that some statement suggests.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

SUGGESTED = 0.01
NEXT_TO_NOTHING = 12.0  # nats below the highest

Row = dict[int, float]


class _Behind(NamedTuple):
    """In what proportion the statements behind one are likely given each topic, and given any that is not listed."""

    listed: Row
    other: float


def posteriors(weights: Sequence[Sequence[float]], stay: Sequence[float], nat: float = 1.0) -> list[Row]:
    """Return for each statement the probabilities of the topics that are likely enough to count, by number.

    `weights` has a row a statement and a column a topic, each `nat` of them a nat; `stay` tells how likely each statement is
    on the topic of the one before it.
    """
    if not weights:
        return []
    alone = [_likelihoods(row, nat) for row in weights]
    suggested = set().union(*map(_suggested, alone))
    rows = [{topic: value for topic, value in row.items() if topic in suggested} for row in alone]
    size = len(weights[0])
    pairs = zip(_forward(rows, stay, size), _backward(rows, stay, size), strict=True)
    return [_scaled({topic: value * behind.get(topic, other) for topic, value in row.items()}) for row, (behind, other) in pairs]


def _likelihoods(row: Sequence[float], nat: float) -> Row:
    """In what proportion topics are likely by weights, without those next to nothing."""
    least = max(row) - NEXT_TO_NOTHING * nat
    return {topic: exp((weight - least) / nat) for topic, weight in enumerate(row) if weight > least}


def _suggested(row: Row) -> list[int]:
    """The topics that have a share worth counting."""
    least = SUGGESTED * sum(row.values())
    return [topic for topic, value in row.items() if value > least]


def _scaled(row: Row) -> Row:
    total = sum(row.values())
    return {topic: value / total for topic, value in row.items()}


def _forward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[Row]:
    """In what proportion topics are likely given a statement and those before it, of so many topics."""
    found = [rows[0]]
    for row, share in zip(rows[1:], stay[1:], strict=True):
        before = found[-1]
        stays, elsewhere = share / sum(before.values()), (1 - share) / size
        found.append({topic: says * (stays * before.get(topic, 0.0) + elsewhere) for topic, says in row.items()})
    return found


def _backward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[_Behind]:
    """In what proportion the statements behind each are likely, given its topic."""
    found = [_Behind({}, 1.0)]
    for row, share in zip(reversed(rows[1:]), reversed(stay[1:]), strict=True):
        listed, other = found[-1]
        behind = {topic: says * listed.get(topic, other) for topic, says in row.items()}
        stays, elsewhere = share / sum(behind.values()), (1 - share) / size
        found.append(_Behind({topic: stays * value + elsewhere for topic, value in behind.items()}, elsewhere))
    return found[::-1]
