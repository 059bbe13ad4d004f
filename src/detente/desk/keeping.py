"""Articles read into a store, by whatever processes: what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from detente.engine import Reader, read_all
from detente.intake import Article
from detente.pipeline import weigh_pairs
from detente.records import SKIPPED, FailedReading, Page, Reading
from detente.store import Prepared, Source, Store, prepare


def keep_all(
    store: Store,
    found: Iterable[Article],
    reader: Reader,
    processes: int,
    tell: Callable[[str], None],
    skip: Callable[[Article], None] = lambda _: None,
) -> Counter[str]:
    """Read articles into a store; returns how many came to which end. Articles in other languages go to `skip`."""
    outcomes: Counter[str] = Counter()
    make = partial(ready, database=store.database)
    for article, made in read_all(_unread(found, store, reader, outcomes), reader, make, processes):
        outcome = _keep(store, article, made, tell)
        outcomes[outcome] += 1
        if outcome == "skipped":
            skip(article)
    return outcomes


def ready(reading: Reading, page: Page, database: str) -> Prepared:
    """Make a reading ready to be kept, in whatever process."""
    return prepare(reading, weigh_pairs(reading.statements), page, database)


def _unread(found: Iterable[Article], store: Store, reader: Reader, outcomes: Counter[str]) -> Iterator[Article]:
    """The articles that the store does not have as this reader would read them."""
    for article in found:
        known = store.known(article.source)
        if known and known[0] == article.sha256 and reader.would_make(known[1]) and not article.failure:
            outcomes["known"] += 1
        else:
            yield article


def _keep(store: Store, article: Article, made: Prepared | FailedReading, tell: Callable[[str], None]) -> str:
    """Keep a reading or a failure; returns what became of it."""
    source = Source(article.source, article.sha256)
    if isinstance(made, Prepared):
        return store.write_prepared(made, source)
    if made.failures[0].kind == SKIPPED:
        return "skipped"
    if not _was_there(store, article):
        store.fail(made, source)
    tell(made.failures[0].message)
    return "failed"


def _was_there(store: Store, article: Article) -> bool:
    """Whether a page that could not be fetched now was fetched before: what it said then is not lost."""
    known = store.known(article.source) if article.failure and "://" in article.source else None
    return known is not None and known[0] != article.sha256
