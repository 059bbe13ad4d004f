"""How far a list is followed: to the end, or not yet."""

from __future__ import annotations

from detente.store import Fetch


class Gathered:
    """A list and the visits to its pages; only one of which every visit came to an end is remembered as followed."""

    def __init__(self, row: Fetch) -> None:
        self._row, self._open, self._whole = row, 1, True

    def opened(self) -> None:
        """Note that a page is to be visited."""
        self._open += 1

    def spoil(self) -> None:
        """Note that a page is left for another time."""
        self._whole = False

    def done(self) -> tuple[Fetch, ...]:
        """Note that a visit, or the reading of the list itself, is over; returns the list if it is followed to its end now."""
        self._open -= 1
        return (self._row,) if self._whole and not self._open else ()


class Budget:
    """How many pages of a list may still be fetched; of 0 at the start, any number."""

    def __init__(self, most: int) -> None:
        self._left = most or float("inf")

    @property
    def is_spent(self) -> bool:
        """Whether none may."""
        return self._left <= 0

    def take(self) -> bool:
        """Take one page; returns whether it may be fetched."""
        self._left -= 1
        return self._left >= 0
