"""Where nodes stand in a network: how many ties, how central, in which community."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.records import Record

from .kinds import ONE
from .network import Network

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Weights = NDArray[float64]

ROW, TOPIC = "row", "topic"
SEED = 20310304  # of the communities: the same network gives the same ones
STEPS, TOLERANCE = 1000, 1e-9  # of the eigenvector
DIGITS = 6
Node = tuple[str, str]


class Standing(Record, frozen=True):
    """A node and its figures.

    `degree` counts its ties and `strength` adds up their weights. `betweenness` (the share of shortest ways between others
    that lead through it, each tie being as long as another), `eigenvector` and `community` go by ties above nought.
    `community` counts from 1, the largest first; 0 is no tie at all.
    """

    kind: str
    id: str
    claims: int
    degree: int
    strength: float
    betweenness: float
    eigenvector: float
    community: int


def standings(network: Network) -> tuple[Standing, ...]:
    """Return the rows, then of mode two the topics, each in order."""
    nodes = nodes_of(network)
    degree, strength = dict.fromkeys(nodes, 0), dict.fromkeys(nodes, 0.0)
    for tie in network.ties:
        for node in ends_of(network, tie.one, tie.other):
            degree[node] += 1
            strength[node] += tie.weight
    weights = _matrix(network, list(nodes))
    between, vector, communities = betweenness((weights > 0).astype(float)), eigenvector(weights), communities_of(weights)
    return tuple(
        Standing(*node, claims, degree[node], round(strength[node], DIGITS), round(between[i], DIGITS), round(vector[i], DIGITS), communities[i])
        for i, (node, claims) in enumerate(nodes.items())
    )


def nodes_of(network: Network) -> dict[Node, int]:
    """Return the nodes by sort and id, each with how many claims it has."""
    nodes = {(ROW, row): claims for row, claims in network.rows.items()}
    return nodes if network.kind.mode == ONE else nodes | {(TOPIC, topic): claims for topic, claims in network.topics.items()}


def ends_of(network: Network, one: str, other: str) -> tuple[Node, Node]:
    """Return the two nodes of a tie."""
    return (ROW, one), (ROW if network.kind.mode == ONE else TOPIC, other)


def _matrix(network: Network, nodes: list[Node]) -> Weights:
    """The weights of ties above nought, in both directions."""
    from numpy import zeros

    at = {node: i for i, node in enumerate(nodes)}
    weights = zeros((len(nodes), len(nodes)))
    for tie in network.ties:
        one, other = ends_of(network, tie.one, tie.other)
        weights[at[one], at[other]] = weights[at[other], at[one]] = max(tie.weight, 0)
    return weights


def betweenness(ties: Weights) -> list[float]:
    """Return the share of shortest ways between two others that lead through each node (Freeman 1977, counted as Brandes 2001 does).

    `ties` has 1 for each tie, in both directions. The ways from all nodes are counted at once, a step after the other, and then followed back.
    """
    from numpy import eye, maximum, where, zeros

    size = len(ties)
    ways, steps = eye(size), [eye(size)]
    while (reached := where(ways > 0, 0, steps[-1] @ ties)).any():
        steps.append(reached)
        ways = ways + reached
    through = zeros((size, size))
    for nearer, farther in zip(steps[-2::-1], steps[:0:-1], strict=True):
        share = where(farther > 0, (1 + through) / maximum(ways, 1), 0)
        through = through + nearer * (share @ ties)
    pairs = (size - 1) * (size - 2)
    return [float(each) / pairs if pairs > 0 else 0.0 for each in through.sum(axis=0) - through.diagonal()]


def eigenvector(weights: Weights) -> list[float]:
    """Return how central nodes are by how central those are that they are tied to (Bonacich 1987), by the power method."""
    from numpy import absolute, full
    from numpy.linalg import norm

    size = len(weights)
    if not weights.any():
        return [0.0] * size
    vector = full(size, 1 / size)
    for _ in range(STEPS):
        step = vector + weights @ vector
        step = step / norm(step)
        done = absolute(step - vector).sum() < size * TOLERANCE
        vector = step
        if done:
            break
    return [float(each) for each in vector]


def communities_of(weights: Weights) -> list[int]:
    """Return the number of each node's community, found by Louvain's method (Blondel et al. 2008)."""
    return _communities(len(weights), ((i, j, weight) for i, row in enumerate(weights.tolist()) for j, weight in enumerate(row[:i]) if weight))


def communities(network: Network) -> list[int]:
    """Return the community of each node, in the order of `nodes_of`, by the ties that the network has."""
    at = {node: i for i, node in enumerate(nodes_of(network))}
    ends = ((sorted(at[node] for node in ends_of(network, tie.one, tie.other)), tie.weight) for tie in network.ties if tie.weight > 0)
    return _communities(len(at), sorted((later, earlier, weight) for (earlier, later), weight in ends))


def _communities(size: int, ties: Iterable[tuple[int, int, float]]) -> list[int]:
    """Communities of nodes as numbers, for names would come in another order in each process; ties are in order, the later end first."""
    from networkx import Graph
    from networkx.algorithms.community import louvain_communities

    graph: Graph[int] = Graph()
    graph.add_weighted_edges_from(ties)
    found = sorted((sorted(each) for each in louvain_communities(graph, seed=SEED)), key=lambda each: (-len(each), each)) if graph else []
    number = {node: i for i, each in enumerate(found, 1) for node in each}
    return [number.get(node, 0) for node in range(size)]
