"""Turns: one request at a time to a host, and a pause after each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from .board import Board, Busy, Tell

LONGEST_PAUSE = 300.0  # seconds; a site that wants more between two pages does not want them fetched
BUSY = 1.0  # seconds after which a host is tried again that another process is asking


class Later(Exception):
    """A host wants to be asked again later; `Turns` knows when."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.host = host


class Clock(NamedTuple):
    """The time in seconds since 1970, and how to let it pass."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


class Turns:
    """When each host was asked last, and how long it wants to be left alone; with a board, other processes are told, too."""

    def __init__(self, clock: Clock, delay: float, board: Board | None = None) -> None:
        self._clock, self._delay, self._board = clock, delay, board
        self._ready: dict[str, float] = {}
        self._wishes: dict[str, float] = {}

    def wish(self, host: str, seconds: float) -> None:
        """Note that a host wants at least so many seconds between two requests."""
        longer = max(seconds - self._pause(host), 0)
        if host in self._ready:
            self._ready[host] += longer
        self._wishes[host] = max(seconds, self._wishes.get(host, 0))

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for at least so many seconds from now on, and have other processes do so."""
        self._ready[host] = max(self.ready(host), self._clock.now() + seconds)
        with suppress(Later), self._asking(host) as tell:
            tell(self._ready[host])

    def ready(self, host: str) -> float:
        """Return when a host may be asked; 0 for one that was not asked yet.

        What another process told of a time that no pause reaches was told before the clock was set back.
        """
        told = self._board.ready(host) if self._board else 0
        return max(self._ready.get(host, 0), told if told <= self._clock.now() + LONGEST_PAUSE else 0)

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for the turn of a request to a host; the pause begins when it is done.

        Raises `Later` where another process asks it.
        """
        self._wait(host)
        with self._asking(host) as tell:
            if self.ready(host) > self._clock.now():  # another process was quicker
                raise Later(host)
            try:
                yield
            finally:
                self._ready[host] = self._clock.now() + self._pause(host)
                tell(self._ready[host])

    def _wait(self, host: str) -> None:
        wait = self.ready(host) - self._clock.now()
        if wait > 0:
            self._clock.sleep(wait)

    @contextmanager
    def _asking(self, host: str) -> Iterator[Tell]:
        asking: AbstractContextManager[Tell] = self._board.asking(host) if self._board else nullcontext(lambda _: None)
        try:
            with asking as tell:
                yield tell
        except Busy:
            self._ready[host] = max(self.ready(host), self._clock.now() + BUSY)
            raise Later(host) from None

    def _pause(self, host: str) -> float:
        return max(self._delay, self._wishes.get(host, 0))


def retry_after(value: str, now: float) -> float | None:
    """Return the seconds that a server asks to wait: it gives them, or a date.

    >>> retry_after("120", 0), retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 10), retry_after("soon", 0)
    (120.0, 50.0, None)
    """
    if value.strip().isdecimal():
        return float(value)
    try:
        return max(parsedate_to_datetime(value).timestamp() - now, 0.0)
    except (ValueError, OverflowError):
        return None
