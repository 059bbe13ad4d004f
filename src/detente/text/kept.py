"""What is told of a word, once for all texts that have it often."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
MOST = 3_000  # words of a generation


class Kept(dict[str, Value]):
    """Values by word, each told when it is first asked for; at most twice `most` are held, however many texts come.

    Words come in generations: when there are `most` of them, they become the old ones, and of these only what is asked for again
    stays. So words that are frequent are told once, and numbers and names of one article are soon forgotten.

    >>> lengths = Kept(len, most=2)
    >>> [lengths[word] for word in ("外长", "说", "外长", "三点", "外长")], sorted(lengths)
    ([2, 1, 2, 2, 2], ['三点', '外长'])
    """

    def __init__(self, tell: Callable[[str], Value], most: int = MOST) -> None:
        super().__init__()
        self._tell, self._most = tell, most
        self._old: dict[str, Value] = {}

    def __missing__(self, word: str) -> Value:
        old = self._old  # another thread may begin a generation
        value = old[word] if word in old else self._tell(word)
        if len(self) >= self._most:
            self._old = dict(self)
            self.clear()
        self[word] = value
        return value
