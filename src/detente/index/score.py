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
    having = [sum(map(bool, column)) for column in zip(*counts, strict=True)]
    weights = [log(1 + (len(counts) - n + 0.5) / (n + 0.5)) for n in having]
    found = []
    for row, length in zip(counts, lengths, strict=True):
        norm = SATURATION * (1 - LENGTH + LENGTH * length / mean)
        found.append(sum(w * n * (SATURATION + 1) / (n + norm) for w, n in zip(weights, row, strict=True) if n))
    return found
