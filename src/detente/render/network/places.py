"""Where the nodes of a network stand in its picture: those that are tied near each other, all of them spread over the whole of it.

Nodes push each other away and ties draw them together, round by round, as in ForceAtlas2 (Jacomy et al. 2014); the pushing is summed
on a grid, by convolution, so that a round of thousands of nodes takes milliseconds. The same network has the same places each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from numpy import complex128, float64, intp
    from numpy.typing import NDArray

    Floats = NDArray[float64]
    Whole = NDArray[intp]

SEED, ROUNDS, CELLS = 7, 80, 96  # of the layout; cells of a side of the grid
STEP, GRAVITY = 0.15, 0.05  # the farthest that a node goes in the first round, of the whole; what draws all to the middle
EVEN = 0.5  # how much the order of places counts beside distances, which would leave most nodes on a heap
WITHIN = 0.25  # of a cell: nearer than so, nodes push each other no harder
LOOSE = 0.25  # how strongly parts without a tie between them are drawn together
DIGITS = 4
Pair = tuple[int, int]


class Pull(NamedTuple):
    """Ties as columns: the nodes at their ends, and how strongly they draw these together."""

    one: Whole
    other: Whole
    strength: Floats


class Spread(NamedTuple):
    """Nodes on the grid: the four cells around each, its share in them, and how wide a cell is."""

    cells: Whole
    shares: Floats
    width: float


def places_of(nodes: int, ties: dict[Pair, float]) -> list[tuple[float, float]]:
    """Return places of so many nodes, from 0 to 1 in both directions; `ties` say how strongly each two are drawn together.

    >>> places_of(2, {(0, 1): 1.0}) == places_of(2, {(0, 1): 1.0}), places_of(1, {}), places_of(0, {})
    (True, [(0.5, 0.5)], [])
    """
    if nodes < 2:
        return [(0.5, 0.5)] * nodes
    from numpy.random import default_rng

    pull, at = _pull(nodes, ties), default_rng(SEED).random((nodes, 2)) - 0.5
    weights, kernels = _weights(nodes, pull), _kernels()
    for number in range(ROUNDS):
        spread = _spread(at)
        forces = _pushed(spread, weights, kernels) + _drawn(at, pull, weights) - GRAVITY * at * (weights / weights.mean())[:, None]
        at = at + _bounded(forces, STEP * (1 - number / ROUNDS) * spread.width * CELLS)
    return [(round(x, DIGITS), round(y, DIGITS)) for x, y in _evened(at).tolist()]


def _pull(nodes: int, ties: dict[Pair, float]) -> Pull:
    """The ties, and loose ones from the largest part to each other: what is apart is not drawn far off."""
    from networkx import Graph, connected_components
    from numpy import array

    graph: Graph[int] = Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(ties)
    first, *others = (min(part) for part in sorted(connected_components(graph), key=lambda part: (-len(part), min(part))))
    drawn = {**ties, **{(first, other): LOOSE for other in others}}
    return Pull(array([one for one, _ in drawn]), array([other for _, other in drawn]), array(list(drawn.values()), dtype=float))


def _weights(nodes: int, pull: Pull) -> Floats:
    """How hard each node pushes: those with many ties stand farther from each other."""
    from numpy import bincount, sqrt

    found: Floats = sqrt(1 + bincount(pull.one, pull.strength, nodes) + bincount(pull.other, pull.strength, nodes))
    return found


def _kernels() -> list[NDArray[complex128]]:
    """How a cell pushes others, in either direction, as what a convolution multiplies by."""
    from numpy import arange, fft, where

    steps = arange(2 * CELLS)
    away = where(steps < CELLS, steps, steps - 2 * CELLS).astype(float)
    across, along = away[:, None], away[None, :]
    far = across**2 + along**2 + WITHIN
    return [fft.rfft2(across / far), fft.rfft2(along / far)]


def _spread(at: Floats) -> Spread:
    from numpy import stack

    low = at.min(axis=0)
    width = max(float((at.max(axis=0) - low).max()), 1e-9) / (CELLS - 2)
    scaled = (at - low) / width
    first = scaled.astype(int)
    rest, corners = scaled - first, [(a, b) for a in (0, 1) for b in (0, 1)]
    cells = stack([(first[:, 0] + a) * 2 * CELLS + first[:, 1] + b for a, b in corners])
    return Spread(cells, stack([abs(1 - a - rest[:, 0]) * abs(1 - b - rest[:, 1]) for a, b in corners]), width)


def _pushed(spread: Spread, weights: Floats, kernels: list[NDArray[complex128]]) -> Floats:
    from numpy import bincount, fft, stack

    size = 2 * CELLS
    mass = fft.rfft2(bincount(spread.cells.ravel(), (spread.shares * weights).ravel(), size * size).reshape(size, size))
    fields = (fft.irfft2(mass * kernel, (size, size)).ravel() for kernel in kernels)
    found: Floats = stack([(field[spread.cells] * spread.shares).sum(axis=0) for field in fields], axis=1) / (spread.width * weights.sum())
    return found


def _drawn(at: Floats, pull: Pull, weights: Floats) -> Floats:
    """Where ties draw nodes; one with many ties is drawn by all of them together as hard as another by one."""
    from numpy import bincount, stack

    by_tie = (at[pull.other] - at[pull.one]) * pull.strength[:, None]
    return stack([(bincount(pull.one, each, len(at)) - bincount(pull.other, each, len(at))) / weights**2 for each in by_tie.T], axis=1)


def _bounded(forces: Floats, farthest: float) -> Floats:
    from numpy import hypot, maximum, minimum

    length = maximum(hypot(forces[:, 0], forces[:, 1]), 1e-12)
    moved: Floats = forces * (minimum(length, farthest) / length)[:, None]
    return moved


def _evened(at: Floats) -> Floats:
    """Places between 0 and 1, half by distance and half by order: a heap spreads out, and who is beside whom stays."""
    from numpy import maximum

    scaled = (at - at.min(axis=0)) / maximum(at.max(axis=0) - at.min(axis=0), 1e-12)
    order = at.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable") / (len(at) - 1)
    found: Floats = (1 - EVEN) * scaled + EVEN * order
    return found
