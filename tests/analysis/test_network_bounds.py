"""How far off ties may be: against a slow second implementation, worked by hand, and as the count of claims has it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import sqrt

import pytest

from detente.analysis.counting import Counted
from detente.analysis.kinds import AGGREGATIONS, NORMALIZATIONS, ONE, TWO, kind_of
from detente.analysis.network import network_of
from detente.analysis.uncertainty import Correction, Z, correction, likely, rates

SUMS = [Counted("A", "x", 1, 4), Counted("A", "x", -1, 1), Counted("A", "y", 1, 2), Counted("B", "x", 1, 3), Counted("B", "y", -1, 5), Counted("C", "y", -1, 1)]
FIX = Correction(1.25, 0.5, 0.25, 0.01)
Cells = dict[tuple[str, str, int], float]
POWERS = {"none": 2, "average": 1, "jaccard": 1, "cosine": 0, "activity": 0, "prominence": 0}


def sums_of(aggregation: str) -> list[Counted]:
    return [Counted(each.row, each.topic, 0, each.number) for each in SUMS if each.agreement > 0] if aggregation == "ignore" else SUMS


def pairs(cells: Cells, one: str, other: str, aggregation: str) -> float:
    """Pairs of claims of two rows, one by one."""
    found = 0.0
    for (row, topic, side), number in cells.items():
        for (second, on, taken), more in cells.items():
            if row == one and second == other and topic == on:
                same = side == taken
                sign = {"conflict": not same, "subtract": 1 if same else -1}.get(aggregation, same)
                found += sign * number * more
    return found


def spread(tie: Callable[[Cells], float], found: Cells) -> float:
    """The variance of a tie, by what a little more of each number changes."""
    likely_ones = {key: number * FIX.ratio for key, number in found.items()}
    total = 0.0
    for key, number in found.items():
        slope = (tie({**likely_ones, key: likely_ones[key] + 1}) - tie({**likely_ones, key: likely_ones[key] - 1})) / 2
        total += slope**2 * (number * FIX.spread + FIX.missed)
    return total


def expected(value: float, variance: float, power: float, *, clipped: bool) -> tuple[float, float]:
    reach = Z * sqrt(variance + FIX.doubt / FIX.ratio**2 * (power * value) ** 2)
    return max(value - reach, 0) if clipped else value - reach, value + reach


@pytest.mark.parametrize("aggregation", AGGREGATIONS[ONE])
@pytest.mark.parametrize("normalization", NORMALIZATIONS[ONE])
def test_ties_between_rows(aggregation: str, normalization: str) -> None:
    sums = sums_of(aggregation)
    cells: Cells = {each[:3]: each.number for each in sums}
    ties = {(tie.one, tie.other): tie for tie in network_of(sums, kind_of("party", ONE, aggregation, normalization), correction=FIX).ties}
    assert ties
    for one, other in combinations("ABC", 2):
        if (one, other) not in ties:
            continue
        tie = ties[one, other]
        value = tie.count * FIX.ratio**2
        variance = spread(lambda told, a=one, b=other: pairs(told, a, b, aggregation), cells)  # type: ignore[misc]
        by = divided(cells, one, other, normalization)
        clipped = aggregation != "subtract"
        assert tie.likely == pytest.approx(expected(value / by, variance / by**2, POWERS[normalization], clipped=clipped), abs=1e-5)
        assert tie.counted == tuple(map(round, expected(value, variance, 2, clipped=clipped)))


def divided(cells: Cells, one: str, other: str, normalization: str) -> float:
    """What the tie of two rows is divided by, with every number corrected."""
    likely_ones = {key: number * FIX.ratio for key, number in cells.items()}
    active = [sum(number for key, number in likely_ones.items() if key[0] == row) for row in (one, other)]
    if normalization == "jaccard":
        sides = [{key[1:]: number for key, number in likely_ones.items() if key[0] == row} for row in (one, other)]
        alone = sum(n for mine, yours in (sides, sides[::-1]) for key, n in mine.items() if key not in yours)
        return alone + sum(n * sides[1][key] for key, n in sides[0].items() if key in sides[1])
    return {"none": 1.0, "average": sum(active) / 2, "cosine": active[0] * active[1]}[normalization]


def test_ties_to_topics_by_hand() -> None:
    ties = {(tie.one, tie.other): tie for tie in network_of(SUMS, kind_of("party", TWO), correction=FIX).ties}
    tie = ties["A", "x"]  # four for and one against: 3 * 1.25, variance 5 * 0.5 + 2 * 0.25 + 9 * 0.01
    assert tie.likely == pytest.approx((3.75 - Z * sqrt(3.09), 3.75 + Z * sqrt(3.09)), abs=1e-5) and tie.counted == (0, 7)


@pytest.mark.parametrize("number", [1, 3, 40])
def test_a_tie_of_claims_to_a_topic_is_as_sure_as_the_count_of_these_claims(number: int) -> None:
    languages = {"en": 3, "zh-Hant": 2}
    (tie,) = network_of(
        [Counted("A", "x", 0, number)], kind_of("party", TWO, "ignore"), correction=correction(languages, "claims", rates(languages))
    ).ties
    told = likely(number, languages)
    assert told and tie.likely == pytest.approx((told.low, told.high), abs=0.01) and tie.counted == told.whole


@pytest.mark.parametrize("normalization", ["activity", "prominence"])
def test_shares_of_topics_are_as_far_off_as_their_claims(normalization: str) -> None:
    kind = kind_of("party", TWO, "ignore", normalization)
    ties = {(tie.one, tie.other): tie for tie in network_of(sums_of("ignore"), kind, correction=FIX).ties}
    tie = ties["A", "x"]  # four of six of the row, four of seven of the topic
    by = (6 if normalization == "activity" else 7) * 1.25
    reach = Z * sqrt(4 * 0.5 + 0.25) / by
    assert tie.likely == pytest.approx((5 / by - reach, 5 / by + reach), abs=1e-5)


def test_sorts_of_ties_have_no_interval_and_unmeasured_languages_give_none() -> None:
    assert {tie.likely for tie in network_of(SUMS, kind_of("party", TWO, "combine"), correction=FIX).ties} == {None}
    assert {tie.counted for tie in network_of(SUMS, kind_of()).ties} == {None} and correction({"xx": 1}, "claims", {}) is None
