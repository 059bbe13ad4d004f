"""How fast networks are made in a large store.

A network whose sums are kept is made several times, and the medians count; others read all claims, once.
"""

from __future__ import annotations

import itertools
from functools import partial

from timing import Measured, timed

from detente.analysis.counting import Counted
from detente.analysis.kinds import Kind, kind_of
from detente.analysis.network import network_of
from detente.analysis.standing import standings
from detente.store import Store, Tied, open_store
from detente.store.ties import is_kept
from detente.store.wanted import ANYTHING

ROUNDS, MOST = 3, 300  # nodes
OF_ACTORS = "actors, documents"
KINDS = {
    "parties, documents": kind_of("party"),
    "actors, all claims": kind_of("actor", duplicates="include"),
    "actors, documents": kind_of("actor"),
    "actors, weeks": kind_of("actor", duplicates="week"),
    "actors and topics": kind_of("actor", "two"),
    "actors, sides ignored": kind_of("actor", aggregation="ignore"),
    "outlets, documents": kind_of("outlet"),
    "parties by month": kind_of("party", every="month"),
}


def measure(url: str) -> Measured:
    """Return how long each kind of network takes, and that of actors with the figures of its nodes."""
    found: Measured = {}
    with open_store(url) as store:
        nodes = _networks(store, KINDS[OF_ACTORS], with_standings=True)  # brings numpy and networkx
        for name, kind in KINDS.items():
            do = partial(_networks, store, kind, with_standings=False)
            found[name] = timed(do, ROUNDS if _is_kept(kind) else 1, f"{nodes} actors" if name == OF_ACTORS else "")
        found["with figures of nodes"] = timed(partial(_networks, store, KINDS[OF_ACTORS], with_standings=True), ROUNDS)
    return found


def _networks(store: Store, kind: Kind, *, with_standings: bool) -> int:
    """Make the networks of a kind; returns how many rows the last one has."""
    sums, number = store.maps.ties(_tied(kind)), 0
    for period, rows in itertools.groupby(sums, key=lambda row: row[0]):
        network = network_of((Counted(*row[1:]) for row in rows), kind, period=period, most=MOST)
        number = len(network.rows)
        if with_standings:
            standings(network)
    return number


def _tied(kind: Kind) -> Tied:
    return Tied(kind.rows, kind.tells_sides, kind.duplicates, kind.every)


def _is_kept(kind: Kind) -> bool:
    return is_kept(_tied(kind), ANYTHING)
