"""Many patterns at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import ahocorasick_rs


class Matcher:
    """A set of words to be found in one pass, the leftmost longest of overlapping ones.

    >>> Matcher(["中国", "中国人"]).find("中国人民")
    [(0, 3)]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(word for word in words if word))
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._automaton = ahocorasick_rs.AhoCorasick(self.words, matchkind=kind) if self.words else None

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of the matches, from left to right."""
        return [(start, stop) for _, start, stop in self.matches(text)]

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """Return (number of the word, start, stop) of each match."""
        return self._automaton.find_matches_as_indexes(text) if self._automaton else []


def count_words(words: Iterable[str], text: str) -> Counter[str]:
    """Count each word in the text, overlapping ones too, in one pass.

    >>> count_words(["李明", "李明哲"], "李明哲说,李明")["李明"]
    2
    """
    patterns = tuple(dict.fromkeys(word for word in words if word))
    if not patterns:
        return Counter()
    automaton = ahocorasick_rs.AhoCorasick(patterns)
    return Counter(patterns[i] for i, _, _ in automaton.find_matches_as_indexes(text, overlapping=True))
