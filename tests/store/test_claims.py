"""Claims of a store: one a side and position, each with its report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.records import Reading
from detente.store import Store, Wanted


@pytest.fixture(autouse=True)
def kept(keep: Callable[..., list[str]]) -> None:
    """Keep the readings in the store."""
    keep()


def test_each_side_of_a_position_is_a_claim(store: Store, readings: dict[str, Reading]) -> None:
    found = sorted((claim.statement_id, claim.topic, claim.party) for claim in store.maps.claims())
    held = [
        (position.evidence_id, position.topic, side)
        for reading in readings.values()
        for position in reading.positions
        for side in ((position.party or "").split("+"))
    ]
    assert found == sorted(held)


@pytest.mark.parametrize(
    ("wanted", "parties"),
    [
        (Wanted(parties=("US",)), {"US"}),
        (Wanted(languages=("en",)), {"IS", "NO"}),
        (Wanted(since="2031", until="2031-04"), {"RU", "US"}),
        (Wanted(topics=("transport",)), {"AM"}),
        (Wanted(countries=("XX",)), set()),
        (Wanted(acts=("COOPERATE",), languages=("ru",)), {"AM"}),
    ],
)
def test_filters(store: Store, wanted: Wanted, parties: set[str]) -> None:
    assert {claim.party for claim in store.maps.claims(wanted)} == parties
