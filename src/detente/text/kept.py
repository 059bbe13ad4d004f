"""What is told of a word, once for all texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
MOST = 60_000  # words; a text of more is told of as it comes


class Kept(dict[str, Value]):
    """Values by word, each told when it is first asked for; what comes when there are too many is not kept.

    >>> lengths = Kept(len)
    >>> lengths["外长"], list(lengths)
    (2, ['外长'])
    """

    def __init__(self, tell: Callable[[str], Value]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> Value:
        value = self._tell(word)
        if len(self) < MOST:
            self[word] = value
        return value
