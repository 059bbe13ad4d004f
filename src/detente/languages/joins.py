"""Words of Chinese that belong together: names of outlets behind a state, numbers with their units of time."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Classes of the words that may make up the name of an outlet, and how many of them at most.
NAMING = frozenset("kxnjvEt")
LONGEST_OUTLET = 3


class Row:
    """The words of a text with their class letters, while some are joined and some go by another class."""

    def __init__(self, words: list[str], letters: list[str]) -> None:
        self.words, self.letters = words, letters
        self._classes: str | None = None

    @property
    def classes(self) -> str:
        """The class letters as one text."""
        if self._classes is None:
            self._classes = "".join(self.letters)
        return self._classes

    def places(self, wanted: str) -> list[int]:
        """Return the numbers of the words with a class letter."""
        return [match.start() for match in re.finditer(wanted, self.classes)]

    def put(self, first: int, words: Sequence[str], letters: str, stop: int) -> None:
        """Put words with their letters in the place of words `first` to `stop` (exclusive)."""
        self.words[first:stop], self.letters[first:stop] = words, letters
        self._classes = None

    def name(self, first: int, letters: str) -> None:
        """Have the words from `first` on go by other classes."""
        self.letters[first : first + len(letters)] = letters
        self._classes = None


def name_before(letters: list[str], i: int) -> int:
    """Where the words begin that stand between a state and item `i`; `i` itself if no state is near or none stand there."""
    first = i
    while first and i - first < LONGEST_OUTLET and letters[first - 1] in NAMING:
        first -= 1
    return first if first and letters[first - 1] in "SM" else i


def join_times(row: Row, units: frozenset[str]) -> None:
    """Numbers with their units of time are times."""
    words, letters = row.words, row.letters
    for i in row.places("m"):
        if words[i][-1] in units:
            row.name(i, "D")
            if i and letters[i - 1] == "m":
                row.name(i - 1, "D")
        elif letters[i + 1 : i + 2] in (["x"], ["S"]) and words[i + 1][-1] in units:
            row.name(i, "DD")


def join_local_times(row: Row, known: frozenset[str]) -> None:
    """当地时间 before a time is a part of it."""
    for i in row.places("D"):
        if i > 1 and "".join(row.words[i - 2 : i]) in known:
            row.name(i - 2, "DD")
