"""What analyses read: a store as it is, or readings in memory, kept for the while in a store of their own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from detente.pipeline import weigh_pairs
from detente.records import FailedReading, Reading
from detente.render.interface import interface
from detente.render.report import Labels
from detente.render.summary import figures
from detente.resources.labels import name_in
from detente.resources.reliability import load_reliability
from detente.views.maps import labels_of

from .corpus import Corpus

if TYPE_CHECKING:
    from detente.store import Store

    Given = Store | Corpus | Iterable[Reading | FailedReading]

IN_MEMORY = "sqlite://"


def store_of(given: Given) -> Store:
    """Return the store that is analysed: one that is open, or one in memory for readings. Two readings of one article count once."""
    from detente.store import Store  # brings the database, which nothing else here needs

    if isinstance(given, Corpus):
        return given.store
    return given if isinstance(given, Store) else kept(given)


def kept(readings: Iterable[Reading | FailedReading]) -> Store:
    """Return a store in memory with readings; what could not be read is left out."""
    from detente.store import Source, open_store

    store, taken = open_store(IN_MEMORY, make=True), set[str]()
    for reading in readings:
        if isinstance(reading, Reading):
            document = reading.document
            name = document.path if document.path and document.path not in taken else document.id
            taken.add(name)
            store.write(reading, Source(name, document.text_sha256), weigh_pairs(reading.statements))
    return store


def with_actors(store: Store, labels: Labels, actors: Iterable[str], ui: str) -> Labels:
    """Return names with those of actors whom no table knows: of joined people in several languages, of offices as texts call them.

    The id of a person holds the name.
    """
    unknown = set(actors) - labels.actors.keys()
    several = {row: labels.party("+".join(part.removeprefix("state:") for part in row.split("+"))) for row in unknown if row.startswith("state:")}
    joined = {each.actor_id: name for each in store.maps.joined(unknown) if (name := name_in(each.names, ui))}
    offices = {row for row in unknown - joined.keys() - several.keys() if not row.startswith("person:") or "+" in row}
    named = store.maps.called(offices) | joined | several
    return msgspec.structs.replace(labels, actors=named | labels.actors)


def names_of(store: Store, actors: Iterable[str], codebook: Path, ui: str) -> Labels:
    """Return the names of topics, parties and some actors, as maps show them."""
    return with_actors(store, labels_of(codebook, ui), actors, ui)


def trust(languages: Iterable[str], ui: str) -> tuple[str, ...]:
    """Return a sentence for each language, with the gate's figures."""
    codes = sorted({code.split("-")[0] for code in languages})
    return tuple(figures(code, load_reliability(code), interface(ui)) for code in codes)
