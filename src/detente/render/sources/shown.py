"""What the faces of sources are given: graph, shares and coverage, with names in the reader's language."""

from __future__ import annotations

from detente.analysis.sources_coverage import Covered, Pair
from detente.analysis.sources_graph import PARTY, Node, Relaying
from detente.analysis.sources_shares import Resting
from detente.analysis.uncertainty import likely
from detente.records import Record
from detente.render.counted import with_bounds
from detente.render.interface import Interface, interface
from detente.render.report import Labels
from detente.render.width import printable


class Shown(Record, frozen=True):
    """Everything a face needs.

    `depths` are the statements that came through so many, by id, `press` how many documents were read of outlets of each country,
    `names` what texts call those whom no table knows, `trust` sentences on how right the readings are, a language each,
    `languages` how many documents were read in each.
    """

    relays: tuple[Relaying, ...]
    depths: dict[int, tuple[str, ...]]
    records: tuple[Resting, ...]
    pair: Pair | None
    coverage: tuple[Covered, ...]
    press: dict[str, int]
    labels: Labels
    names: dict[str, str]
    ui: str
    trust: tuple[str, ...]
    languages: dict[str, int]

    @property
    def words(self) -> Interface:
        """The words of the interface."""
        return interface(self.ui)

    def bounds(self, statements: float) -> tuple[int, int] | None:
        """Return how many there are likely to be, at least and at most; nothing where a language of the documents was not measured."""
        found = likely(round(statements), self.languages, "statements")
        return found.whole if found else None

    def counted(self, statements: float) -> str:
        """Return a number of statements with its bounds."""
        return with_bounds(statements, self.bounds(statements))

    def name(self, node: Node) -> str:
        """Return the name of an outlet, a party or a speaker."""
        sort, key = node
        return self.party(key) if sort == PARTY else self.actor(key)

    def actor(self, key: str) -> str:
        """Return the name of an actor."""
        return printable(self.labels.actor(key, self.names.get(key)))

    def party(self, code: str) -> str:
        """Return the name of a party or a country."""
        return printable(self.labels.party(code))

    def topic(self, key: str) -> str:
        """Return the name of a topic."""
        return printable(self.labels.topic(key))


def identity(node: Node) -> str:
    """Return an id that no other node of the graph has.

    >>> identity(("party", "RU")), identity(("outlet", "outlet:tass"))
    ('party:RU', 'outlet:tass')
    """
    return f"{PARTY}:{node[1]}" if node[0] == PARTY else node[1]


def percent(share: float) -> str:
    """Return a share as faces write it.

    >>> percent(1 / 3)
    '33 %'
    """
    return f"{100 * share:.0f} %"
