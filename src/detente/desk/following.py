"""Addresses followed into a store: pages, and all that feeds, sitemaps and lists of feeds name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from detente.engine import Reader
from detente.fetch import Fetcher, Follower
from detente.intake import Article
from detente.intake.files import read_bytes
from detente.intake.kinds import is_address
from detente.pipeline import made_by
from detente.store import Prepared, Store

from .keeping import Came, keep_each, unheard

Skipped = set[tuple[str, str]]
Along = Callable[[Iterable[Article], Callable[[], int]], Iterable[Article]]


def as_they_come(articles: Iterable[Article], waiting: Callable[[], int]) -> Iterable[Article]:
    """Return articles as they are, whatever number of visits is known to come."""
    return articles


class Following(NamedTuple):
    """How addresses are followed.

    `most` limits the pages of each list (0: all). `skipped` are pages in other languages, by source and hash: a store does not
    have them, and they need not come again as long as they are remembered here. `along` goes along with the articles and the
    number of visits that are known to come; `before` hears of a reading that is about to be kept.
    """

    store: Store
    reader: Reader
    fetcher: Fetcher
    most: int
    skipped: Skipped
    along: Along = as_they_come
    before: Callable[[Prepared], None] = unheard

    def follow(self, names: Sequence[str]) -> Iterator[Came]:
        """Read into the store what is at addresses and in lists, and yield what became of each page; of pages beyond `most`, `left`.

        Raises `IntakeError` or `FetchError` for a file that lists addresses and is broken.
        A list is remembered as followed only when all that it led to is kept.
        """
        follower = Follower(self.fetcher, self.store, self._is_kept, read_as=_read_as(self.reader), most=self.most)
        for name in names:
            _add(follower, name)
        articles = self.along(follower.articles(), follower.waiting)
        for came in keep_each(self.store, articles, self.reader, 1, self.before):
            if came.outcome == "skipped":
                self.skipped.add((came.article.source, came.article.sha256))
            yield came
        for fetch in follower.followed:
            self.store.remember(fetch)
        yield from self._not_fetched(follower)

    def _not_fetched(self, follower: Follower) -> Iterator[Came]:
        """The pages that did not have to come again, and those that were left out."""
        elsewhere = {source for source, _ in self.skipped}
        yield from (Came(Article(source, b""), "skipped" if source in elsewhere else "known") for source in follower.unchanged)
        yield from (Came(Article("", b""), "left") for _ in range(follower.left_out))

    def _is_kept(self, source: str, hashed: str) -> bool:
        known = self.store.known(source)
        return (source, hashed) in self.skipped or (known is not None and known[0] == hashed and self.reader.would_make(known[1]))


def _add(follower: Follower, name: str) -> None:
    """Note an address, or a file that lists some."""
    if is_address(name):
        follower.add(name)
    else:
        follower.add_list(read_bytes(name), name)


def _read_as(reader: Reader) -> str:
    """What stands for how articles are read: the same for the same program, codebook, languages and extractors."""
    told = (made_by(reader.codebook), reader.languages, sorted(reader.extractors.items()))
    return sha256(repr(told).encode()).hexdigest()
