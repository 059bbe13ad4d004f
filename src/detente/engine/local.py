"""Reading by processes of this machine; readings come in the order of their articles, whoever is done first."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from detente.intake import Article
from detente.records import FailedReading, Page, Reading

from .reader import Reader

AHEAD = 4  # articles a process that wait for it or for their turn
Read = tuple[Article, Reading | FailedReading]
WithPage = tuple[Reading | FailedReading, Page | None]


def read_all(articles: Iterable[Article], reader: Reader, processes: int = 1) -> Iterator[Read]:
    """Yield articles with their readings, in order; the page of an article that was read is there without its text.

    What kills a process is tried once more, alone; an article that kills a process again comes back as a failure.
    """
    if processes == 1:
        yield from (_read(article, *reader.read_with_page(article)) for article in articles)
        return
    yield from _Pool(reader, processes).read(articles)


def _read(article: Article, reading: Reading | FailedReading, page: Page | None) -> Read:
    return article._replace(page=page), reading


class _Pool:
    """Processes that read, and the articles that they have in hand."""

    def __init__(self, reader: Reader, processes: int) -> None:
        self._reader, self._processes = reader, processes
        self._in_hand: deque[tuple[Article, Future[WithPage]]] = deque()
        self._pool = self._start(processes)

    def _start(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_leave_interrupts)

    def read(self, articles: Iterable[Article]) -> Iterator[Read]:
        try:
            for article in articles:
                self._in_hand.append((article, self._pool.submit(self._reader.read_with_page, article)))
                if len(self._in_hand) > AHEAD * self._processes:
                    yield self._next()
            while self._in_hand:
                yield self._next()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _next(self) -> Read:
        article, future = self._in_hand.popleft()
        try:
            return _read(article, *future.result())
        except BrokenProcessPool:
            found = self._alone(article)
            self._begin_again()
            return _read(article, *found)

    def _alone(self, article: Article) -> WithPage:
        """Read an article in a process of its own."""
        with self._start(1) as pool:
            try:
                return pool.submit(self._reader.read_with_page, article).result()
            except BrokenProcessPool as error:
                return self._reader.surprise(article.source, error), None

    def _begin_again(self) -> None:
        """Give the articles in hand to new processes."""
        self._pool.shutdown()
        self._pool = self._start(self._processes)
        waiting = [article for article, _ in self._in_hand]
        self._in_hand = deque((article, self._pool.submit(self._reader.read_with_page, article)) for article in waiting)


def _leave_interrupts() -> None:
    """An interrupt is for the process that the user started."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
