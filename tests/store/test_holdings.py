"""What a store keeps, written into another store, is there as it was in the first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import make_url, select

from detente.pipeline import weigh_pairs
from detente.records import Reading
from detente.store import Store, open_store
from detente.store.tables import metadata

from .conftest import fresh_database, source_of


def _rows(store: Store) -> dict[str, list[str]]:
    store.maps.settle()
    with store._reads() as connection:
        return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in metadata.sorted_tables}


def _other(url: str, tmp_path: Path) -> str:
    return fresh_database(url) if make_url(url).drivername == "postgresql" else f"sqlite:///{tmp_path / 'other.sqlite'}"


def test_another_store_keeps_the_same(
    store: Store, url: str, tmp_path: Path, readings: dict[str, Reading], keep: Callable[..., list[str]]
) -> None:
    keep("/news/old/c.txt", "/news/b.txt", "/news/a.txt")
    store.write(readings["/news/b.txt"], source_of("/again/b.txt"), {})
    ids = {reading.document.id for reading in readings.values()}
    with open_store(_other(url, tmp_path), make=True) as other:
        found: list[Any] = list(store.holdings(ids))
        for held in found:
            for source in held.sources:
                other.write(held.reading, source, weigh_pairs(held.reading.statements), held.page)
        assert _rows(other) == _rows(store)
    assert [len(held.sources) for held in found if held.reading.document.language == "en"] == [2]


def test_documents_of_one_day_come_as_they_were_written(store: Store, readings: dict[str, Reading]) -> None:
    import msgspec

    document = readings["/news/a.txt"].document
    made = [msgspec.structs.replace(readings["/news/a.txt"], document=msgspec.structs.replace(document, id=f"document:{name}")) for name in "cab"]
    for number, reading in enumerate(made):
        store.write(reading, source_of(f"/{number}"), {})
    assert [held.reading.document.id for held in store.holdings({each.document.id for each in made})] == [each.document.id for each in made]
