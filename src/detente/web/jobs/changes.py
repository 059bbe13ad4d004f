"""What a job changes in maps: cells of the pairs that its articles report on most, before and now."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from detente.client.jobs import Changed, MapChange
from detente.pipeline import Selection
from detente.store import Asked, Prepared, Store

Pair = tuple[str, str]
SHOWN, NOTED = 3, 12  # maps that are shown, and of which it is noted how they were
EVERYTHING = Selection()


class _Cell(NamedTuple):
    relation: str
    statements: int


class Changes:
    """How maps were before a job, and how they are now."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._weights: Counter[Pair] = Counter()
        self._before: dict[Pair, dict[str, _Cell]] = {}

    def note(self, prepared: Prepared) -> None:
        """Note how the map that a reading reports on most is before the reading is kept."""
        weights = {(row["one"], row["other"]): row["weight"] for row in prepared.parts.pairs}
        if not weights:
            return
        pair = max(sorted(weights), key=weights.__getitem__)
        self._weights[pair] += weights[pair]
        if pair not in self._before and len(self._before) < NOTED:
            self._before[pair] = self._cells(pair)

    def now(self) -> tuple[MapChange, ...]:
        """Return what is another than before, in the maps that are reported on most."""
        pairs = sorted(self._before, key=lambda pair: (-self._weights[pair], pair))[:SHOWN]
        return tuple(MapChange(pair, _changed(self._before[pair], self._cells(pair))) for pair in pairs)

    def _cells(self, pair: Pair) -> dict[str, _Cell]:
        self._store.maps.settle()
        found = self._store.maps.between(Asked(pair, EVERYTHING, ())).map.cells
        return {cell.topic: _Cell(cell.relation, sum(side.statements for side in cell.sides.values())) for cell in found}


def _changed(before: dict[str, _Cell], now: dict[str, _Cell]) -> tuple[Changed, ...]:
    """The cells that are new, gone or another, those whose relation changed first.

    >>> [each.topic for each in _changed({"trade": _Cell("discussed", 1), "arctic": _Cell("mixed", 2)},
    ...     {"trade": _Cell("divergence", 2), "arctic": _Cell("mixed", 3)})]
    ['trade', 'arctic']
    """
    found = []
    for topic in sorted(before.keys() | now.keys()):
        old, new = before.get(topic), now.get(topic)
        if old != new:
            found.append(Changed(topic, old and old.relation, new and new.relation, new.statements if new else 0))
    return tuple(sorted(found, key=lambda cell: cell.before == cell.now))
