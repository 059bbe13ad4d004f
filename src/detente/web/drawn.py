"""The map that an address asks for; pages of one map share it while the store stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from time import perf_counter
from typing import TypeVar

from detente.analysis.uncertainty import Estimate
from detente.analysis.uncertainty import cell as sure_of
from detente.api import offer, selection_of
from detente.desk.stored import StoredMap, pair_of
from detente.records import Cell
from detente.render.sure import rates_of
from detente.render.tally import tally_of
from detente.resources.names import find_party
from detente.resources.outlets import outlets_among
from detente.resources.tongues import find_languages
from detente.store import Asked
from detente.text.nearest import UnknownName

from .asked import Filters, listed
from .shelf import Shelf
from .shell import Shell

Made = TypeVar("Made")
DOUBTFUL = 0.6  # a row that is right less often looks so


def asked_of(shell: Shell, filters: Filters) -> Asked:
    """Return what an address asks for; raises `UnknownName` for parties of which there is no map, whatever the filters."""
    languages = find_languages(listed(filters.language))
    one, other = sorted(pair_of(shell.store, listed(filters.parties), languages))
    if not shell.store.maps.is_told((one, other)):
        speaking = shell.store.parties()
        silent = [party for party in (one, other) if party not in speaking]
        raise UnknownName(f"{' and '.join(silent)}: nobody speaks for {'it' if len(silent) == 1 else 'them'} in these articles; {offer(speaking)}")
    outlets = outlets_among(listed(filters.outlet), map(find_party, listed(filters.country)))
    selection = selection_of(listed(filters.topic), filters.since, filters.until, shell.request.app.state.codebook)
    return Asked((one, other), selection, tuple(languages), outlets, filters.score)


def drawn(shell: Shell, filters: Filters) -> StoredMap:
    """Return the map that an address asks for: of the two parties that are reported most, unless it names two."""
    asked = asked_of(shell, filters)

    def make() -> StoredMap:
        found = StoredMap(shell.store, asked, ui=shell.ui, codebook=shell.request.app.state.codebook)
        assert found.report
        return found

    return shared(shell, ("map", asked), make)


def shared(shell: Shell, key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what pages of one thing share, made anew only when the store has changed."""
    shelf: Shelf[Made] = shell.request.app.state.shared
    whose, state, start = (key, shell.ui, shell.request.app.state.jobs.over), shell.store.state(), perf_counter()
    if (found := shelf.find(whose, state)) is not None:
        return found
    made = make()
    shelf.put(whose, made, state=state, took=perf_counter() - start)
    return made


def surety(found: StoredMap, cell: Cell) -> Estimate | None:
    """Return how surely a cell has its relation, by what was measured of the languages that were read."""
    return sure_of(cell.relation, dict.fromkeys(tally_of(found.report).languages, 1), rates_of(found.report))


def is_doubtful(found: StoredMap, cell: Cell) -> bool:
    """Whether a cell's relation is right less often than it should be."""
    estimate = surety(found, cell)
    return estimate is not None and estimate.value < DOUBTFUL
