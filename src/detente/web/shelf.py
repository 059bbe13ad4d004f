"""What was made for an address and may be given again: as long as the store stays as it was, and for a while after it has changed.

While articles come in the store changes many times a second. What takes long to make is then made anew the more seldom, so that an
address costs at most a share of the time. What is no longer good may be given once more while it is made anew (stale while
revalidate, RFC 5861), so that nobody waits for an address that was asked for just now, and nobody sees what is older than `OLDEST`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from time import monotonic
from typing import Generic, NamedTuple, TypeVar

SHARE = 100  # what took a second to make is good for so many
SHORTEST, LONGEST = 1.0, 15.0  # seconds
OLDEST = 30.0  # seconds

Value = TypeVar("Value")


class Kept(NamedTuple, Generic[Value]):
    """What was made: of which state of the store, when, in how many seconds, and how large it is."""

    value: Value
    state: Hashable
    made_at: float
    took: float
    size: int


class Shelf(Generic[Value]):
    """Values by key, bounded by the sum of their sizes; those that were asked for longest ago go first.

    >>> shelf = Shelf[str](most=2)
    >>> shelf.put("a", "one", state=1, took=0.1), shelf.find("a", 1), shelf.find("b", 1)
    (None, 'one', None)
    """

    def __init__(self, most: int, clock: Callable[[], float] = monotonic) -> None:
        self._most, self._clock, self._lock = most, clock, Lock()
        self._kept: OrderedDict[Hashable, Kept[Value]] = OrderedDict()
        self._size = 0

    def find(self, key: Hashable, state: Hashable) -> Value | None:
        """Return what is kept for a key and may be given while the store is in a state."""
        with self._lock:
            found = self._kept.get(key)
            if found is None or not self._is_good(found, state):
                return None
            self._kept.move_to_end(key)
            return found.value

    def past(self, key: Hashable) -> Value | None:
        """Return what is kept for a key though it may not be good any more, unless it is too old."""
        with self._lock:
            found = self._kept.get(key)
            return found.value if found and self._clock() - found.made_at < OLDEST else None

    def put(self, key: Hashable, value: Value, *, state: Hashable, took: float, size: int = 1) -> None:
        """Keep what was made of a state of the store; what is larger than all that may be kept is not."""
        with self._lock:
            self._drop(key)
            if size > self._most:
                return
            self._kept[key] = Kept(value, state, self._clock(), took, size)
            self._size += size
            while self._size > self._most:
                self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._kept.clear()
            self._size = 0

    def _is_good(self, found: Kept[Value], state: Hashable) -> bool:
        return found.state == state or self._clock() - found.made_at < min(max(SHARE * found.took, SHORTEST), LONGEST)

    def _drop(self, key: Hashable) -> None:
        if dropped := self._kept.pop(key, None):
            self._size -= dropped.size
