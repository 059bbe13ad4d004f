"""Terms with a gap: 交换…囚犯 is found in 交换四名囚犯, within one clause."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from detente.resources.codebook import Topic
from detente.text.match import Overlapping

WIDEST_GAP = 14
NONE: set[int] = set()
CLAUSE_END = re.compile("[,;:。.!?\n]")


class Frames:
    """The frames of a codebook: each has left and right words (`left|left…right|right`)."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics: list[str] = []
        self._lefts: defaultdict[str, set[int]] = defaultdict(set)
        self._rights: defaultdict[str, set[int]] = defaultdict(set)
        for topic in topics:
            for frame in topic.frames:
                self._add(topic.id, frame)
        self._matcher = Overlapping((*self._lefts, *self._rights))
        self._opening = tuple(self._lefts.get(word, NONE) for word in self._matcher.words)
        self._closing = tuple(self._rights.get(word, NONE) for word in self._matcher.words)

    def _add(self, topic: str, frame: str) -> None:
        left, right = frame.split("…")
        for word in left.split("|"):
            self._lefts[word].add(len(self._topics))
        for word in right.split("|"):
            self._rights[word].add(len(self._topics))
        self._topics.append(topic)

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield the place of the left word and the topic of each frame in a folded text."""
        matches = self._matcher.matches(folded)
        openings, closings = self._met({number for number, _, _ in matches})
        opened: deque[tuple[int, int, set[int]]] = deque()
        for number, start, stop in matches:
            if number in closings:
                while opened and start - opened[0][1] > WIDEST_GAP:
                    opened.popleft()
                closed = closings[number]
                for place, end, left in opened:
                    shared = not closed.isdisjoint(left) and 0 <= start - end <= WIDEST_GAP
                    if shared and not CLAUSE_END.search(folded, end, start):
                        yield place, end, self._topics[min(closed & left)]
            if number in openings:
                opened.append((start, stop, openings[number]))

    def _met(self, numbers: set[int]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
        """The frames that words open and close in a text, by the numbers of these, of which it has both sides."""
        both = set().union(*map(self._opening.__getitem__, numbers)) & set().union(*map(self._closing.__getitem__, numbers))
        return _among(both, self._opening, numbers), _among(both, self._closing, numbers)


def _among(frames: set[int], words: tuple[set[int], ...], numbers: set[int]) -> dict[int, set[int]]:
    return {number: words[number] for number in numbers if not frames.isdisjoint(words[number])}
