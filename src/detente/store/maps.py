"""Maps of what a store keeps; each method sees the store as it is at one moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager

from sqlalchemy import Connection, select

from detente.pipeline import World
from detente.records import Claim, Joined, Reading

from .between import Between, between
from .chosen import Chosen, chosen, everybody, with_ids
from .claims import claims
from .evidence import Listed, evidence, listed
from .mentioned import Mentioned, mentioned, reporting
from .notes import is_settled
from .settle import settle
from .sums import Asked, speaks
from .tables import documents
from .ties import Behind, Tied, behind, called, ties
from .wanted import ANYTHING, Wanted
from .worlds import people_of, world_of

Opens = Callable[[], AbstractContextManager[Connection]]


class Maps:
    """What is asked of a store's maps. What was written since they were asked last is taken into account first."""

    def __init__(self, reads: Opens, writes: Opens) -> None:
        self._reads, self._writes = reads, writes

    def settle(self) -> None:
        """Take into account what has come and gone; some documents at a time, each time whole."""
        while True:
            with self._reads() as connection:
                if is_settled(connection):
                    return
            with self._writes() as connection:
                settle(connection)

    def between(self, asked: Asked) -> Between:
        """Return the map of two parties, and what its faces tell beside it."""
        self.settle()
        with self._reads() as connection:
            return between(connection, asked)

    def evidence(self, asked: Asked, topic: str) -> Iterator[Reading]:
        """Yield the statements of a cell in the order of their documents: readings with some of their statements each."""
        self.settle()
        with self._reads() as connection:
            yield from evidence(connection, asked, topic)

    def listed(self, asked: Asked, topic: str) -> Listed:
        """Return what is told of the statements of a cell together."""
        self.settle()
        with self._reads() as connection:
            return listed(connection, asked, topic)

    def world(self, asked: Asked) -> World:
        """Return the readings in which either of two parties speaks, as the store knows them."""
        self.settle()
        with self._reads() as connection:
            return world_of(connection, asked)

    def speaks(self, asked: Asked, party: str) -> bool:
        """Return whether a party speaks in what is asked for."""
        self.settle()
        with self._reads() as connection:
            return speaks(connection, asked, party)

    def joined(self, actors: set[str]) -> tuple[Joined, ...]:
        """Return those that some people are one with."""
        with self._reads() as connection:
            return people_of(connection, actors)

    def everybody(self) -> tuple[Joined, ...]:
        """Return the people whom maps know, with their names."""
        self.settle()
        with self._reads() as connection:
            return everybody(connection)

    def claims(self, wanted: Wanted = ANYTHING) -> Iterator[Claim]:
        """Yield the claims that filters let through, by the days of their documents."""
        self.settle()
        with self._reads() as connection:
            yield from claims(connection, wanted)

    def chosen(self, wanted: Wanted = ANYTHING) -> Iterator[Chosen]:
        """Yield the documents that filters let through, each with those of its statements, by day and id."""
        self.settle()
        with self._reads() as connection:
            yield from chosen(connection, wanted)

    def with_ids(self, wanted: Wanted) -> Wanted:
        """Return filters with speakers by all their ids, so that claims are filtered as statements are."""
        self.settle()
        with self._reads() as connection:
            return with_ids(connection, wanted)

    def ties(self, tied: Tied, wanted: Wanted = ANYTHING) -> list[tuple[str, str, str, int, int]]:
        """Return how often who took which side on what: period, row, topic, side, number."""
        self.settle()
        with self._reads() as connection:
            return ties(connection, tied, wanted)

    def behind(
        self, tied: Tied, rows: tuple[str, ...], topics: tuple[str, ...], wanted: Wanted = ANYTHING, most: int = 0
    ) -> Iterator[Behind]:
        """Yield the claims of some rows on some topics that networks count, each with its statement; at most so many (0: all)."""
        self.settle()
        with self._reads() as connection:
            yield from behind(connection, tied, rows, topics, wanted, most)

    def mentioned(self, types: Collection[str], among: Collection[str] = ()) -> Iterator[Mentioned]:
        """Yield the events of some types, document by document; only of documents in which one of some parties speaks (none: of all)."""
        self.settle()
        with self._reads() as connection:
            yield from mentioned(connection, types, among)

    def reporting(self, days: Collection[str], pair: tuple[str, str]) -> list[str]:
        """Return the ids of the documents that were published on some days and are on two parties."""
        self.settle()
        with self._reads() as connection:
            return reporting(connection, days, pair)

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the documents."""
        with self._reads() as connection:
            return tuple(sorted(connection.scalars(select(documents.c.language).distinct())))

    def called(self, actors: Iterable[str]) -> dict[str, str]:
        """Return how some actors are called where they are heard first."""
        with self._reads() as connection:
            return called(connection, actors)
