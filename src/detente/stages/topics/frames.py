"""Terms with a gap: 交换…囚犯 is found in 交换四名囚犯, within one clause."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from detente.resources.codebook import Topic
from detente.text.match import Overlapping

WIDEST_GAP = 14
CLAUSE_END = re.compile("[,;:。.!?\n]")


class Frames:
    """The frames of a codebook: each has left and right words (`left|left…right|right`); sets of frames are bits of a number."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics: list[str] = []
        self._lefts: defaultdict[str, int] = defaultdict(int)
        self._rights: defaultdict[str, int] = defaultdict(int)
        for topic in topics:
            for frame in topic.frames:
                self._add(topic.id, frame)
        self._matcher = Overlapping((*self._lefts, *self._rights))
        self._opening = tuple(self._lefts.get(word, 0) for word in self._matcher.words)
        self._closing = tuple(self._rights.get(word, 0) for word in self._matcher.words)

    def _add(self, topic: str, frame: str) -> None:
        left, right = frame.split("…")
        for word in left.split("|"):
            self._lefts[word] |= 1 << len(self._topics)
        for word in right.split("|"):
            self._rights[word] |= 1 << len(self._topics)
        self._topics.append(topic)

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield the place of the left word and the topic of each frame in a folded text."""
        matches = self._matcher.matches(folded)
        met = {number for number, _, _ in matches}
        both = _all_of(self._opening, met) & _all_of(self._closing, met)
        useful = {number for number in met if (self._opening[number] | self._closing[number]) & both}
        opened: deque[tuple[int, int, int]] = deque()
        for number, start, stop in [match for match in matches if match[0] in useful]:
            if closed := self._closing[number] & both:
                while opened and start - opened[0][1] > WIDEST_GAP:
                    opened.popleft()
                for place, end, left in opened:
                    shared = closed & left if 0 <= start - end <= WIDEST_GAP else 0
                    if shared and not CLAUSE_END.search(folded, end, start):
                        yield place, end, self._topics[(shared & -shared).bit_length() - 1]
            if opening := self._opening[number] & both:
                opened.append((start, stop, opening))


def _all_of(frames: Sequence[int], numbers: Iterable[int]) -> int:
    """The frames of several words."""
    return reduce(or_, filter(None, map(frames.__getitem__, numbers)), 0)
