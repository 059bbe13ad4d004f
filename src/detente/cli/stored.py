"""Readings from a store in place of files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from detente.api import NothingToMap
from detente.desk.stored import StoredMap, chart, pair_of
from detente.engine import Reader
from detente.pipeline import Selection
from detente.records import Reading
from detente.store import Filter, Store, StoreError, default_url, open_store

from .ending import FAILED, refuse

DEFAULT = "default"


@contextmanager
def store_at(url: str, *, make: bool = False) -> Iterator[Store]:
    """Open the store that a user named, `default` or nothing being the one in the user's data folder; errors are sentences."""
    with refused(), open_store(address(url), make=make) as store:
        yield store


@contextmanager
def refused() -> Iterator[None]:
    """Refuse what a store refuses."""
    try:
        yield
    except StoreError as error:
        raise refuse(str(error), FAILED) from None


def address(url: str) -> str:
    """Return the address of a store that a user named."""
    return default_url() if url in ("", DEFAULT) else url


def readings_of(url: str, reader: Reader) -> Iterator[Reading]:
    """Yield the readings that a store keeps, in the languages wanted."""
    with store_at(url) as store:
        yield from store.readings(Filter(languages=reader.languages))


@contextmanager
def charted(url: str, reader: Reader, parties: Sequence[str], selection: Selection, ui: str) -> Iterator[StoredMap]:
    """Open a store for the map of two parties: those asked for, or the most reported."""
    with store_at(url) as store:
        try:
            pair = pair_of(store, parties, reader.languages)
        except NothingToMap as error:
            raise refuse(str(error), FAILED) from None
        yield chart(store, pair, selection, reader.languages, ui=ui, codebook=reader.codebook)
