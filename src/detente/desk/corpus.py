"""A store as a Python user looks at it: maps and analyses, tables, and exports, by the words of the command line."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.resources.codebook import DEFAULT
from detente.resources.names import find_codebook
from detente.text.nearest import UnknownName, nearest
from detente.views.maps import labels_of

from .search import wanted_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from types import TracebackType

    from detente.export import Contents, Table
    from detente.records import Claim, FailedReading
    from detente.render.report import Labels
    from detente.store import Fetch, Found, Holding, Source, Store, Wanted
    from detente.views.phases import PeriodsView

    from .compared import CompareView
    from .heard import DeskView
    from .ledgers import LedgerView
    from .networks import NetworkView
    from .sources import SourcesView
    from .stored import StoredMap


class Corpus:
    """An open store. Its analyses are those of `detente`, in the language of its labels: `corpus.timeline(["GR", "TR"])`.

    Each of its tables takes the filters of `detente.search`: `claims(parties=["RU"], since="2031")`; `text` is how much of the
    articles is given: none, the words of evidence, or full.
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

    def map(
        self, parties: Iterable[str] = (), *, topics: Iterable[str] = (), since: str | date | None = None, until: str | date | None = None,
        languages: Iterable[str] = (),
    ) -> StoredMap:  # fmt: skip
        """Return the map of two parties, of the pair that is reported most without any; it reads no more than its faces need."""
        from .stored import asked_map

        return asked_map(self.store, parties, topics, since, until, languages, ui=self._ui, codebook=self._codebook)

    def periods(self, parties: Sequence[str] | None = None, *, every: str = "month", **options: Any) -> PeriodsView:
        """Return the relations of two parties in time; see `detente.periods`."""
        from .stored import periods

        return periods(self.store, parties, every=every, **options, **self._named)

    def timeline(self, parties: Iterable[str] = (), **options: Any) -> DeskView:
        """Return meetings, calls, visits and statements of two parties; see `detente.timeline`."""
        from .timelines import timeline

        return timeline(self, parties, **options, **self._named)

    def actors(self, **options: Any) -> DeskView:
        """Return who speaks for whom, how often, on what; see `detente.actors`."""
        from .heard import actors

        return actors(self, **options, **self._named)

    def topics(self, **options: Any) -> DeskView:
        """Return what is spoken of; see `detente.topics`."""
        from .heard import topics

        return topics(self, **options, **self._named)

    def profile(self, name: str, **options: Any) -> DeskView:
        """Return what is known of an actor or a party; see `detente.profile`."""
        from .profiles import profile

        return profile(self, name, **options, **self._named)

    def network(self, **options: Any) -> NetworkView:
        """Return networks of who says what; see `detente.network`."""
        from .networks import network

        return network(self, **options, **self._named)

    def sources(self, **options: Any) -> SourcesView:
        """Return who relays whom, and on whom a record rests; see `detente.sources`."""
        from .sources import sources

        return sources(self, **options, **self._named)

    def commitments(self, parties: Sequence[str] | None = None, **options: Any) -> LedgerView:
        """Return what two parties promised, proposed and agreed, and what became of it; see `detente.commitments`."""
        from .ledgers import commitments

        return commitments(self, parties, **options, **self._named)

    def compare(self, event: str, parties: Sequence[str] | None = None, **options: Any) -> CompareView:
        """Return both sides' accounts of one meeting; see `detente.compare`."""
        from .accounts import compare

        return compare(self, event, parties, **options, **self._named)

    def search(self, query: str, **options: Any) -> Found:
        """Return the statements and paragraphs that answer a query; see `detente.search`."""
        from .search import search

        return search(query, self.store, codebook=self._codebook, **options)

    @property
    def _named(self) -> dict[str, Any]:
        return {"ui": self._ui, "codebook": self._codebook}

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
        from detente.export import FORMATS, write
        from detente.export.writing import write_text

        from .networks import GRAPHS, network

        if form not in (known := (*FORMATS, *GRAPHS)):
            raise UnknownName(f"no format {form!r}; there are {', '.join(nearest(form, known))}")
        if form in GRAPHS:
            made = network(self.store, ui=self._ui, codebook=self._codebook, **filters)
            write_text(Path(path), iter((made.to_file(form).decode(),)))
            return
        write(self.contents(text, filters), form, Path(path), table)

    def contents(self, text: str, filters: dict[str, Any]) -> Contents:
        """Return what is exported."""
        from detente.export import TEXTS, Contents

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
