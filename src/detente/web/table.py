"""A map as rows, and as JSON with its periods: what its page shows, and nothing that the page would not have read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from detente.client.answers import MapSide
from detente.desk.stored import StoredMap
from detente.render.cells import as_csv
from detente.render.picture import halves, picture_of
from detente.render.report import Tally
from detente.render.tally import tally_of

from .drawn import surety
from .months import Matrix
from .shell import address


class Table:
    """A map with its periods, as it is written."""

    def __init__(self, found: StoredMap, matrix: Matrix, kept: dict[str, str]) -> None:
        self.found, self.matrix, self._kept = found, matrix, kept

    def to_csv(self) -> str:
        """Return the rows as CSV."""
        return as_csv(MapSide.__struct_fields__, map(msgspec.structs.astuple, self._rows()))

    def to_json(self) -> str:
        """Return the rows, the periods, and what was read."""
        report = self.found.report
        told: dict[str, Any] = {"parties": report.map.parties, "asked": self._kept, "rows": list(self._rows()), "periods": self.matrix,
                                "read": _read(tally_of(report)), "reliability": report.reliability}  # fmt: skip
        return msgspec.json.format(msgspec.json.encode(told), indent=1).decode() + "\n"

    def _rows(self) -> Iterator[MapSide]:
        for group in picture_of(self.found.report):
            for row in group.rows:
                cell, sure = row.cell, surety(self.found, row.cell)
                for half in halves(row):
                    side = cell.sides.get(half.party)
                    yield MapSide(
                        topic=cell.topic, topic_label=row.label, relation=cell.relation, by=cell.by, party=half.party, party_label=half.label,
                        statements=half.statements, own_word=side is not None and side.own_word, per=half.per, words=half.words,
                        sources="; ".join(half.sources), score=cell.score, method=cell.method, sure=sure.value if sure else None,
                        sure_low=sure.low if sure else None, sure_high=sure.high if sure else None,
                        evidence=address(f"/map/{cell.topic}.json", self._kept),
                    )  # fmt: skip


def _read(tally: Tally) -> dict[str, Any]:
    """What was read, without the sources of each cell, which its rows have."""
    told: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(tally, sources={}))
    return {name: value for name, value in told.items() if name != "sources"}
