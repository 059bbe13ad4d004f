"""How fast maps are drawn, and the evidence of their cells read, in a large store: the medians of several times.

The first times do not count: PostgreSQL's driver prepares a question when it has been asked five times.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable

from timing import Measured, timed

from detente.desk.stored import chart
from detente.pipeline import Selection
from detente.store import Asked, Store, open_store
from detente.store.sums import sums_between

ROUNDS, BEFORE = 7, 6
FIRST = 20  # statements of a cell that are read


def measure(url: str) -> Measured:
    """Return how long maps, relations by month and evidence take."""
    found: Measured = {}
    with open_store(url) as store:
        for name, (told, do) in _tasks(store).items():
            for _ in range(BEFORE):
                do()
            found[name] = timed(do, ROUNDS, told)
    return found


def _tasks(store: Store) -> dict[str, tuple[str, Callable[[], object]]]:
    most, speaking = store.most_reported(), store.parties()
    assert most
    asked, rare = Asked(most), tuple(sorted((most[0], speaking[-1])))
    large, small = _largest_and_smallest(store, asked)
    numbers = {topic: store.maps.listed(asked, topic).statements for topic in (large, small)}
    some, year = Selection(since="2014", until="2023"), Selection(since="2019", until="2019")
    return {
        "map of two parties": ("-".join(most), lambda: chart(store, most).to_table()),
        "map with a party that speaks least": ("-".join(rare), lambda: chart(store, (rare[0], rare[1])).to_table()),
        "map of two parties, a year": (year.since, lambda: chart(store, most, year).to_table()),
        "map of two parties, ten years": (f"{some.since} to {some.until}", lambda: chart(store, most, some).to_table()),
        "relations by month": ("-".join(most), lambda: chart(store, most).every("month").to_table()),
        "evidence of the largest cell": (f"{large}, {numbers[large]:,}", lambda: _first(store, asked, large)),
        "evidence of the smallest cell": (f"{small}, {numbers[small]:,}", lambda: _first(store, asked, small)),
    }


def _largest_and_smallest(store: Store, asked: Asked) -> tuple[str, str]:
    """The topics of the cells that rest on most and on fewest statements."""
    told: Counter[str] = Counter()
    with store._reads() as connection:
        for (_, topic, _), number in sums_between(connection, asked)["topics"].items():
            told[topic] += number
    topics = sorted((cell.topic for cell in chart(store, asked.pair).map.cells), key=lambda topic: (-told[topic], topic))
    return topics[0], topics[-1]


def _first(store: Store, asked: Asked, topic: str) -> int:
    """The first statements of a cell."""
    statements = (s for reading in store.maps.evidence(asked, topic) for s in reading.statements)
    return len(list(itertools.islice(statements, FIRST)))
