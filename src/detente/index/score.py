"""How well passages answer a query: BM25 over the passages that were found (Robertson and Zaragoza 2009)."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

SATURATION, LENGTH = 1.2, 0.75  # k1 and b, as SQLite's FTS5 has them


def scores(counts: Sequence[Sequence[int]], lengths: Sequence[int]) -> list[float]:
    """Return the score of each passage: `counts` tells how often it has each phrase of the query, `lengths` its length.

    >>> few, many = scores([(1, 0), (3, 1)], [40, 40])
    >>> few < many
    True
    """
    if not counts:
        return []
    mean = sum(lengths) / len(lengths) or 1
    norms = [SATURATION * (1 - LENGTH + LENGTH * length / mean) for length in lengths]
    found = [0.0] * len(counts)
    for column in zip(*counts, strict=True):
        having = sum(map(bool, column))
        most = log(1 + (len(counts) - having + 0.5) / (having + 0.5)) * (SATURATION + 1)
        found = [score + most * n / (n + norm) if n else score for score, n, norm in zip(found, column, norms, strict=True)]
    return found
