"""A text as dictionary forms, so that a term is found in whatever form its words stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from .match import Matcher


class Lemmas(NamedTuple):
    """Dictionary forms of the words of a text, and where each stands in it."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]


class LemmaMatcher:
    """Terms given as dictionary forms with single spaces, found as whole words, the longest of overlapping ones.

    >>> matcher = LemmaMatcher(["право человек"])
    >>> list(matcher.matches(Lemmas(("о", "право", "человек"), (0, 2, 8), (1, 7, 16))))
    [(0, 2, 16)]
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(terms))
        self._matcher = Matcher(f" {term}" for term in self.words)

    def matches(self, text: Lemmas) -> Iterator[tuple[int, int, int]]:
        """Yield number of the term, start and stop of each match."""
        joined, places = _joined(text.words)
        for number, start, stop in self._matcher.matches(joined):
            if joined[stop] == " ":
                yield number, text.starts[bisect_left(places, start)], text.stops[bisect_left(places, stop) - 1]


@lru_cache(maxsize=1)  # several matchers ask for one text
def _joined(words: tuple[str, ...]) -> tuple[str, list[int]]:
    """Words with spaces around them, and where each of these begins."""
    return f" {' '.join(words)} ", [0, *accumulate([len(word) + 1 for word in words])]
