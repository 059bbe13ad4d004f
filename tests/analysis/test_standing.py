"""Figures of nodes: worked by hand, and as networkx has them."""

from __future__ import annotations

import random

import networkx
import numpy
import pytest

from detente.analysis.counting import Counted
from detente.analysis.kinds import ONE, TWO, kind_of
from detente.analysis.network import network_of
from detente.analysis.standing import betweenness, communities, communities_of, eigenvector, standings


def drawn(seed: int) -> networkx.Graph:
    dice = random.Random(seed)
    graph = networkx.gnp_random_graph(20, 0.06 * (1 + seed % 5), seed=seed)
    networkx.set_edge_attributes(graph, {edge: dice.random() for edge in graph.edges}, "weight")
    return graph


@pytest.mark.parametrize("seed", range(20))
def test_figures_are_those_of_networkx(seed: int) -> None:
    graph = drawn(seed)
    weights = networkx.to_numpy_array(graph)
    between = networkx.betweenness_centrality(graph)
    assert betweenness((weights > 0).astype(float)) == pytest.approx([between[node] for node in graph], abs=1e-12)
    if networkx.is_connected(graph):
        vector = networkx.eigenvector_centrality(graph, max_iter=1000, tol=1e-10, weight="weight")
        assert eigenvector(weights) == pytest.approx([vector[node] for node in graph], abs=1e-6)


def test_a_bridge_by_hand() -> None:
    """A is with B and C, and these with each other; D is with C alone; E is against D."""
    sums = [Counted(row, topic, side, 1) for row, topic, side in (
        ("A", "x", 1), ("B", "x", 1), ("C", "x", 1), ("C", "y", 1), ("D", "y", 1), ("D", "z", 1), ("E", "z", -1),
    )]  # fmt: skip
    found = {each.id: each for each in standings(network_of(sums, kind_of(normalization="none")))}
    assert [(each.id, each.degree, each.strength, round(each.betweenness, 4)) for each in found.values()] == [
        ("A", 2, 2, 0), ("B", 2, 2, 0), ("C", 3, 3, 0.3333), ("D", 2, 0, 0), ("E", 1, -1, 0),
    ]  # fmt: skip
    assert found["E"].community == 0 and found["E"].eigenvector == 0
    assert max(found.values(), key=lambda each: each.eigenvector).id == "C"


def test_two_communities() -> None:
    sums = [Counted(f"{side}{i}", f"{side}{topic}", 1, 1) for side in "NS" for i in range(4) for topic in range(3)]
    sums += [Counted("N0", "bridge", 1, 1), Counted("S0", "bridge", 1, 1)]
    found = standings(network_of(sums, kind_of(normalization="none")))
    assert {each.id: each.community for each in found} == {f"{side}{i}": 1 + (side == "S") for side in "NS" for i in range(4)}


def test_two_modes_have_topics_as_nodes() -> None:
    sums = [Counted("A", "x", 1, 2), Counted("B", "x", -1, 1)]
    found = [(each.kind, each.id, each.claims, each.degree, each.strength) for each in standings(network_of(sums, kind_of(mode=TWO)))]
    assert found == [("row", "A", 2, 1, 2), ("row", "B", 1, 1, -1), ("topic", "x", 3, 2, 1)]


def test_communities_are_the_same_each_time() -> None:
    weights = networkx.to_numpy_array(drawn(3))
    assert communities_of(weights) == communities_of(weights.copy())


@pytest.mark.parametrize("mode", [ONE, TWO])
def test_communities_alone_are_those_of_all_figures(mode: str) -> None:
    dice = random.Random(mode)
    sums = [Counted(f"r{dice.randrange(30)}", f"t{dice.randrange(9)}", dice.choice((1, 1, -1)), dice.randint(1, 5)) for _ in range(90)]
    network = network_of(sums, kind_of(mode=mode))
    assert len(set(communities(network))) > 2
    assert communities(network) == [each.community for each in standings(network)]


def test_nothing_is_tied_to_nothing() -> None:
    nothing = numpy.zeros((2, 2))
    assert (betweenness(nothing), eigenvector(nothing), communities_of(nothing)) == ([0, 0], [0, 0], [0, 0])
    assert standings(network_of([], kind_of())) == ()
