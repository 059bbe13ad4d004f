"""Many patterns at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import itemgetter

import ahocorasick_rs

START = itemgetter(1)
# What is built fastest, for words that are looked for in one text only.
BUILT_FAST = ahocorasick_rs.Implementation.NoncontiguousNFA
FEW = 16  # words that are found faster one by one


class Matcher:
    """A set of words to be found in one pass, the leftmost longest of overlapping ones; `built` is the kind of automaton.

    >>> Matcher(["中国", "中国人"]).find("中国人民")
    [(0, 3)]
    """

    def __init__(self, words: Iterable[str], built: ahocorasick_rs.Implementation | None = None) -> None:
        self.words = tuple(dict.fromkeys(word for word in words if word))
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._automaton = ahocorasick_rs.AhoCorasick(self.words, kind, implementation=built) if self.words else None

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of the matches, from left to right."""
        return [(start, stop) for _, start, stop in self.matches(text)]

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """Return (number of the word, start, stop) of each match."""
        return self._automaton.find_matches_as_indexes(text) if self._automaton else []


class Overlapping:
    """A set of words of which every occurrence is found, overlapping ones too.

    >>> Overlapping(["中国", "国人"]).matches("中国人")
    [(0, 0, 2), (1, 1, 3)]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(word for word in words if word))
        self._automaton = ahocorasick_rs.AhoCorasick(self.words) if self.words else None

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """Return (number of the word, start, stop) of each match in the order of their starts."""
        if self._automaton is None:
            return []
        # They come in the order of their stops.
        return sorted(self._automaton.find_matches_as_indexes(text, overlapping=True), key=START)


def find_words(words: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Return the spans of words that are looked for in one text only, as `Matcher` does.

    >>> find_words(["李明", "李明哲", "明哲"], "李明哲说,李明")
    [(0, 3), (5, 7)]
    """
    patterns = tuple(dict.fromkeys(word for word in words if word))
    if len(patterns) > FEW:
        return Matcher(patterns, BUILT_FAST).find(text)
    found: list[tuple[int, int]] = []
    for start, size in sorted([(start, -len(word)) for word in patterns for start in _starts(word, text)]):
        if not found or start >= found[-1][1]:
            found.append((start, start - size))
    return found


def count_words(words: Iterable[str], text: str) -> Counter[str]:
    """Count each word in the text, overlapping ones too, in one pass.

    >>> count_words(["李明", "李明哲"], "李明哲说,李明")["李明"]
    2
    """
    patterns = tuple(dict.fromkeys(word for word in words if word))
    if len(patterns) <= FEW:
        return Counter({word: sum(1 for _ in _starts(word, text)) for word in patterns})
    automaton = ahocorasick_rs.AhoCorasick(patterns, implementation=BUILT_FAST)
    return Counter(patterns[i] for i, _, _ in automaton.find_matches_as_indexes(text, overlapping=True))


def _starts(word: str, text: str) -> Iterator[int]:
    """Where a word begins in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def is_one_edit(word: str, other: str) -> bool:
    """Whether two words of three characters or more differ by one character: wrong, missing or too many.

    >>> is_one_edit("乌沙科", "乌沙科夫"), is_one_edit("沃克里", "沃克利"), is_one_edit("李明", "李民")
    (True, True, False)
    """
    if min(len(word), len(other)) < 3 or abs(len(word) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return word[same + 1 :] == other[same + (len(word) == len(other)) :] or word[same:] == other[same + 1 :]
