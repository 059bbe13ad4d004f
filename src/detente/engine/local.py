"""Reading by processes of this machine; readings come in the order of their articles, whoever is done first."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Generic, TypeVar

from detente.intake import Article
from detente.records import FailedReading, Page, Reading

from .reader import Reader

AHEAD = 4  # articles a process that wait for it or for their turn
Made = TypeVar("Made")


def read_all(
    articles: Iterable[Article], reader: Reader, make: Callable[[Reading, Page], Made], processes: int = 1
) -> Iterator[tuple[Article, Made | FailedReading]]:
    """Yield articles, in order, with what is made of their readings and of what their pages tell beside the text.

    What kills a process is tried once more, alone; an article that kills a process again comes back as a failure.
    """
    if processes == 1:
        yield from ((article, reader.read_and(make, article)) for article in articles)
        return
    yield from _Pool(reader, make, processes).read(articles)


class _Pool(Generic[Made]):
    """Processes that read, and the articles that they have in hand."""

    def __init__(self, reader: Reader, make: Callable[[Reading, Page], Made], processes: int) -> None:
        self._reader, self._processes = reader, processes
        self._read = partial(reader.read_and, make)
        self._in_hand: deque[tuple[Article, Future[Made | FailedReading]]] = deque()
        self._pool = self._start(processes)

    def _start(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin)

    def read(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Made | FailedReading]]:
        try:
            for article in articles:
                self._in_hand.append((article, self._pool.submit(self._read, article)))
                if len(self._in_hand) > AHEAD * self._processes:
                    yield self._next()
            while self._in_hand:
                yield self._next()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _next(self) -> tuple[Article, Made | FailedReading]:
        article, future = self._in_hand.popleft()
        try:
            return article, future.result()
        except BrokenProcessPool:
            found = self._alone(article)
            self._begin_again()
            return article, found

    def _alone(self, article: Article) -> Made | FailedReading:
        """Read an article in a process of its own."""
        with self._start(1) as pool:
            try:
                return pool.submit(self._read, article).result()
            except BrokenProcessPool as error:
                return self._reader.surprise(article.source, error)

    def _begin_again(self) -> None:
        """Give the articles in hand to new processes."""
        self._pool.shutdown()
        self._pool = self._start(self._processes)
        waiting = [article for article, _ in self._in_hand]
        self._in_hand = deque((article, self._pool.submit(self._read, article)) for article in waiting)


def _begin() -> None:
    """An interrupt is for the process that the user started; when that is gone, however it ended, this one goes, too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
