"""Lists followed round after round, for as long as nobody interrupts."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from types import FrameType

import typer

from detente.engine import Reader
from detente.fetch import Clock, FetchError
from detente.intake import IntakeError
from detente.intake.kinds import is_address
from detente.store import StoreError, open_store

from .distant import Manners, is_list
from .ending import refuse, warn
from .following import fetcher_of, follow
from .keeping import told
from .stored import address, store_at


class Watch:
    """What is followed into which store, and what was said of it already."""

    def __init__(self, lists: Sequence[str], url: str, reader: Reader, manners: Manners, clock: Clock | None = None) -> None:
        for name in lists:
            if not is_address(name) and not is_list(name):
                raise refuse(f"{name}: this is no list of feeds; give an OPML file, or the address of a feed or sitemap")
        self._lists, self._url, self._reader, self._most = lists, url, reader, manners.most
        self._clock = clock or Clock()
        self._fetcher = fetcher_of(manners, self._clock)
        self._told: set[str] = set()
        self._skipped: set[tuple[str, str]] = set()

    def rounds(self, pause: float, most: int | None = None) -> bool:
        """Make rounds until an interrupt, or `most`; returns whether something failed in the last one."""
        with store_at(self._url, make=True):
            pass  # an address that is none, or a store of another version, is told before the first round
        failed = False
        with _ended_cleanly():
            for number in count(1):
                line, failed = self._round()
                is_last = number == most
                typer.echo(f"{self._time()} round {number}: {line}" + ("" if is_last else f"; the next in {pause / 60:g} minutes"), err=True)
                if is_last:
                    break
                self._clock.sleep(pause)
        return failed

    def _round(self) -> tuple[str, bool]:
        """What a round brought, in words, and whether something failed; the next one comes in any case."""
        try:
            with open_store(address(self._url), make=True) as store:
                outcomes = follow(self._lists, store, self._reader, self._fetcher, self._most, self._tell, self._skipped)
        except (StoreError, IntakeError, FetchError) as error:
            return str(error), True
        return told(outcomes), outcomes["failed"] > 0

    def _tell(self, message: str) -> None:
        """Tell a failure when it comes up; one that stays is told once."""
        if message not in self._told:
            self._told.add(message)
            warn(message)

    def _time(self) -> str:
        return datetime.fromtimestamp(self._clock.now(), UTC).strftime("%Y-%m-%d %H:%M UTC")


@contextmanager
def _ended_cleanly() -> Iterator[None]:
    """Take an interrupt, or a wish of the system to end, for the end of the work."""

    def end(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("detente: ended; everything that was read until here is kept", err=True)
    finally:
        signal.signal(signal.SIGTERM, before)
