"""Readings from a store in place of files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from detente.engine import Reader
from detente.records import Reading
from detente.resources.names import find_party
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


class Kept(NamedTuple):
    """Readings in which somebody speaks for one of two parties, these, and the first copy of each document."""

    readings: tuple[Reading, ...]
    parties: tuple[str, ...]
    copies: dict[str, str]


def readings_between(url: str, reader: Reader, parties: Sequence[str]) -> Kept:
    """Return the readings in which somebody speaks for one of two parties: those asked for, or the most reported."""
    with store_at(url) as store:
        speaking = store.parties()
        wanted = Filter(languages=reader.languages)
        pair = tuple(sorted({find_party(party, speaking) for party in parties})) or store.most_reported(wanted)
        if not pair:
            raise refuse(f"{store.where}: no two parties speak in what it keeps, so there is no map to draw", FAILED)
        between = wanted._replace(parties=pair)
        return Kept(tuple(store.readings(between)), pair, store.copies(between))
