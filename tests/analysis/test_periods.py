"""Relations in time, worked out by hand."""

from __future__ import annotations

import pytest

from detente.analysis.periods import Periods, period_of, periods_of, strength_interval, surety
from detente.analysis.uncertainty import count
from detente.records import Gold, Tried
from detente.stages.maps import Deed, Doing, Summed
from detente.text.nearest import UnknownName

PAIR = ("GR", "TR")
AGREE, OFFER, ACCUSE, REJECT = Deed("AGREE", 1, "", None), Deed("COOPERATE", 1, "", None), Deed("ACCUSE", -1, "", None), Deed("REJECT", -1, "", None)
TALK, UNKNOWN = Deed("CONSULT", 0, "", None), Deed(None, 0, "", None)
GOLD = Gold(9, Tried(90, 100, 100), Tried(80, 100, 100), Tried(1, 1, 1), {"divergence": Tried(8, 10, 10)})


def row(month: str, sides: str, deed: Deed, number: int = 1, topic: str = "trade", *, leads: bool = True, own: bool = True, sure: bool = True) -> Summed:
    return Summed(month, topic, "en", Doing(frozenset(sides.split("+")), own, deed), sure, leads, number)


ROWS = [
    row("2031-01", "GR", OFFER, 2), row("2031-01", "TR", OFFER), row("2031-01", "TR", UNKNOWN),
    row("2031-02", "GR", ACCUSE, 3), row("2031-02", "GR", ACCUSE, 4, leads=False), row("2031-02", "TR", REJECT),
    row("2031-04", "TR", TALK), row("2031-04", "GR+TR", AGREE),
    row("2031-02", "GR", OFFER, topic="visas", sure=False),
    row("2031", "GR", OFFER), row("", "GR", OFFER, 2),
]  # fmt: skip


def found(every: str = "month") -> Periods:
    return periods_of(ROWS, PAIR, every, {"2031-01": 2, "2031-03": 1, "": 4})


def test_relations_by_month() -> None:
    told = [(each.period, each.relation, each.statements, each.number) for each in found().phases]
    assert told == [
        ("2031-01", "common-ground", {"GR": 2, "TR": 2}, 4), ("2031-02", "divergence", {"GR": 3, "TR": 1}, 4),
        ("2031-04", "common-ground", {"GR": 1, "TR": 2}, 2),
    ]  # fmt: skip


def test_strength_is_the_lean_of_all_that_take_a_position() -> None:
    """January: 3 for, none against, 1 neither. February: 4 against. April: 1 for; talks are no position."""
    assert [(each.common, each.divergent, each.positioned, each.strength) for each in found().phases] == [
        (3, 0, 4, 0.75), (0, 4, 4, -1.0), (1, 0, 1, 1.0),
    ]  # fmt: skip


def test_a_topic_that_nothing_makes_sure_has_no_phase() -> None:
    assert found().topics == ("trade",)


def test_periods_are_those_in_which_something_was_read_or_said() -> None:
    assert found().periods == ("2031-01", "2031-02", "2031-03", "2031-04")
    assert found().reports == {"2031-01": 2, "2031-02": 0, "2031-03": 1, "2031-04": 0}
    assert found().undated == 3


def test_turning_points_and_what_makes_them() -> None:
    turns = found().turns
    assert [(turn.before.period, turn.after.period, turn.after.relation) for turn in turns] == [
        ("2031-01", "2031-02", "divergence"), ("2031-02", "2031-04", "common-ground"),
    ]  # fmt: skip
    assert [[(sorted(each.sides), each.deed) for each in turn.makers(PAIR)] for turn in turns] == [
        [(["GR"], ACCUSE), (["TR"], REJECT)], [(["GR", "TR"], AGREE)],
    ]  # fmt: skip


def test_a_quarter_and_a_year_are_decided_anew() -> None:
    """Each is for and against in the first quarter; over the year, also with what is agreed in April, there is both."""
    assert [(each.period, each.relation) for each in found("quarter").phases] == [("2031-Q1", "divergence"), ("2031-Q2", "common-ground")]
    year = found("year")
    assert [(each.period, each.relation) for each in year.phases] == [("2031", "mixed")]
    assert (year.turns, year.undated, year.reports) == ((), 2, {"2031": 3})


def test_the_side_of_a_one_sided_relation_is_part_of_it() -> None:
    rows = [row("2031-01", "GR", OFFER), row("2031-02", "TR", OFFER)]
    (turn,) = periods_of(rows, PAIR, "month", {}).turns
    assert (turn.before.by, turn.after.by) == ("GR", "TR")


def test_others_words_count_nothing() -> None:
    (phase,) = periods_of([row("2031-01", "GR", OFFER, own=False, leads=False)], PAIR, "month", {}).phases
    assert (phase.relation, phase.number, phase.strength, phase.languages) == ("mentioned", 0, None, {"en": 1})


def test_strength_lies_between_the_fewest_and_the_most() -> None:
    january = found().phases[0]
    common, divergent = (count({"en": number}, "claims", {"en": GOLD}) for number in (3, 0))
    neither = count({"en": 1}, "claims", {"en": GOLD})
    lean = strength_interval(january, {"en": GOLD})
    assert common and divergent and neither and lean
    assert lean.value == 0.75
    total = common.low + divergent.high + neither.value
    assert lean.low == pytest.approx((common.low - divergent.high) / total, abs=1e-4)
    assert lean.high == pytest.approx(common.high / (common.high + neither.value), abs=1e-4)


def test_what_is_not_measured_has_no_interval() -> None:
    january = found().phases[0]
    assert strength_interval(january, {}) is None
    assert surety(january, {}) is None


@pytest.mark.parametrize(("day", "every", "period"), [
    ("2031-12-31", "quarter", "2031-Q4"), ("2031-01", "quarter", "2031-Q1"), ("2031", "quarter", ""), ("", "year", ""),
])  # fmt: skip
def test_the_period_of_a_day(day: str, every: str, period: str) -> None:
    assert period_of(day, every) == period


def test_other_periods_are_refused() -> None:
    with pytest.raises(UnknownName, match="week.*month, quarter, year"):
        periods_of(ROWS, PAIR, "week", {})
