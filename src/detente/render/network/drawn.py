"""A network as pages draw it: where its nodes stand, and its strongest ties; no figure that is not drawn."""

from __future__ import annotations

from detente.analysis.kinds import Kind
from detente.analysis.network import Network
from detente.analysis.standing import communities, ends_of, nodes_of
from detente.records import Record

from .places import Pair, places_of
from .shown import AGAINST, Shown, identity, sort_of

FAR = 0.25  # how weakly disagreement draws two together
DIGITS = 4


class Spot(Record, frozen=True, array_like=True):
    """A node: its id and name, how many claims it has, its community by the ties that are drawn, and where it stands, from 0 to 1."""

    id: str
    label: str
    claims: int
    community: int
    x: float
    y: float


class Line(Record, frozen=True, array_like=True):
    """A tie: the numbers of the nodes at its ends, from 0 on, whether it is for, against or mixed, and its weight."""

    one: int
    other: int
    sort: str
    weight: float


class Drawing(Record, frozen=True):
    """A network as it is drawn, the strongest ties last; `further` is how many ties are not."""

    nodes: tuple[Spot, ...]
    ties: tuple[Line, ...]
    further: int


def pulls(kind: Kind, network: Network) -> dict[Pair, float]:
    """Return how strongly ties draw nodes together, by their numbers in `nodes_of`: so that names can be read, weights do not tell."""
    at = {node: i for i, node in enumerate(nodes_of(network))}
    ends = ((tie, ends_of(network, tie.one, tie.other)) for tie in network.ties)
    return {(at[one], at[other]): FAR if sort_of(kind, tie) == AGAINST else 1.0 for tie, (one, other) in ends}


def drawing_of(shown: Shown, network: Network) -> Drawing:
    """Return a network as it is drawn."""
    nodes = nodes_of(network)
    places, groups = places_of(len(nodes), pulls(shown.kind, network)), communities(network)
    at = {node: i for i, node in enumerate(nodes)}
    spots = (Spot(identity(shown.kind, node), shown.name(node), claims, group, *place)
             for (node, claims), group, place in zip(nodes.items(), groups, places, strict=True))  # fmt: skip
    ties = sorted(network.ties, key=lambda tie: (abs(tie.weight), tie.one, tie.other))
    ends = ((tie, ends_of(network, tie.one, tie.other)) for tie in ties)
    lines = (Line(at[one], at[other], sort_of(shown.kind, tie), round(tie.weight, DIGITS)) for tie, (one, other) in ends)
    return Drawing(tuple(spots), tuple(lines), network.further)
