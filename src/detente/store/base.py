"""A store, opened: what is kept, asked and removed goes through it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from detente.index import parse
from detente.records import FailedReading, MadeBy, Page, Reading

from . import fetches, holdings, ledgers, query, watched
from .checking import check
from .clusters import Cluster, clusters_of
from .connect import WRITES, sqlite_file
from .erase import Tell, untold
from .failpoint import pass_by
from .failure import StoreError, told
from .fetches import Fetch
from .hit import Found, search
from .holdings import Holding
from .maps import Maps
from .notes import AT_ONCE
from .prepared import Prepared, prepare
from .query import EVERYTHING, Filter, Kept, Status
from .rows import Pair
from .state import Watch
from .wanted import ANYTHING, Wanted
from .watched import Watched
from .write import Source, forget_failures, remove_sources, write_again, write_failure, write_reading

if TYPE_CHECKING:
    from datetime import date

    from detente.analysis.commitments import Ledger


class Store:
    """A store on SQLite or PostgreSQL. Each method is one transaction; a generator's lasts while it is read."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        snapshot = {} if sqlite_file(engine) else {"isolation_level": "REPEATABLE READ"}  # SQLite's readers have one anyway
        self._reader = engine.execution_options(**snapshot)
        self._writer = engine.execution_options(**{WRITES: True})
        self.where = name_of(engine)
        self.maps = Maps(self._reads, self._writes)
        self._written = 0
        self._watch = Watch(engine)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if self._written and kind is None:
                self.maps.settle()
        finally:
            self.close()

    def close(self) -> None:
        """Close the connections."""
        self._watch.close()
        self._engine.dispose()

    def state(self) -> Hashable:
        """Return a mark that is another one after each change of the store, whoever makes it."""
        with told(self.where):
            return self._watch.state()

    @contextmanager
    def _reads(self) -> Iterator[Connection]:
        with told(self.where), self._reader.begin() as connection:
            try:
                yield connection
            except GeneratorExit:  # nobody reads on; a rollback would have psycopg forget what it has prepared
                connection.commit()
                raise

    @contextmanager
    def _writes(self) -> Iterator[Connection]:
        with told(self.where), self._writer.begin() as connection:
            yield connection
            pass_by("before-commit")
        pass_by("after-commit")

    def _settle_sometimes(self) -> None:
        self._written += 1
        if self._written % AT_ONCE == 0:
            self.maps.settle()

    @property
    def database(self) -> str:
        """What it is on: `sqlite` or `postgresql`."""
        return self._engine.dialect.name

    def write(self, reading: Reading, source: Source, weights: Mapping[Pair, int], page: Page | None = None) -> str:
        """Keep a reading: see `prepare` and `write_reading`."""
        return self.write_prepared(prepare(reading, weights, page, self.database), source)

    def write_prepared(self, prepared: Prepared, source: Source) -> str:
        """Keep a reading that was made ready for this database: see `write_reading`."""
        with self._writes() as connection:
            done = write_reading(connection, prepared, source)
        self._settle_sometimes()
        return done

    def write_again(self, prepared: Prepared) -> None:
        """Keep what a document is read to say now."""
        with self._writes() as connection:
            write_again(connection, prepared)
        self._settle_sometimes()

    def fail(self, failed: FailedReading, source: Source) -> None:
        """Keep what could not be read."""
        with self._writes() as connection:
            write_failure(connection, failed, source)

    def forgive(self, names: Iterable[str]) -> None:
        """Forget what could not be read at sources, as they are read again."""
        with self._writes() as connection:
            forget_failures(connection, names)

    def remove(self, names: Iterable[str], tell: Tell = untold) -> int:
        """Remove sources, and the articles that were found nowhere else; returns how many sources went.

        Nothing of them stays in the file or its journal: SQLite writes noughts over what it deletes. Where it has to write its
        index anew, `tell` hears of the pages that are written, and of how many there are.
        """
        with self._writes() as connection:
            gone = remove_sources(connection, names, tell)
        if sqlite_file(self._engine):
            with told(self.where):
                self._outside("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    def _outside(self, command: str, *values: str) -> None:
        """Run a command of SQLite that belongs to no transaction."""
        with closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute(command, values)

    def backup(self, file: Path) -> None:
        """Copy a store on SQLite to a new file, whole, while others use it."""
        if sqlite_file(self._engine) is None:
            raise StoreError(f"{self.where}: this store is on a server; copy it with pg_dump")
        if file.exists():
            raise StoreError(f"{file}: there is a file already; name a new one")
        with told(str(file)):
            self._outside("VACUUM INTO ?", str(file))

    def check(self) -> Iterator[str]:
        """Yield what is wrong: with the file, the references between tables, and readings that cannot be read back."""
        with self._reads() as connection:
            yield from check(connection)

    def parties(self) -> tuple[str, ...]:
        """Return the parties for which somebody speaks, the most reported first."""
        self.maps.keep_up()
        with self._reads() as connection:
            return query.speaking(connection)

    def known(self, source: str) -> tuple[str, MadeBy] | None:
        """Return the hash of what was found at a source, and what made of it what is kept."""
        with self._reads() as connection:
            return query.known(connection, source)

    def fetched(self, address: str) -> Fetch | None:
        """Return how an address answered last."""
        with self._reads() as connection:
            return fetches.fetched(connection, address)

    def remember(self, fetch: Fetch) -> None:
        """Keep how an address answered."""
        with self._writes() as connection:
            fetches.remember(connection, fetch)

    def watched(self) -> tuple[Watched, ...]:
        """Return the addresses that are asked again and again."""
        with self._reads() as connection:
            return tuple(watched.watched(connection))

    def watch(self, address: str, since: str) -> None:
        """Watch an address from a time on."""
        with self._writes() as connection:
            watched.watch(connection, address, since)

    def asked_at(self, address: str, when: str) -> None:
        """Note when a watched address was asked."""
        with self._writes() as connection:
            watched.asked_at(connection, address, when)

    def unwatch(self, address: str) -> bool:
        """Watch an address no longer; returns whether it was watched."""
        with self._writes() as connection:
            return watched.unwatch(connection, address)

    def readings(self, wanted: Filter = EVERYTHING) -> Iterator[Reading]:
        """Yield the readings of the documents that a filter lets through, by the names of their sources."""
        with self._reads() as connection:
            yield from query.readings(connection, wanted)

    def outdated(self, would_make: Callable[[MadeBy], bool], wanted: Filter = EVERYTHING) -> tuple[str, ...]:
        """Return the ids of the documents that were read by what would no longer read them so."""
        with self._reads() as connection:
            old = [made for made in query.makers(connection) if not would_make(made)]
            return query.read_by(connection, old, wanted)

    def kept(self, keys: Iterable[str]) -> Iterator[Kept]:
        """Yield documents by their ids, some at a time, so that they may be written meanwhile."""
        waiting = iter(keys)
        while some := tuple(islice(waiting, query.AT_ONCE)):
            with self._reads() as connection:
                found = tuple(query.kept(connection, some))
            yield from found

    def holdings(self, keys: Collection[str]) -> Iterator[Holding]:
        """Yield all that is kept of documents, by their ids, as they may have been written one after the other."""
        with self._reads() as connection:
            yield from holdings.holdings(connection, keys)

    def unread(self) -> Iterator[tuple[FailedReading, Source]]:
        """Yield what could not be read, and where that was found."""
        with self._reads() as connection:
            yield from holdings.unread(connection)

    def addresses(self) -> Iterator[Fetch]:
        """Yield how addresses answered when they were last asked."""
        with self._reads() as connection:
            yield from holdings.fetched(connection)

    def ledger(self, parties: Pair, as_of: date | None = None, languages: tuple[str, ...] = ()) -> tuple[Ledger, tuple[str, ...]]:
        """Return the ledger of two parties, and the languages of the documents in which somebody speaks for either; it is kept as made."""
        asked = ledgers.Asked(parties, as_of, languages)
        with self._reads() as connection:
            made = ledgers.ledger(connection, asked)
        if made.is_new:
            with self._writes() as connection:
                ledgers.keep(connection, asked, made)
        return made.ledger, made.languages

    def search(self, query: str, wanted: Wanted = ANYTHING, *, limit: int = 20) -> Found:
        """Return the statements and paragraphs that answer a query, the best first, at most `limit` (0: all).

        Raises `QueryError` with a sentence for a query that is none.
        """
        asked = parse(query)
        with self._reads() as connection:
            return search(connection, asked, wanted, limit)

    def failures(self) -> Iterator[FailedReading]:
        """Yield what could not be read, by the names of the sources."""
        with self._reads() as connection:
            yield from query.failures(connection)

    def most_reported(self, wanted: Filter = EVERYTHING) -> Pair | None:
        """Return the pair of parties of which most is reported."""
        self.maps.keep_up()
        with self._reads() as connection:
            return query.most_reported(connection, wanted)

    def copies(self, wanted: Filter = EVERYTHING) -> dict[str, str]:
        """Return the first copy of each document that a filter lets through: itself, where there is none before it."""
        with self._reads() as connection:
            return query.copies_of(connection, wanted)

    def clusters(self, source: str = "") -> Iterator[Cluster]:
        """Yield the documents that are copies of a report, report by report; of a source, only its own.

        Raises `StoreError` for a source that is not there.
        """
        with self._reads() as connection:
            yield from clusters_of(connection, self.where, source)

    def status(self) -> Status:
        """Return how much the store holds."""
        with self._reads() as connection:
            return query.status(connection)


def name_of(engine: Engine) -> str:
    """Return what a store is called in sentences: its address, without a password."""
    return engine.url.render_as_string(hide_password=True)
