"""What a document is on, statement by statement: topics last for some statements, mostly to the paragraph's end.

A hidden Markov model whose states are topics: a statement stays on the topic of the one before it or goes on to any
other. Probabilities are those of the forward–backward algorithm (Rabiner 1989), over topics that some statement suggests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat
from math import exp
from operator import mul
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
    rows = [_likelihoods(row, nat) for row in weights]
    _leave(rows, set().union(*map(_suggested, rows)))
    size = len(weights[0])
    pairs = zip(_forward(rows, stay, size), _backward(rows, stay, size), strict=True)
    return [_scaled(row, _times(row, *behind)) for row, behind in pairs]


def _likelihoods(row: Sequence[float], nat: float) -> Row:
    """In what proportion topics are likely by weights, without those next to nothing."""
    least = max(row) - NEXT_TO_NOTHING * nat
    likely = compress(enumerate(row), map(least.__lt__, row))
    return {topic: exp((weight - least) / nat) for topic, weight in likely}


def _suggested(row: Row) -> Iterator[int]:
    """The topics that have a share worth counting."""
    least = SUGGESTED * sum(row.values())
    return compress(row, map(least.__lt__, row.values()))


def _leave(rows: Iterable[Row], topics: set[int]) -> None:
    """Strike all but some topics from rows."""
    for row in rows:
        for topic in row.keys() - topics:
            del row[topic]


def _times(row: Row, listed: Row, other: float) -> list[float]:
    """The values of a row times those of the same topics in another, where they are listed."""
    return list(map(mul, row.values(), map(listed.get, row, repeat(other))))


def _scaled(row: Row, values: list[float]) -> Row:
    total = sum(values)
    return dict(zip(row, [value / total for value in values], strict=True))


def _forward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[Row]:
    """In what proportion topics are likely given a statement and those before it, of so many topics."""
    found = [rows[0]]
    for row, share in zip(rows[1:], stay[1:], strict=True):
        before = found[-1]
        stays, elsewhere = share / sum(before.values()), (1 - share) / size
        pairs = zip(row.values(), map(before.get, row, repeat(0.0)), strict=True)
        found.append(dict(zip(row, [says * (stays * value + elsewhere) for says, value in pairs], strict=True)))
    return found


def _backward(rows: Sequence[Row], stay: Sequence[float], size: int) -> list[_Behind]:
    """In what proportion the statements behind each are likely, given its topic."""
    found = [_Behind({}, 1.0)]
    for row, share in zip(reversed(rows[1:]), reversed(stay[1:]), strict=True):
        behind = _times(row, *found[-1])
        stays, elsewhere = share / sum(behind), (1 - share) / size
        found.append(_Behind(dict(zip(row, [stays * value + elsewhere for value in behind], strict=True)), elsewhere))
    return found[::-1]
