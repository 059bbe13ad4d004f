"""What the faces of networks are given: the networks with the figures of their nodes, and names in the reader's language."""

from __future__ import annotations

from detente.analysis.kinds import ONE, Kind
from detente.analysis.network import Network, Tie
from detente.analysis.standing import ROW, TOPIC, Node, Standing, ends_of
from detente.records import Record
from detente.render.interface import Interface, interface
from detente.render.report import Labels
from detente.render.width import printable

FOR, AGAINST, MIXED = "for", "against", "mixed"
SORTS = {1: FOR, 2: AGAINST, 3: MIXED}  # the weights of the aggregation `combine`


class Measured(Record, frozen=True):
    """A network and the figures of its nodes."""

    network: Network
    standings: tuple[Standing, ...]


class Shown(Record, frozen=True):
    """Everything a face needs; `trust` are sentences on how right the readings are, a language each."""

    kind: Kind
    networks: tuple[Measured, ...]
    labels: Labels
    ui: str
    trust: tuple[str, ...]

    @property
    def words(self) -> Interface:
        """The words of the interface."""
        return interface(self.ui)

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


def identity(kind: Kind, node: Node) -> str:
    """Return an id that no other node of the network has.

    >>> from detente.analysis.kinds import kind_of
    >>> identity(kind_of(), ("row", "RU")), identity(kind_of(mode="two"), ("topic", "trade"))
    ('RU', 'topic:trade')
    """
    return node[1] if kind.mode == ONE or node[0] == ROW else f"topic:{node[1]}"
