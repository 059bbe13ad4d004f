"""The sums of networks that a store reckons are those of its claims."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from detente.analysis.counting import counted
from detente.analysis.kinds import DUPLICATES, PERIODS, ROWS, kind_of
from detente.api import read
from detente.pipeline import weigh_pairs
from detente.records import Reading
from detente.store import Speaker, Store, Wanted
from detente.store.ties import Tied

from .conftest import source_of

SAID = (
    ("2031-03-03", "Norway's foreign minister, Halvor Strand, said Norway rejects the fishing quota. "
     "He said Norway supports fresh talks on the fishing quota."),
    ("2031-03-08", "Norway's foreign minister, Halvor Strand, said Norway rejects the fishing quota of the season."),
    ("2031-03-10", "Norway and Iceland said they agreed on the fishing quota. Iceland's president, Birna Olsdottir, said Iceland opposes sanctions."),
    ("2031-06-30", "Norway's foreign minister, Halvor Strand, said Norway again rejects a fishing quota."),
    ("2032-03-01", "Iceland's president, Birna Olsdottir, said Iceland supports sanctions."),
)  # fmt: skip


@pytest.fixture
def filled(store: Store, keep: Callable[..., list[str]]) -> Store:
    """Return a store with articles in which people repeat themselves."""
    keep()
    for i, (day, words) in enumerate(SAID):
        reading = read(f"Talks {i}\n\n{day}\n\n{words}\n")
        assert isinstance(reading, Reading) and reading.positions
        store.write(reading, source_of(f"/news/said{i}.txt"), weigh_pairs(reading.statements))
    return store


def test_sums_are_those_of_claims(filled: Store) -> None:
    claims = tuple(filled.maps.claims())
    for rows, aggregation, duplicates, every in itertools.product(ROWS, ("ignore", "subtract"), DUPLICATES, ("", *PERIODS)):
        kind = kind_of(rows, "one", aggregation, "none", duplicates, every)
        expected = [(period, *each) for period, found in counted(claims, kind).items() for each in found]
        found = filled.maps.ties(Tied(rows, kind.tells_sides, duplicates, every))
        assert sorted(found) == sorted(expected), kind


def test_only_some_statements_count_however_many(filled: Store) -> None:
    claims = [claim for claim in filled.maps.claims() if claim.act == "REJECT"]
    some = frozenset(claim.statement_id for claim in claims)
    more = some | {f"statement:none{number}" for number in range(70_000)}
    for duplicates in ("include", "document"):
        found = filled.maps.ties(Tied("actor", True, duplicates), Wanted(statement_ids=more))
        assert found == filled.maps.ties(Tied("actor", True, duplicates), Wanted(statement_ids=some))
        assert sum(row[-1] for row in found)
    assert {claim.statement_id for claim in filled.maps.claims(Wanted(statement_ids=more))} == some


@pytest.mark.parametrize(
    "wanted",
    [Wanted(parties=("IS",), since="2031-03", until="2032", languages=("en",)), Wanted(acts=("REJECT", "unknown"), topics=("fisheries",)),
     Wanted(outlets=("outlet:none",)), Wanted(countries=("CN",))],
)  # fmt: skip
def test_filters_hold(filled: Store, wanted: Wanted) -> None:
    expected = counted(filled.maps.claims(wanted), kind_of("actor", "two", duplicates="week")).get("", [])
    assert [row[1:] for row in filled.maps.ties(Tied("actor", True, "week"), wanted)] == [tuple(each) for each in expected]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [("party", Wanted(parties=("IS", "RU"), topics=("fisheries", "sanctions"))), ("outlet", Wanted(topics=("arms-control",))),
     ("actor", Wanted(speakers=(Speaker("", ("state:IS",)),))), ("actor", Wanted(parties=("NO",))), ("outlet", Wanted(since="2031"))],
)  # fmt: skip
@pytest.mark.parametrize("aggregation", ["ignore", "subtract"])
def test_sums_that_are_kept(filled: Store, rows: str, wanted: Wanted, aggregation: str) -> None:
    kind = kind_of(rows, aggregation=aggregation)
    expected = counted(filled.maps.claims(wanted), kind).get("", [])
    assert sorted(filled.maps.ties(Tied(rows, kind.tells_sides, "document"), wanted)) == [("", *each) for each in expected]


def test_sums_follow_what_is_removed(filled: Store) -> None:
    filled.remove(["/news/said0.txt", "/news/said2.txt", "/news/a.txt"])
    expected = counted(filled.maps.claims(), kind_of("actor"))[""]
    assert sorted(filled.maps.ties(Tied("actor", True, "document"))) == [("", *each) for each in expected]


def test_the_statements_behind_a_tie(filled: Store) -> None:
    told = Tied("party", True, "document")
    found = list(filled.maps.behind(told, ("NO", "IS"), ("fisheries",)))
    claims = {(c.party, c.statement_id) for c in filled.maps.claims(Wanted(topics=("fisheries",))) if c.leads and c.agreement}
    assert {(each.row, each.reading.statements[0].id) for each in found} == claims and len(found) == len(claims)
    assert list(filled.maps.behind(told, ("NO", "IS"), ("fisheries",), most=1)) == found[:1]


def test_what_repeats_counts_less(filled: Store) -> None:
    totals = [sum(row[-1] for row in filled.maps.ties(Tied("party", True, each))) for each in DUPLICATES]
    assert len(set(totals)) >= 4 and totals == sorted(totals, reverse=True)
