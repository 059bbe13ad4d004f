"""Maps keep up with articles that come in, by one at a time and not at every page: taking in takes longer than a page may."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from time import monotonic

from anyio.to_thread import run_sync

from detente.store import Store, StoreError

SHARE = 20  # of the time, at most, one part of so many is spent on taking in
SHORTEST = 1.0  # seconds between two times
PATIENCE = 0.1  # seconds that a page waits for it


class Settling:
    """Takes into account what a store got since the last time, unless that is a moment ago, while pages go on with what was known."""

    def __init__(self, store: Store, clock: Callable[[], float] = monotonic) -> None:
        store.maps.keeps_up = False
        self._store, self._clock = store, clock
        self._state: Hashable = None
        self._next = float("-inf")
        self._going: asyncio.Future[None] | None = None
        self._is_hurried, self._is_awaited = True, False

    def hurry(self) -> None:
        """Take in at the next page whatever there is, and let it wait: its reader has just added something."""
        self._is_hurried = True

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
        going = self._begun()
        while going and (self._is_hurried or self._is_awaited):
            await asyncio.wait({going})
            going = self._begun()
        if going:
            await asyncio.wait({going}, timeout=PATIENCE)
        return None if self._going else self._state

    def _begun(self) -> asyncio.Future[None] | None:
        """What goes on, begun now if it is time."""
        if self._going is None and (self._is_hurried or self._clock() >= self._next):
            self._is_awaited, self._is_hurried = self._is_hurried, False
            self._going = asyncio.ensure_future(self._take_in())
        return self._going

    async def _take_in(self) -> None:
        start = self._clock()
        try:
            self._state = await run_sync(self._settle)
        except StoreError:
            self._state = None
        finally:
            done = self._clock()
            self._next = done + max(SHORTEST, SHARE * (done - start))
            self._going, self._is_awaited = None, False

    def _settle(self) -> Hashable:
        self._store.maps.settle()
        return self._store.state()
