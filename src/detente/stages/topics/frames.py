"""Terms with a gap: 交换…囚犯 is found in 交换四名囚犯, within one clause."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from detente.resources.codebook import Topic
from detente.text.match import Overlapping

WIDEST_GAP = 14
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
        self._opening = tuple(map(self._lefts.get, self._matcher.words))
        self._closing = tuple(map(self._rights.get, self._matcher.words))

    def _add(self, topic: str, frame: str) -> None:
        left, right = frame.split("…")
        for word in left.split("|"):
            self._lefts[word].add(len(self._topics))
        for word in right.split("|"):
            self._rights[word].add(len(self._topics))
        self._topics.append(topic)

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield the place of the left word and the topic of each frame in a folded text."""
        opened: deque[tuple[int, int, set[int]]] = deque()
        for number, start, stop in self._matcher.matches(folded):
            while opened and start - opened[0][1] > WIDEST_GAP:
                opened.popleft()
            if opened and (closed := self._closing[number]):
                for place, end, left in opened:
                    shared = 0 <= start - end <= WIDEST_GAP and not closed.isdisjoint(left)
                    if shared and not CLAUSE_END.search(folded, end, start):
                        yield place, end, self._topics[min(closed & left)]
            if opening := self._opening[number]:
                opened.append((start, stop, opening))
