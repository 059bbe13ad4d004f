"""What the faces of networks are given: the networks with the figures of their nodes, and names in the reader's language."""

from __future__ import annotations

from detente.analysis.kinds import ONE, Kind
from detente.analysis.network import Network, Tie
from detente.analysis.standing import ROW, TOPIC, Node, Standing, ends_of
from detente.analysis.uncertainty import likely
from detente.records import Record
from detente.render.counted import with_bounds
from detente.render.interface import Interface, interface
from detente.render.report import Labels
from detente.render.width import printable

FOR, AGAINST, MIXED = "for", "against", "mixed"
SORTS = {1: FOR, 2: AGAINST, 3: MIXED}  # the weights of the aggregation `combine`


class Measured(Record, frozen=True):
    """A network, the figures of its nodes, and of one of several periods how many reports were read in it."""

    network: Network
    standings: tuple[Standing, ...]
    reports: int | None = None


class Shown(Record, frozen=True):
    """Everything a face needs.

    `trust` are sentences on how right the readings are, a language each; `languages` are how many articles were read in each.
    """

    kind: Kind
    networks: tuple[Measured, ...]
    labels: Labels
    ui: str
    trust: tuple[str, ...]
    languages: dict[str, int]

    @property
    def words(self) -> Interface:
        """The words of the interface."""
        return interface(self.ui)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said of how far to trust figures; of intervals where there are some."""
        return (*self.trust, self.words.text("network.bounds")) if self.bounds(1) else self.trust

    def bounds(self, claims: int) -> tuple[int, int] | None:
        """Return how many there are likely to be, at least and at most; nothing where a language of the articles was not measured."""
        found = likely(claims, self.languages)
        return found.whole if found else None

    def counted(self, claims: int) -> str:
        """Return a number of claims with its bounds."""
        return with_bounds(claims, self.bounds(claims))

    def name(self, node: Node) -> str:
        """Return the name of a node."""
        sort, key = node
        if sort == TOPIC:
            return printable(self.labels.topic(key))
        return printable(self.labels.party(key) if self.kind.rows == "party" else self.labels.actor(key))

    def ends(self, network: Network, tie: Tie) -> tuple[str, str]:
        """Return the names at the ends of a tie."""
        one, other = ends_of(network, tie.one, tie.other)
        return self.name(one), self.name(other)


def title(shown: Shown) -> str:
    """Return what is tied to what."""
    return shown.words.text(f"network.{shown.kind.rows}_{shown.kind.mode}")


def sort_of(kind: Kind, tie: Tie) -> str:
    """Return whether a tie is of agreement, of disagreement, or of both."""
    if kind.aggregation == "combine":
        return SORTS[tie.count]
    return AGAINST if kind.aggregation == "conflict" or tie.count < 0 else FOR


def strongest(network: Network) -> list[Tie]:
    """Return the ties, those of most weight first, whatever their sign."""
    return sorted(network.ties, key=lambda tie: (-abs(tie.weight), tie.one, tie.other))


def most_tied(standings: tuple[Standing, ...]) -> list[Standing]:
    """Return the nodes, the strongest first; rows before topics."""
    return sorted(standings, key=lambda each: (each.kind != ROW, -each.strength, each.id))


def figure(value: float) -> str:
    """Return a number as faces write it, whole where it is.

    >>> figure(2.0), figure(-0.25), figure(1 / 3)
    ('2', '-0.25', '0.333')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"


def weighed(tie: Tie) -> str:
    """Return the weight of a tie with its bounds.

    >>> weighed(Tie("GR", "TR", 0.25, 2, (0.0, 0.875), (0, 7))), weighed(Tie("GR", "TR", 0.25, 2))
    ('0.25 (0…0.875)', '0.25')
    """
    return f"{figure(tie.weight)} ({'…'.join(map(figure, tie.likely))})" if tie.likely else figure(tie.weight)


def numbered(tie: Tie) -> str:
    """Return the count of a tie with its bounds.

    >>> numbered(Tie("GR", "TR", -0.25, -2, (-0.875, 0.0), (-7, 0)))
    '-2 (-7…0)'
    """
    return f"{tie.count} ({tie.counted[0]}…{tie.counted[1]})" if tie.counted else str(tie.count)


def identity(kind: Kind, node: Node) -> str:
    """Return an id that no other node of the network has.

    >>> from detente.analysis.kinds import kind_of
    >>> identity(kind_of(), ("row", "RU")), identity(kind_of(mode="two"), ("topic", "trade"))
    ('RU', 'topic:trade')
    """
    return node[1] if kind.mode == ONE or node[0] == ROW else f"topic:{node[1]}"
