"""What a document is on, statement by statement: topics last for some statements, mostly to the paragraph's end.

A hidden Markov model whose states are topics: a statement stays on the topic of the one before it or goes on to any
other. Probabilities are those of the forward–backward algorithm (Rabiner 1989), over topics that some statement
suggests.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

STAYS_IN_PARAGRAPH, STAYS_BEYOND = 0.85, 0.1
SUGGESTED = 0.01

Row = list[float]


def posteriors(weights: Sequence[Sequence[float]], stays: Sequence[bool]) -> list[dict[int, float]]:
    """Return for each statement the probabilities of the topics, by number.

    `weights` has a row a statement and a column a topic, in nats; `stays` tells which statements stand in the paragraph
    of the one before them.
    """
    if not weights:
        return []
    alone = [_shares(row) for row in weights]
    topics = [i for i, column in enumerate(zip(*alone, strict=True)) if max(column) > SUGGESTED]
    rows = [_scaled([row[i] for i in topics]) for row in alone]
    stay = [STAYS_IN_PARAGRAPH if same else STAYS_BEYOND for same in stays]
    size = len(weights[0])
    forward, backward = _forward(rows, stay, size), _backward(rows, stay, size)
    both = (_scaled([a * b for a, b in zip(*pair, strict=True)]) for pair in zip(forward, backward, strict=True))
    return [dict(zip(topics, row, strict=True)) for row in both]


def _shares(row: Sequence[float]) -> Row:
    """Weights in nats as shares of one."""
    highest = max(row)
    return _scaled([exp(weight - highest) for weight in row])


def _scaled(row: Row) -> Row:
    total = sum(row)
    return [value / total for value in row]


def _moved(row: Row, stay: float, size: int) -> Row:
    """Where the topic may be one statement on (or was one before), of so many topics."""
    elsewhere = (1 - stay) / size
    return [stay * value + elsewhere for value in row]


def _forward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[Row]:
    """The probabilities of topics given a statement and those before it."""
    found = [rows[0]]
    for row, share in zip(rows[1:], stay[1:], strict=True):
        moved = _moved(found[-1], share, size)
        found.append(_scaled([a * b for a, b in zip(row, moved, strict=True)]))
    return found


def _backward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[Row]:
    """The likelihoods of the statements behind each, given its topic."""
    found = [[1.0] * len(rows[0])]
    for row, share in zip(reversed(rows[1:]), reversed(stay[1:]), strict=True):
        found.append(_moved(_scaled([a * b for a, b in zip(row, found[-1], strict=True)]), share, size))
    return found[::-1]
