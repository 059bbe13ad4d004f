"""Claims of a store: one a side and position, each with its report; and their sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from detente.records import Reading
from detente.store import Store, Wanted
from detente.store.claims import SUMMED


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


@pytest.mark.parametrize("key", sorted(SUMMED))
def test_sums_are_those_of_the_claims(store: Store, key: str) -> None:
    told = {"agreement": lambda c: c.agreement, "actor": lambda c: c.actor_id, "act": lambda c: c.act or "unknown", "outlet": lambda c: c.outlet or "",
            "document": lambda c: c.document_id, "month": lambda c: c.day[:7], "year": lambda c: c.day[:4]}  # fmt: skip
    claims = [claim for claim in store.maps.claims() if claim.leads]
    expected = Counter((claim.party, told.get(key, lambda c: getattr(c, key))(claim)) for claim in claims)
    assert {tuple(keys): number for *keys, number in store.maps.tally(("party", key))} == {
        ((party, value) if key != "party" else (party, party)): number for (party, value), number in expected.items()
    }


@pytest.mark.parametrize(
    ("wanted", "parties"),
    [
        (Wanted(parties=("US",)), {"US"}),
        (Wanted(languages=("en",)), {"IS", "NO"}),
        (Wanted(since="2031", until="2031-04"), {"RU", "US"}),
        (Wanted(topics=("georgia",)), {"AM", "GE"}),
        (Wanted(countries=("XX",)), set()),
        (Wanted(acts=("COOPERATE",), languages=("ru",)), {"AM"}),
    ],
)
def test_filters(store: Store, wanted: Wanted, parties: set[str]) -> None:
    assert {claim.party for claim in store.maps.claims(wanted)} == parties
    assert {row[0] for row in store.maps.tally(("party",), wanted)} == parties
