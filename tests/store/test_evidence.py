"""Evidence of a cell is the same in whatever parts it is read, and to leave it early costs the next reader nothing."""

from __future__ import annotations

from itertools import islice

import pytest
from msgspec.structs import replace

from detente.records import Reading
from detente.store import Asked, Store, open_store

from .conftest import fresh_database, source_of

ASKED, TOPIC = Asked(("RU", "US")), "arms-control"


def keep_some(store: Store, reading: Reading, number: int) -> None:
    """Keep an article again and again, under other ids and days."""
    for i in range(number):
        document = replace(reading.document, id=f"{i:012}", published=f"2031-03-{i + 1:02}")
        store.write(replace(reading, document=document), source_of(f"/news/{i}.txt"), {("RU", "US"): 1})


@pytest.mark.parametrize(("few", "soon"), [(1, 1), (3, 1), (5, 2), (24, 3), (24, 99)])
def test_evidence_is_the_same_in_all_parts(
    store: Store, readings: dict[str, Reading], monkeypatch: pytest.MonkeyPatch, few: int, soon: int
) -> None:
    keep_some(store, readings["/news/a.txt"], 9)
    whole = list(store.maps.evidence(ASKED, TOPIC))
    monkeypatch.setattr("detente.store.slim.FEW", few)
    monkeypatch.setattr("detente.store.evidence.SOON", soon)
    assert list(store.maps.evidence(ASKED, TOPIC)) == whole
    assert [(reading.document.id, len(reading.statements)) for reading in whole] == [(f"{i:012}", 1) for i in range(9)]


def test_who_reads_no_further_leaves_what_is_prepared(request: pytest.FixtureRequest, readings: dict[str, Reading]) -> None:
    with open_store(fresh_database(request.getfixturevalue("postgresql")), make=True) as store:
        keep_some(store, readings["/news/a.txt"], 3)
        for _ in range(3):
            assert len(list(islice(store.maps.evidence(ASKED, TOPIC), 1))) == 1
        with store._reads() as connection:
            kept = connection.exec_driver_sql("SELECT statement FROM pg_prepared_statements").scalars().all()
        assert sum("FROM held JOIN statements" in words.replace("\n", "").replace("  ", " ") for words in kept) == 1
