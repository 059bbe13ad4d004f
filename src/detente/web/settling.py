"""Maps keep up with articles that come in, by one at a time and not at every page: taking in takes longer than a page may."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from time import monotonic

from anyio.to_thread import run_sync

from detente.store import Store, StoreError

SHARE = 20  # of the time, at most, one part of so many is spent on taking in
SHORTEST = 1.0  # seconds between two times


class Settling:
    """Takes into account what a store got since the last time, unless that is a moment ago."""

    def __init__(self, store: Store, clock: Callable[[], float] = monotonic) -> None:
        store.maps.keeps_up = False
        self._store, self._clock, self._lock = store, clock, asyncio.Lock()
        self._state: Hashable = None
        self._next = float("-inf")

    def hurry(self) -> None:
        """Take in at the next page whatever there is: its reader has just added something."""
        self._next = float("-inf")

    async def keep_up(self) -> Hashable:
        """Return the state of the store which maps are of; nothing where they are behind it, as they are while much comes in."""
        try:
            return await self._kept_up()
        except StoreError:
            return None  # the page will say so

    async def _kept_up(self) -> Hashable:
        state = await run_sync(self._store.state)
        if state == self._state:
            return state
        if self._clock() < self._next:
            return None
        async with self._lock:
            if self._clock() >= self._next:
                start = self._clock()
                self._state = await run_sync(self._settle)
                done = self._clock()
                self._next = done + max(SHORTEST, SHARE * (done - start))
            return self._state

    def _settle(self) -> Hashable:
        self._store.maps.settle()
        return self._store.state()
