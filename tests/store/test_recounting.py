"""Sums over what maps rest on are the same however much of their changes is held before it is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from detente.records import Reading
from detente.store import Store, recount
from detente.store.derived import counts, settled

Write = Callable[..., list[str]]
Rows = set[tuple[object, ...]]


def rows_of(store: Store) -> Rows:
    """Return the sums that a store keeps."""
    with store._reads() as connection:
        return {tuple(row) for row in connection.execute(select(counts))}


def come_and_go(store: Store, keep: Write, names: list[str]) -> Rows:
    """Keep articles, settle after each, and remove one; returns the sums."""
    for name in names:
        keep(name)
        store.maps.settle()
    store.remove(names[:1])
    store.maps.settle()
    return rows_of(store)


def test_sums_are_the_same_when_few_changes_are_held(
    store: Store, keep: Write, readings: dict[str, Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = come_and_go(store, keep, list(readings))
    store.remove(readings)
    store.maps.settle()
    assert rows_of(store) == set()
    monkeypatch.setattr(recount, "MOST", 5)
    monkeypatch.setattr("detente.store.write.MOST_REMOVING", 5)
    monkeypatch.setattr(recount, "ROWS", 3)
    assert come_and_go(store, keep, list(readings)) == wanted
    assert list(store.check()) == []
    assert all(row[-1] > 0 for row in wanted)


def test_no_more_changes_are_held_than_may_be(store: Store, keep: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recount, "MOST", 5)
    keep()
    store.maps.settle()
    before = rows_of(store)
    with store._writes() as connection:
        count = recount.Recount(connection)
        for key in connection.scalars(select(settled.c.document_id)).all():
            count.touch([key])
            assert len(count._changed) <= 5
        count.finish()
    assert rows_of(store) == before
