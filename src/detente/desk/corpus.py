"""A store as a Python user looks at it: tables, and exports, by the words of the command line."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.resources.codebook import DEFAULT
from detente.resources.names import find_codebook
from detente.views.maps import labels_of

from .search import wanted_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from detente.export import Contents, Table
    from detente.records import Claim, FailedReading
    from detente.render.report import Labels
    from detente.store import Fetch, Holding, Source, Store, Wanted


class Corpus:
    """An open store. Each of its tables takes the filters of `detente.search`: `claims(parties=["RU"], since="2031")`.

    `text` is how much of the articles is given: none, the words of evidence, or full.
    """

    def __init__(self, store: Store, *, ui: str = "en", codebook: str | Path = DEFAULT) -> None:
        self.store, self._ui, self._codebook = store, ui, find_codebook(codebook)

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    @cached_property
    def names(self) -> Labels:
        """The names of topics, parties and actors, as maps show them."""
        return labels_of(self._codebook, self._ui, self.store.maps.everybody())

    def documents(self, *, text: str = "evidence", **filters: Any) -> Table:
        """Return the articles, a row each."""
        return self._table("documents", text, filters)

    def statements(self, *, text: str = "evidence", **filters: Any) -> Table:
        """Return what was said, a row each."""
        return self._table("statements", text, filters)

    def claims(self, *, text: str = "evidence", **filters: Any) -> Table:
        """Return what sides hold on topics, a row a side and topic of a statement."""
        return self._table("claims", text, filters)

    def events(self, *, text: str = "evidence", **filters: Any) -> Table:
        """Return meetings, calls, visits and other events, a row a mention."""
        return self._table("events", text, filters)

    def export(self, path: str | Path, form: str, *, table: str = "statements", text: str = "evidence", **filters: Any) -> None:
        """Write what filters let through to a file or folder, in a format of `detente export`; as a graph, the network that `network` makes of it."""
        from detente.export import write
        from detente.export.writing import write_text

        from .networks import GRAPHS, network

        if form in GRAPHS:
            made = network(self.store, ui=self._ui, codebook=self._codebook, **filters)
            write_text(Path(path), iter((made.to_file(form).decode(),)))
            return
        write(self.contents(text, filters), form, Path(path), table)

    def contents(self, text: str, filters: dict[str, Any]) -> Contents:
        """Return what is exported."""
        from detente.export import TEXTS, Contents
        from detente.text.nearest import UnknownName

        if text not in TEXTS:
            raise UnknownName(f"text {text!r}: there are {', '.join(TEXTS)}")
        maps = self.store.maps
        wanted = maps.with_ids(wanted_in(self.store, codebook=self._codebook, **filters))
        whole = Kept(self.store, wanted)
        return Contents(lambda: maps.chosen(wanted), lambda: self._claims(wanted), self.names, whole, self._codebook, wanted, text)

    def _claims(self, wanted: Wanted) -> Iterator[Claim]:
        """The claims that filters let through; the only statements to find may be more than a query takes."""
        only = wanted.statement_ids
        for claim in self.store.maps.claims(wanted._replace(statement_ids=None)):
            if only is None or claim.statement_id in only:
                yield claim

    def _table(self, name: str, text: str, filters: dict[str, Any]) -> Table:
        from detente.export import TABLES, Table, tables

        contents = self.contents(text, filters)
        return Table(name, tables()[name], lambda: TABLES[name](contents))


class Kept:
    """All that a store keeps of what filters let through; of what could not be read and of addresses only if nothing is left out."""

    def __init__(self, store: Store, wanted: Wanted) -> None:
        self._store, self._wanted = store, wanted

    def holdings(self) -> Iterator[Holding]:
        """Yield the documents."""
        yield from self._store.holdings({each.reading.document.id for each in self._store.maps.chosen(self._wanted)})

    def unread(self) -> Iterator[tuple[FailedReading, Source]]:
        """Yield what could not be read."""
        if not any(self._wanted):
            yield from self._store.unread()

    def fetched(self) -> Iterator[Fetch]:
        """Yield how addresses answered."""
        if not any(self._wanted):
            yield from self._store.addresses()


def open(store: str = "", *, ui: str = "en", codebook: str | Path = DEFAULT) -> Corpus:
    """Return a store, given by its address (none: the default store), as tables.

    Raises `StoreError` for an address that is none, and a store that is not there or of another version.
    """
    from detente.store import open_store

    return Corpus(open_store(store), ui=ui, codebook=codebook)
