"""Networks against the definitions of Discourse Network Analyzer: worked by hand, and by a second, slow implementation.

The formulas are those of the manual of DNA (Leifeld, Gruber, Bossner, chapter "Algorithms"); its worked example of two
organisations is here with the same numbers.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction

import pytest

from detente.analysis.counting import Counted, counted
from detente.analysis.kinds import AGGREGATIONS, DUPLICATES, NORMALIZATIONS, ONE, PERIODS, ROWS, TWO, Kind, kind_of
from detente.analysis.network import Network, network_of
from detente.records import Claim
from detente.text.nearest import UnknownName

FOR, AGAINST, NEITHER = 1.0, -1.0, None


def claim(number: int, document: str, day: str, actor: str, party: str, topic: str, stance: float | None, **more: object) -> Claim:
    """Return a claim of an invented actor."""
    values: dict[str, object] = {"is_own": True, "leads": True, "report": document, "utterance": f"u{number}"} | more
    return Claim(
        f"s{number}", document, str(values["report"]), str(values["utterance"]), day, actor, actor, party, (party,), topic, None,
        stance, None, bool(values["is_own"]), bool(values["leads"]), (), f"outlet:{document[0]}", "en",
    )  # fmt: skip


# Ten rows; the weeks of 1, 3 and 7 March 2031 are two: 1 March is a Saturday. a-doc and b-doc are of two outlets.
TABLE = (
    claim(1, "a1", "2031-03-01", "Ayla", "AA", "fish", FOR),
    claim(2, "a1", "2031-03-01", "Ayla", "AA", "fish", FOR),
    claim(3, "a2", "2031-03-03", "Ayla", "AA", "fish", FOR),
    claim(4, "b1", "2031-03-07", "Aron", "AA", "fish", AGAINST),
    claim(5, "b2", "2031-04-01", "Bela", "BB", "fish", FOR),
    claim(6, "b2", "2031-04-01", "Bela", "BB", "ice", AGAINST),
    claim(7, "b3", "2032-04-02", "Bela", "BB", "ice", AGAINST),
    claim(8, "a3", "2032-03-01", "Ayla", "AA", "ice", FOR),
    claim(9, "a3", "2032-03-01", "Cato", "CC", "ice", NEITHER),
    claim(10, "b3", "2032-04-02", "Cato", "CC", "fish", AGAINST, leads=False),
)


def slow(claims: Iterable[Claim], kind: Kind) -> dict[tuple[str, str], Fraction]:
    """Return the weights of ties, by the definitions read aloud; those of nought are left out."""
    row: Callable[[Claim], str] = {"actor": lambda c: c.actor_id, "party": lambda c: c.party, "outlet": lambda c: c.outlet or ""}[kind.rows]
    kept: list[tuple[str, str, int]] = []
    seen = []
    for each in sorted(claims, key=lambda c: c.day):
        if not each.leads and kind.rows != "outlet":
            continue
        if kind.aggregation != "ignore" and each.agreement == 0:
            continue
        k = 0 if kind.aggregation == "ignore" else each.agreement
        same = (row(each), each.topic, k, mark(each, kind.duplicates))
        if same not in seen:
            seen.append(same)
            kept.append((row(each), each.topic, k))
    x = Counter(kept)
    levels = (0,) if kind.aggregation == "ignore" else (1, -1)
    rows, topics = sorted({i for i, _, _ in x}), sorted({j for _, j, _ in x})
    if kind.mode == ONE:
        found = {(i, o): _pair(x, i, o, topics, levels, kind) for i, o in itertools.combinations(rows, 2)}
    else:
        found = {(i, j): _cell(x, i, j, rows, topics, levels, kind) for i in rows for j in topics}
    return {ends: weight for ends, weight in found.items() if weight}


def mark(each: Claim, duplicates: str) -> object:
    day = date.fromisoformat(each.day)
    return {"include": each.utterance, "document": each.document_id, "week": day.isocalendar()[:2], "month": (day.year, day.month),
            "year": day.year, "across": None}[duplicates]  # fmt: skip


def _pair(x: Counter[tuple[str, str, int]], i: str, o: str, topics: list[str], levels: tuple[int, ...], kind: Kind) -> Fraction:
    congruence = sum(x[i, j, k] * x[o, j, k] for j in topics for k in levels)
    conflict = sum(x[i, j, k] * x[o, j, q] for j in topics for k in levels for q in levels if k != q)
    omega = {"ignore": congruence, "congruence": congruence, "conflict": conflict, "subtract": congruence - conflict}[kind.aggregation]
    mine, theirs = (sum(x[each, j, k] for j in topics for k in levels) for each in (i, o))
    jaccard = (
        sum(x[i, j, k] for j in topics for k in levels if x[o, j, k] == 0)
        + sum(x[o, j, k] for j in topics for k in levels if x[i, j, k] == 0)
        + congruence
    )
    by = {"none": Fraction(1), "average": Fraction(mine + theirs, 2), "jaccard": Fraction(jaccard), "cosine": Fraction(mine * theirs)}
    return omega / by[kind.normalization]


def _cell(
    x: Counter[tuple[str, str, int]], i: str, j: str, rows: list[str], topics: list[str], levels: tuple[int, ...], kind: Kind
) -> Fraction:
    if kind.aggregation == "combine":
        return Fraction({(False, False): 0, (True, False): 1, (False, True): 2, (True, True): 3}[x[i, j, 1] > 0, x[i, j, -1] > 0])
    omega = sum((k if kind.aggregation == "subtract" else 1) * x[i, j, k] for k in levels)
    by = {"none": 1, "activity": sum(x[i, t, k] for t in topics for k in levels), "prominence": sum(x[r, j, k] for r in rows for k in levels)}
    return Fraction(omega, by[kind.normalization])


KINDS = [
    kind_of(rows, mode, aggregation, normalization, duplicates)
    for rows in ROWS
    for mode in (ONE, TWO)
    for aggregation in AGGREGATIONS[mode]
    for normalization in (NORMALIZATIONS[mode] if aggregation != "combine" else ("none",))
    for duplicates in DUPLICATES
]


def made(kind: Kind, claims: Iterable[Claim] = TABLE) -> Network:
    return network_of(counted(claims, kind).get("", []), kind)


def weights(network: Network) -> dict[tuple[str, str], float]:
    return {(tie.one, tie.other): tie.weight for tie in network.ties}


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: "-".join((k.rows, k.mode, k.aggregation, k.normalization, k.duplicates)))
def test_every_combination_is_as_defined(kind: Kind) -> None:
    assert weights(made(kind)) == {ends: float(weight) for ends, weight in slow(TABLE, kind).items()}


def test_the_combinations_are_all() -> None:
    assert len(KINDS) == 3 * 6 * (4 * 4 + 2 * 3 + 1)


SENATE, CLUB = "Senate", "Club"
# How often each organisation agrees (1) and disagrees (-1) with six concepts, in the example of the manual.
MANUAL = [
    Counted(CLUB, "2", 1, 1), Counted(CLUB, "3", 1, 1), Counted(SENATE, "4", -1, 2), Counted(CLUB, "4", 1, 2),
    Counted(SENATE, "5", -1, 1), Counted(CLUB, "5", 1, 1), Counted(SENATE, "6", 1, 2), Counted(CLUB, "6", 1, 1),
]  # fmt: skip


@pytest.mark.parametrize(("aggregation", "weight"), [("congruence", 2), ("conflict", 5), ("subtract", -3)])
def test_the_example_of_the_manual(aggregation: str, weight: int) -> None:
    found = network_of(MANUAL, kind_of(aggregation=aggregation, normalization="none"))
    assert weights(found) == {(CLUB, SENATE): weight}


def test_the_example_of_the_manual_without_sides() -> None:
    sums = [each._replace(agreement=0) for each in MANUAL]
    assert weights(network_of(sums, kind_of(aggregation="ignore", normalization="none"))) == {(CLUB, SENATE): 7}


@pytest.mark.parametrize(
    ("normalization", "weight"),
    [
        ("average", Fraction(-3, 1) / Fraction(6 + 5, 2)),  # of 6 and 5 claims
        ("jaccard", Fraction(-3, (1 + 1 + 2 + 1) + (2 + 1) + 2)),  # of the club alone, of the senate alone, of both
        ("cosine", Fraction(-3, 6 * 5)),
    ],
)
def test_the_example_divided(normalization: str, weight: Fraction) -> None:
    assert weights(network_of(MANUAL, kind_of(normalization=normalization))) == {(CLUB, SENATE): float(weight)}


def test_two_modes_by_hand() -> None:
    sums = [Counted("A", "x", 1, 2), Counted("A", "x", -1, 3), Counted("A", "y", 1, 3), Counted("B", "x", -1, 3)]
    found = {
        (aggregation, normalization): weights(network_of(sums, kind_of("party", TWO, aggregation, normalization)))
        for aggregation, normalization in (("subtract", "none"), ("subtract", "activity"), ("subtract", "prominence"), ("combine", "none"))
    }
    assert found == {
        ("subtract", "none"): {("A", "x"): -1, ("A", "y"): 3, ("B", "x"): -3},
        ("subtract", "activity"): {("A", "x"): -1 / 8, ("A", "y"): 3 / 8, ("B", "x"): -1},
        ("subtract", "prominence"): {("A", "x"): -1 / 8, ("A", "y"): 1, ("B", "x"): -3 / 8},
        ("combine", "none"): {("A", "x"): 3, ("A", "y"): 1, ("B", "x"): 2},
    }


@pytest.mark.parametrize(
    ("duplicates", "number"), [("include", 3), ("document", 2), ("week", 2), ("month", 1), ("year", 1), ("across", 1)]
)
def test_duplicates_by_hand(duplicates: str, number: int) -> None:
    """Ayla agrees on fish twice in one document, and once in another one, two days and so a week later."""
    kind = kind_of("actor", TWO, duplicates=duplicates)
    assert {(each.row, each.topic): each.number for each in counted(TABLE, kind)[""]}["Ayla", "fish"] == number


@pytest.mark.parametrize("every", PERIODS)
def test_what_repeats_counts_in_its_first_period(every: str) -> None:
    found = counted(TABLE, kind_of("actor", TWO, duplicates="across", every=every))
    first = {"month": "2031-04", "quarter": "2031-Q2", "year": "2031"}[every]
    assert [period for period, sums in found.items() for each in sums if (each.row, each.topic) == ("Bela", "ice")] == [first]


def test_claims_without_a_day_are_in_no_period() -> None:
    undated = claim(11, "a9", "", "Dora", "DD", "fish", FOR)
    assert [each.row for each in counted([undated], kind_of("actor"))[""]] == ["Dora"]
    assert counted([undated], kind_of("actor", every="year")) == {}


def test_an_outlet_counts_for_what_it_reports_itself() -> None:
    reports = [
        claim(1, "a1", "2031-03-01", "Ayla", "AA", "fish", FOR),
        claim(2, "b1", "2031-03-01", "Ayla", "AA", "fish", FOR, leads=False, utterance="u1"),
        claim(3, "c1", "2031-03-01", "Ayla", "AA", "fish", FOR, leads=False, utterance="u1", report="a1"),
        claim(4, "d1", "2031-03-01", "Ayla", "AA", "fish", FOR, leads=False, is_own=False),
    ]
    assert [each.row for each in counted(reports, kind_of("outlet"))[""]] == ["outlet:a", "outlet:b"]
    assert [each.number for each in counted(reports, kind_of("party"))[""]] == [1]


def test_the_most_active_and_the_least_weight() -> None:
    kind = kind_of("actor", ONE, "ignore", "none", "include")
    everybody = made(kind)
    few = network_of(counted(TABLE, kind)[""], kind, most=2)
    assert (few.rows, few.left_out) == ({"Ayla": 4, "Bela": 3}, 2)
    assert weights(few) == {("Ayla", "Bela"): weights(everybody)["Ayla", "Bela"]} == {("Ayla", "Bela"): 5}
    strong = network_of(counted(TABLE, kind)[""], kind, minimum=3)
    assert weights(strong) == {ends: weight for ends, weight in weights(everybody).items() if weight >= 3}


def test_prominence_goes_by_all_rows() -> None:
    kind = kind_of("party", TWO, "ignore", "prominence", "include")
    sums = [Counted("A", "x", 0, 3), Counted("B", "x", 0, 1)]
    assert weights(network_of(sums, kind, most=1)) == {("A", "x"): 0.75}


def test_nothing() -> None:
    found = network_of([], kind_of())
    assert (found.rows, found.ties, found.claims) == ({}, (), 0)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"mode": "two", "aggregation": "congruence"}, "of mode two there are ignore, subtract, combine"),
        ({"mode": "one", "aggregation": "combine"}, "of mode one there are"),
        ({"mode": "two", "normalization": "jaccard"}, "of mode two there are none, activity, prominence"),
        ({"mode": "two", "aggregation": "combine", "normalization": "activity"}, "--normalization none"),
        ({"rows": "partie"}, "--of partie: there are actor, party, outlet"),
    ],
)
def test_what_does_not_go_together(words: dict[str, str], sentence: str) -> None:
    with pytest.raises(UnknownName, match=sentence):
        kind_of(**words)


def test_the_strongest_ties_leave_no_row_without_its_own() -> None:
    """A, B and C agree often on one matter; D and E agree once on another."""
    sums = [Counted(row, "fish", 1, 9) for row in "ABC"] + [Counted(row, "ice", 1, 1) for row in "CDE"]
    whole = network_of(sums, kind_of(normalization="none"))
    assert len(whole.ties) == 6 and whole.further == 0
    found = network_of(sums, kind_of(normalization="none"), strongest=4)
    assert [(tie.one, tie.other) for tie in found.ties] == [("A", "B"), ("A", "C"), ("C", "D"), ("C", "E")]
    assert found.further == 2 and set(found.ties) < set(whole.ties) and found.rows == whole.rows
    assert network_of(sums, kind_of(normalization="none"), strongest=6) == whole


def test_ties_below_the_least_weight_are_not_counted_as_further() -> None:
    sums = [Counted(row, "fish", 1, number) for row, number in (("A", 9), ("B", 8), ("C", 1))]
    found = network_of(sums, kind_of(normalization="none"), minimum=9, strongest=1)
    assert [(tie.one, tie.other) for tie in found.ties] == [("A", "B")] and found.further == 1
