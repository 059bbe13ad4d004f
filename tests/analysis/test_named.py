"""Which meeting words name: a capital is a place before it is a side, and what is offered instead is what is nearest."""

from __future__ import annotations

import pytest

from detente.analysis.accounts import Gathering, find_gathering
from detente.text.nearest import UnknownName

FOUND = tuple(
    Gathering(("GR", "TR"), kind, day, {"en": place} if place else {}, (), tuple(f"d{number}" for number in range(reports)), ())
    for kind, day, place, reports in (
        ("meeting", "2031-05-06", "Athens", 1), ("meeting", "2031-09-02", "Ankara", 3), ("meeting", "2032-01-17", "Istanbul", 1), ("call", "", "", 1),
    )
)  # fmt: skip
LISTED = tuple(f"{each.date} {each.type}" for each in FOUND)


@pytest.mark.parametrize(
    ("words", "day"),
    [("Athens meeting", "2031-05-06"), ("the meeting in Ankara", "2031-09-02"), ("встреча в Афинах", "2031-05-06"), ("雅典会谈", "2031-05-06"),
     ("2032-01", "2032-01-17"), ("Greece and Türkiye meeting", "2031-09-02")],
)  # fmt: skip
def test_a_capital_names_a_place_before_a_side(words: str, day: str) -> None:
    assert find_gathering(words, FOUND, LISTED).date == day


@pytest.mark.parametrize(("words", "first"), [("2032-02-01", 3), ("2031-08", 2), ("2030", 1), ("Paris meeting", 1)])
def test_what_is_nearest_is_offered_first(words: str, first: int) -> None:
    with pytest.raises(UnknownName, match=f"was found; the nearest: {first} "):
        find_gathering(words, FOUND, LISTED)
