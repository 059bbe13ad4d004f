"""Jobs, one after the other: what is given by hand in one line, what is followed in another, so that neither waits for the other."""

from __future__ import annotations

import logging
import os
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from secrets import token_hex
from threading import Condition, Thread
from time import monotonic, time

from detente.desk.following import Following, Skipped
from detente.desk.keeping import Came, keep_each
from detente.engine import Reader
from detente.fetch import Clock, Fetcher, FetchError
from detente.fetch.connect import OK
from detente.intake import IntakeError
from detente.store import Store, StoreError

from .changes import Changes
from .order import Order
from .work import Cancelled, Now, Work

LOG = logging.getLogger(__name__)
MOST_WAITING = 20  # jobs of a line
MOST_KEPT = 100  # jobs that are over
MANY = 40  # files from which on several processes read
LOOK = 2.0  # seconds between two looks at what changes in maps
NO_LIST = "this is a page and no feed, sitemap or OPML file; it was read once and is not followed"
LINES = ("hand", "feed")
MakeFetcher = Callable[[Clock], Fetcher]


class Full(Exception):
    """So much waits already that nothing more is taken."""


class Jobs:
    """The jobs of a server. A line has one thread; a store lets one of them write at a time."""

    def __init__(self, store: Store, reader: Reader, make_fetcher: MakeFetcher, now: Now = monotonic) -> None:
        self._store, self._reader, self._make_fetcher, self._now = store, reader, make_fetcher, now
        self._works: OrderedDict[str, Work] = OrderedDict()
        self._lines: dict[str, deque[Work]] = {line: deque() for line in LINES}
        self._running: dict[str, Work | None] = dict.fromkeys(LINES)
        self._threads: dict[str, Thread] = {}
        self._changed = Condition()
        self._skipped: Skipped = set()
        self.is_closing, self.over = False, 0  # `over`: how many jobs have come to their end

    def submit(self, order: Order) -> Work:
        """Line up a job. Raises `Full` where too many wait."""
        line = "feed" if order.kind == "feed" else "hand"
        with self._changed:
            if self.is_closing or len(self._lines[line]) >= MOST_WAITING:
                order.clear()
                raise Full
            work = Work(token_hex(6), order, self._now)
            self._works[work.key] = work
            self._lines[line].append(work)
            self._forget()
            if line not in self._threads:
                self._threads[line] = Thread(target=self._go_on, args=(line,), daemon=True, name=f"jobs-{line}")
                self._threads[line].start()
            self._changed.notify_all()
        return work

    def find(self, key: str) -> Work | None:
        """Return a job by its id."""
        return self._works.get(key)

    def all(self) -> tuple[Work, ...]:
        """Return the jobs, the latest first."""
        with self._changed:
            return tuple(reversed(self._works.values()))

    def follows(self, address: str) -> bool:
        """Whether a job that is not over follows an address."""
        return any(address in work.order.addresses and not work.shown().is_over for work in self.all())

    def cancel(self, work: Work) -> None:
        """End a job: at once where it waits, else before its next article."""
        work.cancel()
        with self._changed:
            line = next((line for line in self._lines.values() if work in line), None)
            if line is not None:
                line.remove(work)
                work.end("cancelled")

    def close(self, patience: float = 5.0) -> None:
        """End all jobs, and wait a little for those that go on."""
        with self._changed:
            self.is_closing = True
            self._changed.notify_all()
        for work in self.all():
            if not work.shown().is_over:
                self.cancel(work)
        for thread in self._threads.values():
            thread.join(patience)

    def _forget(self) -> None:
        """Forget the jobs that were over first."""
        over = [key for key, work in self._works.items() if work.shown().is_over]
        for key in over[: max(len(over) - MOST_KEPT, 0)]:
            del self._works[key]

    def _go_on(self, line: str) -> None:
        fetcher = self._make_fetcher(Clock(time, lambda seconds: self._pause(line, seconds)))
        while work := self._next(line):
            self._do(work, fetcher)

    def _next(self, line: str) -> Work | None:
        with self._changed:
            self._running[line] = None
            self._changed.wait_for(lambda: self._lines[line] or self.is_closing)
            if self.is_closing:
                return None
            self._running[line] = work = self._lines[line].popleft()
            return work

    def _pause(self, line: str, seconds: float) -> None:
        """Let a host rest, unless the job is to end."""
        if (work := self._running[line]) and work.ends.wait(seconds):
            raise Cancelled

    def _do(self, work: Work, fetcher: Fetcher) -> None:
        work.begin()
        try:
            try:
                self._keep(work, fetcher)
            finally:
                self.over += 1
            work.end("done")
        except Cancelled:
            work.end("cancelled")
        except (StoreError, IntakeError, FetchError) as error:
            work.end("failed", str(error))
        except Exception as error:  # the next job comes in any case
            LOG.exception("job %s", work.key)
            work.end("failed", f"a fault in Détente ({type(error).__name__}); please report it")

    def _keep(self, work: Work, fetcher: Fetcher) -> None:
        changes, looked = Changes(self._store), 0.0
        for came in self._came(work, fetcher, changes):
            work.came(came)
            if came.document_id and self._now() - looked >= LOOK:
                work.maps, looked = changes.now(), self._now()
        self._store.maps.settle()
        work.maps = changes.now()
        if work.order.kind == "feed":
            self._check_lists(work.order)

    def _check_lists(self, order: Order) -> None:
        """Let go of what is watched and proves to be a page. Raises `IntakeError` for it."""
        for address in order.addresses:
            known = self._store.fetched(address)
            if known and known.status == OK and not known.is_list:
                self._store.unwatch(address)
                raise IntakeError(f"{address}: {NO_LIST}")

    def _came(self, work: Work, fetcher: Fetcher, changes: Changes) -> Iterator[Came]:
        order = work.order
        if order.addresses:
            following = Following(self._store, self._reader, fetcher, order.most, self._skipped, work.along, changes.note)
            return following.follow(order.addresses)
        processes = 1 if len(order.files) < MANY else min(os.cpu_count() or 1, 4)
        return keep_each(self._store, work.along(order.articles()), self._reader, processes, changes.note)
