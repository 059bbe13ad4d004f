"""Intervals, worked out by hand."""

from __future__ import annotations

from math import sqrt

import pytest
import rates as on_gold

from detente.analysis.uncertainty import KINDS, Z, cell, count, rates, wilson
from detente.languages import supported
from detente.records import RELATIONS, Gold, Tried

NONE = Tried(0, 0, 0)
ENGLISH = Gold(4, Tried(80, 100, 160), NONE, NONE, {"divergence": Tried(9, 10, 12)})
RUSSIAN = Gold(4, Tried(45, 50, 50), NONE, NONE, {"divergence": Tried(0, 0, 3)})
BOTH = {"en": ENGLISH, "ru": RUSSIAN}


def test_a_share_by_wilson() -> None:
    """Of 10, 9 right: (0.9 + z²/20 ± z·√(0.09/10 + z²/400)) / (1 + z²/10), as Newcombe (1998) has it for 9 of 10."""
    found = wilson(9, 10)
    assert (found.value, found.low, found.high) == pytest.approx((0.9, 0.5958, 0.9821), abs=1e-4)


@pytest.mark.parametrize(("right", "of"), [(0, 7), (7, 7)])
def test_a_share_of_all_or_nothing_keeps_within_bounds(right: int, of: int) -> None:
    found = wilson(right, of)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low < found.high


def test_a_cell_of_two_languages_lies_between_them() -> None:
    """Three statements in English (9 of 10 right) and one in Russian, of which nothing is known: 0.5, from 0 to 1."""
    found = cell("divergence", {"en": 3, "ru": 1}, BOTH)
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((0.8, 0.75 * 0.5958, 0.75 * 0.9821 + 0.25), abs=1e-4)


def test_a_cell_that_rests_on_others_alone_takes_each_language_once() -> None:
    assert cell("divergence", {"en": 0, "ru": 0}, BOTH) == cell("divergence", {"en": 1, "ru": 1}, BOTH)


def test_a_count_is_corrected_for_what_is_wrong_and_what_is_missed() -> None:
    """Precision 0.8, recall 0.5, of 10 found: 16; chance (10·0.8·0.2 + 9·0.5) / 0.25 = 24.4; rates with one more of each."""
    found = count({"en": 10}, "statements", BOTH)
    precision, recall = 81 / 102, 81 / 162
    spread = (1 - precision) / (precision * 102) + (1 - recall) / (recall * 162)
    reach = Z * sqrt(24.4 + 16**2 * spread)
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((16, 16 - reach, 16 + reach), abs=0.01)


def test_counts_of_languages_add_up_and_their_intervals_do_not() -> None:
    one, other, both = (count(found, "statements", BOTH) for found in ({"en": 10}, {"ru": 10}, {"en": 10, "ru": 10}))
    assert one and other and both
    assert both.value == pytest.approx(one.value + other.value, abs=0.02)
    assert both.high - both.value < (one.high - one.value) + (other.high - other.value)


def test_nothing_found_may_still_be_something_missed() -> None:
    found = count({"en": 0}, "statements", BOTH)
    assert found is not None
    assert (found.value, found.low) == (0, 0)
    assert found.high == pytest.approx(Z * sqrt(0.5 / 0.25), abs=0.01)


def test_scripts_are_one_language_and_what_is_not_measured_has_no_interval() -> None:
    assert count({"en-GB": 1, "en": 2}, "statements", BOTH) == count({"en": 3}, "statements", BOTH)
    assert count({"en": 1, "xx": 1}, "statements", BOTH) is None
    assert cell("divergence", {"xx": 1}, BOTH) is None
    assert cell("divergence", {}, BOTH) is None


def test_every_language_has_been_measured() -> None:
    found = rates(supported())
    assert sorted(found) == sorted(supported())
    for each in found.values():
        assert set(each.cells) == set(RELATIONS)
        assert all(0 < getattr(each, kind).right <= min(getattr(each, kind).found, getattr(each, kind).told) for kind in KINDS)


def test_what_is_found_in_gold_is_counted() -> None:
    """Of two statements one is found, with its party and one of its two topics; of two cells one is right."""
    text = "Norway said it rejects the quota. Iceland said it agrees."
    said = {"cue": {"span": [7, 11]}, "optional": False}
    gold = {
        "statements": [
            {**said, "speaker": {"span": [0, 6]}, "content": [{"span": [12, 32]}], "party": "NO", "topics": ["fisheries", "trade"]},
            {**said, "speaker": {"span": [34, 41]}, "content": [{"span": [47, 56]}], "party": "IS", "topics": ["trade"]},
        ],
        "events": [],
        "dialogue_map": {"parties": ["IS", "NO"], "cells": [{"topic": "fisheries", "relation": "one-sided"},
                                                             {"topic": "trade", "relation": "mixed", "also_accepted": ["divergence"]}]},
    }  # fmt: skip
    found = {"speaker": {"start": 0, "stop": 6, "party": "NO"}, "cue": {"start": 7, "stop": 11}, "content": [{"start": 12, "stop": 32}],
             "topics": ["fisheries", "energy"]}  # fmt: skip
    cells = [{"topic": "trade", "relation": "divergence"}, {"topic": "energy", "relation": "one-sided"}, {"topic": "visas", "relation": "mentioned"}]
    reading = {"statements": [found], "events": [], "maps": [{"parties": ["IS", "NO"], "cells": cells}]}
    measured = on_gold.measured([(text, gold, reading)])
    assert (measured["articles"], measured["statements"], measured["claims"]) == (1, (1, 1, 2), (1, 2, 3))
    assert {relation: each for relation, each in measured["cells"].items() if any(each)} == {
        "mixed": (0, 0, 1), "divergence": (1, 1, 0), "one-sided": (0, 1, 1),
    }  # fmt: skip
