"""Articles read into a store, by whatever processes: what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from detente.engine import Reader, read_all
from detente.intake import Article
from detente.pipeline import weigh_pairs
from detente.records import SKIPPED, FailedReading, Page, Reading
from detente.store import Prepared, Source, Store, prepare


class Came(NamedTuple):
    """What became of an article: `new`, `anew`, `known`, `failed` with a sentence, or `skipped`; its document, where one was written."""

    article: Article
    outcome: str
    sentence: str = ""
    document_id: str = ""


def unheard(prepared: Prepared) -> None:
    """Do nothing before a reading is kept."""


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
    for came in keep_each(store, found, reader, processes):
        outcomes[came.outcome] += 1
        if came.outcome == "failed":
            tell(came.sentence)
        if came.outcome == "skipped":
            skip(came.article)
    return outcomes


def keep_each(
    store: Store, found: Iterable[Article], reader: Reader, processes: int, before: Callable[[Prepared], None] = unheard
) -> Iterator[Came]:
    """Read articles into a store, and yield what became of each; `before` hears of a reading that is about to be kept.

    One process takes articles in their order; several may tell of those that are known before others that came earlier.
    """
    make = partial(ready, database=store.database)
    if processes == 1:
        for article in found:
            known = _is_known(article, store, reader)
            yield Came(article, "known") if known else _keep(store, article, reader.read_and(make, article), before)
        return
    passed: list[Came] = []
    for article, made in read_all(_unread(found, store, reader, passed), reader, make, processes):
        yield _keep(store, article, made, before)
        yield from _taken(passed)
    yield from _taken(passed)


def ready(reading: Reading, page: Page, database: str) -> Prepared:
    """Make a reading ready to be kept, in whatever process."""
    return prepare(reading, weigh_pairs(reading.statements), page, database)


def _taken(known: list[Came]) -> Iterator[Came]:
    """Those that were known, once each."""
    taken, known[:] = tuple(known), ()
    yield from taken


def _unread(found: Iterable[Article], store: Store, reader: Reader, passed: list[Came]) -> Iterator[Article]:
    """The articles that the store does not have as this reader would read them; the others are passed."""
    for article in found:
        if _is_known(article, store, reader):
            passed.append(Came(article, "known"))
        else:
            yield article


def _is_known(article: Article, store: Store, reader: Reader) -> bool:
    known = store.known(article.source)
    return known is not None and known[0] == article.sha256 and reader.would_make(known[1]) and not article.failure


def _keep(store: Store, article: Article, made: Prepared | FailedReading, before: Callable[[Prepared], None]) -> Came:
    """Keep a reading or a failure."""
    source = Source(article.source, article.sha256)
    if isinstance(made, Prepared):
        before(made)
        return Came(article, store.write_prepared(made, source), document_id=made.id)
    sentence = made.failures[0].message
    if made.failures[0].kind == SKIPPED:
        return Came(article, "skipped", sentence)
    if not _was_there(store, article):
        store.fail(made, source)
    return Came(article, "failed", sentence)


def _was_there(store: Store, article: Article) -> bool:
    """Whether a page that could not be fetched now was fetched before: what it said then is not lost."""
    known = store.known(article.source) if article.failure and "://" in article.source else None
    return known is not None and known[0] != article.sha256
