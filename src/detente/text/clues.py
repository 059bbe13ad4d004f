"""Which of many patterns a text can hold, by words of which each match of a pattern holds one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from .match import Overlapping

Clues = frozenset[str]
MOST_CHARACTERS = 20  # of a class, to count as clues
NO_CLUES: Clues = frozenset()
PARTS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|.", re.DOTALL)  # of a pattern: an escape, a class, a character


def clues_of(pattern: str) -> Clues:
    """Return words of which each match of a pattern holds one; none where there are no such words.

    >>> sorted(clues_of("(?:将|已经)[^,]{0,9}撤军|(?<!不)停火(?:了|过)?")), sorted(clues_of("(?:将)?.*"))
    (['停火', '撤军'], [])
    """
    return _shortest(_of_sequence(parser.parse(pattern)))


def alternatives(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, those inside groups and classes kept whole.

    >>> alternatives(r"撤(?:军|兵)|停火[|]|\\|")
    ['撤(?:军|兵)', '停火[|]', '\\\\|']
    """
    found, depth = [""], 0
    for part in PARTS.findall(pattern):
        depth += (part == "(") - (part == ")")
        if part == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += part
    return found


def _shortest(clues: Clues) -> Clues:
    """The clues without those that hold another."""
    return frozenset(word for word in clues if not any(other != word and other in word for other in clues))


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Clues:
    """The clues of the part of a sequence that tells most: the longest at their shortest, then the fewest."""
    parts: list[Clues] = []
    literal = ""
    for kind, value in items:
        if kind is kinds.LITERAL:
            literal += chr(value)
            continue
        parts += [frozenset({literal}), _of_item(kind, value)]
        literal = ""
    parts.append(frozenset({literal}))
    told = [part for part in parts if part and "" not in part]
    return max(told, key=lambda part: (min(map(len, part)), -len(part)), default=NO_CLUES)


def _of_item(kind: Any, value: Any) -> Clues:
    if kind is kinds.SUBPATTERN:
        return _of_sequence(value[3])
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
        return _of_sequence(value[2]) if value[0] else NO_CLUES
    if kind is kinds.BRANCH:
        branches = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else NO_CLUES
    if kind is kinds.IN and len(value) <= MOST_CHARACTERS and all(k is kinds.LITERAL for k, _ in value):
        return frozenset(chr(character) for _, character in value)
    return NO_CLUES


class Nearby:
    """A pattern without lookaround that is looked for only near its clues.

    >>> [match[0] for match in Nearby("[中美]{2}关系").finditer("双边关系好,中美关系更好")]
    ['中美关系']
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)
        self._clues = Overlapping(clues_of(pattern))
        self._reach = parser.parse(pattern).getwidth()[1]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches from left to right, as `re.finditer` does."""
        for start, stop in self._windows(text) if self._clues.words else [(0, len(text))]:
            yield from self._pattern.finditer(text, start, stop)

    def _windows(self, text: str) -> list[tuple[int, int]]:
        """Ranges around the clues, joined where they overlap."""
        windows: list[tuple[int, int]] = []
        for _, start, _ in self._clues.matches(text):
            first = max(0, start - self._reach)
            if windows and first < windows[-1][1]:
                first, _ = windows.pop()
            windows.append((first, start + self._reach))
        return windows


class Sieve:
    """Patterns by their clues.

    >>> Sieve(["撤军|停火", "制裁", ".*"]).possible("同意停火")
    [0, 2]
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._always: set[int] = set()
        numbers: defaultdict[str, set[int]] = defaultdict(set)
        for number, pattern in enumerate(patterns):
            clues = clues_of(pattern)
            for word in clues:
                numbers[word].add(number)
            if not clues:
                self._always.add(number)
        self._matcher = Overlapping(numbers)
        self._numbers = [numbers[word] for word in self._matcher.words]

    def possible(self, text: str) -> list[int]:
        """Return the numbers of the patterns that can be found in a text, in order."""
        return sorted(self._always.union(*[self._numbers[word] for word in self._matcher.numbers(text)]))
