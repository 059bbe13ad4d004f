"""Maps of what a store keeps; each method sees the store as it is at one moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from detente.pipeline import World
from detente.records import Came, Claim, Done, Heard, Joined, Office, Reading, Saying, Told
from detente.stages.maps import Summed

from .between import Between, between
from .chosen import Chosen, chosen, everybody, with_ids
from .claims import claims
from .evidence import Listed, evidence, listed, resting
from .happened import happened, naming, offices
from .heard import cited, first_and_last, heard
from .mentioned import EVERY, Meetings, meeting_on, mentioned, reporting, venues
from .months import Placed, is_sure_by_others, months, told
from .neighbours import Around, around
from .notes import is_settled
from .recent import acts, done, recent
from .relayed import published, read_by_month, relayed
from .rows import Pair
from .settle import settle
from .sides import outlets
from .slim import slim_readings
from .sums import Asked, is_told, speaks
from .tables import documents
from .ties import Behind, Tied, behind, called, ties
from .wanted import ANYTHING, Wanted
from .worlds import people_of, world_of

if TYPE_CHECKING:
    from detente.analysis.accounts import Told as Mention

Opens = Callable[[], AbstractContextManager[Connection]]


class Maps:
    """What is asked of a store's maps. What was written since they were asked last is taken into account first.

    With `keeps_up` false it is not: maps are then as they were when `settle` was called last. So many can read while others write.
    """

    def __init__(self, reads: Opens, writes: Opens) -> None:
        self._reads, self._writes, self.keeps_up = reads, writes, True

    def settle(self) -> None:
        """Take into account what has come and gone; some documents at a time, each time whole."""
        with self._settled(keeps_up=True):
            pass

    def keep_up(self) -> None:
        """Take into account what has come and gone, if maps do so when they are asked."""
        with self._settled():
            pass

    @contextmanager
    def _settled(self, *, keeps_up: bool = False) -> Iterator[Connection]:
        """The store as it is once all is taken into account."""
        while True:
            with self._reads() as connection:
                if not (keeps_up or self.keeps_up) or is_settled(connection):
                    yield connection
                    return
            with self._writes() as connection:
                settle(connection)

    def between(self, asked: Asked) -> Between:
        """Return the map of two parties, and what its faces tell beside it."""
        with self._settled() as connection:
            return between(connection, asked)

    def evidence(self, asked: Asked, topic: str) -> Iterator[Reading]:
        """Yield the statements of a cell in the order of their documents: readings with some of their statements each."""
        with self._settled() as connection:
            yield from evidence(connection, asked, topic)

    def listed(self, asked: Asked, topic: str) -> Listed:
        """Return what is told of the statements of a cell together."""
        with self._settled() as connection:
            return listed(connection, asked, topic)

    def resting(self, asked: Asked, topics: tuple[str, ...]) -> frozenset[str]:
        """Return the statements on which the cells of topics rest, by id."""
        with self._settled() as connection:
            return resting(connection, asked, topics)

    def months(self, asked: Asked) -> tuple[list[Summed], Counter[str]]:
        """Return what two parties do on topics month by month, and how many reports there are in each."""
        with self._settled() as connection:
            return months(connection, asked)

    def told(self, asked: Asked, topics: Collection[str]) -> list[Placed]:
        """Return the reports of what either of two parties does on some topics, in the order of their documents."""
        with self._settled() as connection:
            return list(told(connection, asked, topics))

    def is_sure_by_others(self, asked: Asked, topic: str) -> bool:
        """Return whether a statement of neither party makes a topic sure."""
        with self._settled() as connection:
            return is_sure_by_others(connection, asked, topic)

    def world(self, asked: Asked) -> World:
        """Return the readings in which either of two parties speaks, as the store knows them."""
        with self._settled() as connection:
            return world_of(connection, asked)

    def speaks(self, asked: Asked, party: str) -> bool:
        """Return whether a party speaks in what is asked for."""
        with self._settled() as connection:
            return speaks(connection, asked, party)

    def is_told(self, pair: Pair) -> bool:
        """Return whether there is a map of two parties: both speak, or an article is on one that does and the other."""
        with self._settled() as connection:
            return is_told(connection, pair)

    def outlets(self, pair: Pair) -> tuple[str, ...]:
        """Return the outlets that print what two parties say in their own word, those with most documents first."""
        with self._settled() as connection:
            return outlets(connection, pair)
    def around(self, document: str, pair: Pair, most: int) -> Around:
        """Return the copies of a document, and the reports of two parties before and after it; at most so many of each."""
        with self._settled() as connection:
            return around(connection, document, pair, most)

    def joined(self, actors: set[str]) -> tuple[Joined, ...]:
        """Return those that some people are one with."""
        with self._reads() as connection:
            return people_of(connection, actors)

    def everybody(self) -> tuple[Joined, ...]:
        """Return the people whom maps know, with their names."""
        with self._settled() as connection:
            return everybody(connection)

    def claims(self, wanted: Wanted = ANYTHING) -> Iterator[Claim]:
        """Yield the claims that filters let through, by the days of their documents."""
        with self._settled() as connection:
            yield from claims(connection, wanted)

    def chosen(self, wanted: Wanted = ANYTHING) -> Iterator[Chosen]:
        """Yield the documents that filters let through, each with those of its statements, by day and id."""
        with self._settled() as connection:
            yield from chosen(connection, wanted)

    def relayed(self, wanted: Wanted = ANYTHING) -> Iterator[Came]:
        """Yield through whom came the statements that filters let through, by the days and ids of their documents."""
        with self._settled() as connection:
            yield from relayed(connection, wanted)

    def published(self, wanted: Wanted = ANYTHING) -> Counter[tuple[str, str]]:
        """Return how many documents each outlet published in each language, of those that filters let through."""
        with self._settled() as connection:
            return published(connection, wanted)

    def read_by_month(self, wanted: Wanted = ANYTHING) -> Counter[str]:
        """Return how many reports there are in each month, of the documents that filters let through."""
        with self._settled() as connection:
            return read_by_month(connection, wanted)

    def with_ids(self, wanted: Wanted) -> Wanted:
        """Return filters with speakers by all their ids, so that claims are filtered as statements are."""
        with self._settled() as connection:
            return with_ids(connection, wanted)

    def ties(self, tied: Tied, wanted: Wanted = ANYTHING) -> list[tuple[str, str, str, int, int]]:
        """Return how often who took which side on what: period, row, topic, side, number."""
        with self._settled() as connection:
            return ties(connection, tied, wanted)

    def behind(
        self, tied: Tied, rows: tuple[str, ...], topics: tuple[str, ...], wanted: Wanted = ANYTHING, most: int = 0
    ) -> Iterator[Behind]:
        """Yield the claims of some rows on some topics that networks count, each with its statement; at most so many (0: all)."""
        with self._settled() as connection:
            yield from behind(connection, tied, rows, topics, wanted, most)

    def mentioned(self, wanted: Meetings = EVERY, between: Collection[Pair] | None = None) -> list[Mention]:
        """Return mentions of meetings, calls and visits, document by document; with `between`, only of those of these pairs."""
        with self._reads() as connection:
            return list(mentioned(connection, wanted, between))

    def venues(self, wanted: Meetings = EVERY) -> dict[Pair, set[tuple[str, str]]]:
        """Return where each two parties are told to have met, by language and name."""
        with self._reads() as connection:
            return venues(connection, wanted)

    def meeting_on(self, day: str) -> set[Pair]:
        """Return the pairs of whom some mention of a meeting is of a day, month or year, or in a document of then."""
        with self._reads() as connection:
            return meeting_on(connection, day)

    def reporting(self, days: Collection[str], pair: tuple[str, str]) -> list[str]:
        """Return the ids of the documents that were published on some days and are on two parties."""
        with self._settled() as connection:
            return reporting(connection, days, pair)

    def languages(self) -> dict[str, int]:
        """Return how many documents there are in each language."""
        with self._reads() as connection:
            query = select(documents.c.language, func.count()).group_by(documents.c.language).order_by(documents.c.language)
            return dict(connection.execute(query).all())

    def called(self, actors: Iterable[str]) -> dict[str, str]:
        """Return how some actors are called where they are heard first."""
        with self._reads() as connection:
            return called(connection, actors)

    def heard(self, by: Sequence[str], wanted: Wanted = ANYTHING, most: int = 0) -> list[Heard]:
        """Return how often what is heard, by keys (actor, party, topic, outlet), the most first; so many, or all (0)."""
        with self._settled() as connection:
            return heard(connection, by, wanted, most)

    def first_and_last(self, actors: Sequence[str], wanted: Wanted = ANYTHING) -> dict[str, tuple[str, str]]:
        """Return the first and the last day on which actors speak."""
        with self._settled() as connection:
            return first_and_last(connection, actors, wanted)

    def acts(self, wanted: Wanted) -> list[Heard]:
        """Return how many claims do what, also those that report the same."""
        with self._settled() as connection:
            return acts(connection, wanted)

    def done(self, pair: tuple[str, str], wanted: Wanted = ANYTHING) -> list[Done]:
        """Return what two parties do on each topic."""
        with self._settled() as connection:
            return done(connection, pair, wanted)

    def recent(self, wanted: Wanted) -> Iterator[Saying]:
        """Yield what parties or speakers that are wanted say, from the latest report back."""
        with self._settled() as connection:
            yield from recent(connection, wanted)

    def cited(self, wanted: Wanted, most: int = 0, *, latest: bool = False) -> list[Reading]:
        """Return the statements behind sums, by day: documents with one statement each; at most so many (0: all)."""
        with self._settled() as connection:
            return list(cited(connection, wanted, most, latest=latest))

    def slim(self, places: Iterable[tuple[str, int]]) -> list[Reading]:
        """Return documents with some of their statements, by the numbers of these."""
        with self._reads() as connection:
            return list(slim_readings(connection, places))

    def happened(self, types: Collection[str], who: Sequence[str], wanted: Wanted = ANYTHING) -> list[Told]:
        """Return the mentions of events in articles of which one names one of some parties or actors."""
        with self._settled() as connection:
            return happened(connection, types, who, wanted)

    def offices(self, actors: Sequence[str]) -> list[Office]:
        """Return in which offices and for which side people are named, by the ids of readings."""
        with self._settled() as connection:
            return offices(connection, actors)

    def naming(self, actors: Sequence[str], office: Office) -> list[str]:
        """Return the ids of the documents in which people are named in an office, by the ids of readings."""
        with self._settled() as connection:
            return naming(connection, actors, office)
