"""Feeds that are asked again and again while the server runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

from detente.store import Store, StoreError, Watched

from .order import Order
from .queue import Full, Jobs
from .work import Work

TICK = 15.0  # seconds between two looks at what is due
MOST_PAGES = 200  # of a feed or sitemap, the latest first
Today = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


class Watching:
    """The feeds of a store, and when each is asked next."""

    def __init__(self, store: Store, jobs: Jobs, every: float, now: Today = utc_now) -> None:
        self.every, self._store, self._jobs, self._now = every, store, jobs, now
        self._ends = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Ask those that are due, from now on until the end; without an interval, none."""
        if not self.every:
            return
        self._thread = Thread(target=self._go_on, daemon=True, name="watching")
        self._thread.start()

    def close(self) -> None:
        """Ask no more."""
        self._ends.set()
        if self._thread:
            self._thread.join(TICK)

    def follow(self, address: str) -> Work:
        """Watch an address, and ask it now. Raises `Full` where too many jobs wait."""
        work = self._ask(address)
        self._store.watch(address, self._now().isoformat())
        self._store.asked_at(address, self._now().isoformat())
        return work

    def stop(self, address: str) -> bool:
        """Watch an address no longer, and end what is being fetched of it; returns whether it was watched."""
        for work in self._jobs.all():
            if work.order.kind == "feed" and address in work.order.addresses and not work.shown().is_over:
                self._jobs.cancel(work)
        return self._store.unwatch(address)

    def ask_due(self) -> list[str]:
        """Line up what is due; returns its addresses."""
        due = [each.address for each in self._store.watched() if self._is_due(each) and not self._jobs.follows(each.address)]
        for address in due:
            self._ask(address)
            self._store.asked_at(address, self._now().isoformat())
        return due

    def _is_due(self, each: Watched) -> bool:
        return each.asked is None or datetime.fromisoformat(each.asked) + timedelta(minutes=self.every) <= self._now()

    def _ask(self, address: str) -> Work:
        return self._jobs.submit(Order("feed", address, addresses=(address,), most=MOST_PAGES))

    def _go_on(self) -> None:
        while not self._ends.wait(TICK):
            try:
                self.ask_due()
            except (Full, StoreError):
                continue  # in the next round
