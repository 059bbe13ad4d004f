"""Meetings in a store, on both databases: the same as in the readings that it keeps."""

from __future__ import annotations

import pytest
from accounts import MEETINGS, readings_of  # the scorer

import detente
from detente.analysis.accounts import told_in
from detente.desk.accounts import filters_of, meetings
from detente.desk.corpus import Corpus
from detente.records import Reading
from detente.stages.maps import weigh_pairs
from detente.store import Meetings, Source, Store


@pytest.fixture(scope="module")
def reports() -> tuple[Reading, ...]:
    """Return the reports of two meetings, in three languages."""
    return readings_of(MEETINGS / "putrajaya") + readings_of(MEETINGS / "sapporo")


@pytest.fixture
def filled(store: Store, reports: tuple[Reading, ...]) -> Store:
    """Return a store that keeps them."""
    for number, reading in enumerate(reports):
        store.write(reading, Source(f"/news/{number}.txt", str(number)), weigh_pairs(reading.statements))
    return store


def test_a_store_tells_the_meetings_of_its_readings(filled: Store, reports: tuple[Reading, ...]) -> None:
    told = {each for reading in reports for each in told_in(reading)}
    assert set(filled.maps.mentioned()) == told
    assert set(filled.maps.mentioned(Meetings(("RU",)))) == {each for each in told if "RU" in each.parties}
    assert set(filled.maps.mentioned(between=[("JP", "RU")])) == {each for each in told if each.parties == ("JP", "RU")}


def test_accounts_in_a_store_are_those_of_its_readings(filled: Store, reports: tuple[Reading, ...]) -> None:
    assert meetings(filled).in_words() == meetings(reports).in_words()
    kept, given = (detente.compare(source, "Sapporo meeting") for source in (filled, reports))
    assert kept.rows == given.rows == detente.compare(Corpus(filled), "Sapporo meeting").rows
    assert [row | {"path": ""} for row in kept.to_rows()] == [row | {"path": ""} for row in given.to_rows()]
    assert kept._repr_html_() == given._repr_html_() and "<td" in kept._repr_html_()


def test_filters_choose_meetings_and_reports(filled: Store) -> None:
    assert {each.parties for each in meetings(filled, filters_of(["RU", "JP"])).meetings} == {("JP", "RU")}
    assert {each.parties for each in meetings(filled, filters_of(until="2030")).meetings} == {("MY", "SG")}
    assert {each.parties for each in meetings(filled, filters_of(countries=["JP"])).meetings} == {("JP", "RU")}
    assert [len(each.accounts) for each in meetings(filled, filters_of(outlets=["New Straits Times"])).meetings] == [1]
    assert {each.parties for each in meetings(filled, filters_of(languages=["ru"])).meetings} == {("JP", "RU")}
