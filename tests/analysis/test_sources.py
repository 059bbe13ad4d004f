"""Sources by rows worked out by hand: who relays whom, on whom a record rests, what a press leaves out."""

from __future__ import annotations

import pytest

from detente.analysis.sources_coverage import covered
from detente.analysis.sources_graph import depths, passed, relaying
from detente.analysis.sources_shares import origin, resting
from detente.records import Came, Claim, Relay, Speaker

HOMES = {"outlet:north": "NN", "outlet:star": "NN", "outlet:south": "SS", "outlet:far": "FF"}


def claim(number: int, utterance: str, party: str, outlet: str | None, via: tuple[str, ...] = (), **more: object) -> Claim:
    """Return a claim of an invented party in a document of its own."""
    values: dict[str, object] = {"topic": "fish", "is_own": True, "report": f"d{number}"} | more
    return Claim(
        f"s{number}", f"d{number}", str(values["report"]), utterance, "2031-03-01", f"state:{party}", party, party, (party,),
        str(values["topic"]), None, 1.0, None, bool(values["is_own"]), True, via, outlet, "en",
    )  # fmt: skip


# NN: u1 comes from Star (through North), u2 from North and from South, u3 from nobody who is named, u4 from Harbour, of no
# known country; the copy and the word of others do not count. So North has 1/2, South 1/2, Star 1, Harbour 1, of 3.
ROWS = (
    claim(1, "u1", "NN", "outlet:north", ("person:x", "outlet:star", "person:y")),
    claim(2, "u2", "NN", "outlet:north"),
    claim(3, "u2", "NN", "outlet:south"),
    claim(4, "u2", "NN", "outlet:far", report="d3"),
    claim(5, "u3", "NN", None),
    claim(6, "u4", "NN", "outlet:Harbour"),
    claim(7, "u5", "NN", "outlet:south", is_own=False),
    claim(8, "u6", "SS", "outlet:south"),
    claim(9, "u7", "SS", "outlet:south", topic="ice"),
    claim(10, "u8", "SS", "outlet:far", topic="tea"),
)


def test_origin_is_the_farthest_outlet() -> None:
    assert [origin(each) for each in ROWS[:2]] == ["outlet:star", "outlet:north"]
    assert origin(ROWS[4]) == ""


def test_what_a_record_rests_on() -> None:
    north, south = resting(ROWS, HOMES)
    assert (north.party, north.statements, north.unknown, north.homeless) == ("NN", 4, 1, 2)
    assert [(each.source, each.number, round(each.share, 4)) for each in north.outlets] == [
        ("outlet:Harbour", 1.0, 0.3333), ("outlet:star", 1.0, 0.3333), ("outlet:north", 0.5, 0.1667), ("outlet:south", 0.5, 0.1667),
    ]  # fmt: skip
    assert north.concentration == pytest.approx(10 / 36)
    assert [(each.source, each.number, each.share) for each in north.countries] == [("NN", 1.5, 0.75), ("SS", 0.5, 0.25)]
    assert north.concentration_of_countries == pytest.approx(0.625)
    assert [each.statements for each in north.countries] == [("s1", "s2"), ("s3",)]
    assert (south.party, south.statements, [each.number for each in south.outlets]) == ("SS", 3, [2.0, 1.0])


def test_nothing_known_is_no_concentration() -> None:
    (told,) = resting([claim(1, "u1", "NN", None)], HOMES)
    assert (told.outlets, told.unknown, told.concentration) == ((), 1, 0)
    assert resting([], HOMES) == ()


def test_what_a_press_leaves_out() -> None:
    rows = {(row.topic, row.party): row for row in covered(ROWS, ("NN", "SS"), HOMES)}
    north = rows["fish", "NN"]
    assert (north.first, north.second, north.both, north.elsewhere) == (("u1",), (), ("u2",), ("u3", "u4"))
    assert (north.left_out_by, north.total) == (None, 4)
    assert north.statements == ("s1", "s2", "s3", "s4", "s5", "s6")
    assert (rows["fish", "SS"].second, rows["fish", "SS"].left_out_by) == (("u6",), "NN")
    assert (rows["tea", "SS"].elsewhere, rows["tea", "SS"].left_out_by) == (("u8",), None)


def test_rows_that_are_left_out_come_first() -> None:
    rows = covered(ROWS, ("NN", "SS"), HOMES)
    assert [(row.topic, row.party) for row in rows] == [("fish", "SS"), ("ice", "SS"), ("fish", "NN"), ("tea", "SS")]


def came(outlet: str | None, number: int, speaker: tuple[str, str | None] | None, *hops: tuple[str, ...]) -> Came:
    """Return through whom a statement of an invented speaker came."""
    who = Speaker(0, 1, speaker[0], speaker[0], speaker[1]) if speaker else None
    via = tuple(tuple(Relay(each, each, 0, 1) for each in hop) for hop in hops)
    return Came(f"s{number}", "d", outlet, who, via)


CHAINS = (
    passed(came("outlet:north", 1, ("person:a", "NN"), ("outlet:star", "outlet:far"), ("outlet:south",))),
    passed(came("outlet:north", 2, ("person:a", "NN"), ("outlet:star",))),
    passed(came("outlet:star", 3, ("outlet:star", None), ("outlet:star",))),
    passed(came(None, 4, ("person:c", None), ("person:b",))._replace(goes_by={"person:b": "person:bb"})),
    passed(came("outlet:north", 5, ("joint:a", "NN+SS"))),
    passed(came(None, 6, None)),
)
NORTH, STAR, FAR, SOUTH = (("outlet", f"outlet:{name}") for name in ("north", "star", "far", "south"))


def test_who_relays_whom() -> None:
    told = {(each.one, each.other): each.statements for each in relaying(CHAINS)}
    assert told == {
        (NORTH, STAR): ("s1", "s2"), (NORTH, FAR): ("s1",), (STAR, SOUTH): ("s1",), (FAR, SOUTH): ("s1",),
        (SOUTH, ("party", "NN")): ("s1",), (STAR, ("party", "NN")): ("s2",), (("speaker", "person:bb"), ("speaker", "person:c")): ("s4",),
        (NORTH, ("party", "NN")): ("s5",), (NORTH, ("party", "SS")): ("s5",),
    }  # fmt: skip
    assert relaying(CHAINS)[0].number == 2


def test_an_outlet_that_speaks_itself_is_told_once() -> None:
    assert CHAINS[2].hops == ((STAR,),)


def test_how_deep_chains_are() -> None:
    assert {depth: len(ids) for depth, ids in depths(CHAINS).items()} == {0: 2, 1: 2, 2: 1, 3: 1}
    assert sorted(key for ids in depths(CHAINS).values() for key in ids) == sorted(chain.statement_id for chain in CHAINS)
