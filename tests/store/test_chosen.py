"""What filters let through: documents with their statements, as a search finds them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.records import Reading
from detente.store import Speaker, Store, Wanted


@pytest.fixture(autouse=True)
def kept(keep: Callable[..., list[str]]) -> None:
    """Keep the readings in the store."""
    keep()


def _said(store: Store, wanted: Wanted) -> set[tuple[str, str]]:
    return {
        (each.sources[0], each.reading.statements[place].id) for each in store.maps.chosen(wanted) for place in each.statements
    }


def test_nothing_asked_lets_everything_through(store: Store, readings: dict[str, Reading]) -> None:
    found = list(store.maps.chosen())
    assert [each.sources[0] for each in found] == ["/news/old/c.txt", "/news/a.txt", "/news/b.txt"]
    assert all(len(each.statements) == len(each.reading.statements) for each in found)
    assert [each.report for each in found] == [each.reading.document.id for each in found]
    assert {each.reading.document.id for each in found} == {reading.document.id for reading in readings.values()}


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(parties=("US", "NO")),
        Wanted(speakers=(Speaker("Halvor Strand"),)),
        Wanted(speakers=(Speaker("", ("person:Halvor Strand",)),)),
        Wanted(topics=("transport",)),
        Wanted(acts=("COOPERATE",), languages=("ru",)),
        Wanted(since="2031-03-03", until="2031-03-03"),
        Wanted(since="2031", parties=("IS",)),
        Wanted(until="2030"),
        Wanted(countries=("CN",)),
        Wanted(languages=("en", "ru"), parties=("US",)),
    ],
)
def test_filters_let_through_what_a_search_finds(store: Store, wanted: Wanted, readings: dict[str, Reading]) -> None:
    words = "俄方 OR 美方 OR norway OR iceland OR армения OR обвинения OR discuss"
    found = {(hit.source, hit.statement_id) for hit in store.search(words, wanted._replace(within="statements"), limit=0).hits}
    assert _said(store, wanted) == found
    assert found or wanted.countries == () and "US" in wanted.parties


def test_a_document_of_the_days_asked_for_needs_no_statement(store: Store) -> None:
    found = list(store.maps.chosen(Wanted(since="2031-03-04", until="2031-03-04")))
    assert [(each.sources[0], len(each.statements)) for each in found] == [("/news/a.txt", 1)]
    assert list(store.maps.chosen(Wanted(since="2031-03-05", until="2031-03-06"))) == []


def test_claims_are_of_the_same_speakers(store: Store) -> None:
    wanted = store.maps.with_ids(Wanted(speakers=(Speaker("Halvor Strand"),)))
    said = {key for _, key in _said(store, wanted)}
    assert {claim.statement_id for claim in store.maps.claims(wanted)} <= said != set()
    assert store.maps.with_ids(Wanted(speakers=(Speaker("Nobody Here"),))).speakers == (Speaker("", ()),)


@pytest.mark.parametrize("speaker", [Speaker(""), Speaker("?"), Speaker("Nobody Whom We Know")])
def test_a_speaker_whom_nothing_names_is_not_found(store: Store, speaker: Speaker) -> None:
    assert store.search("norway OR 俄方", Wanted(speakers=(speaker,))).hits == ()
    assert store.maps.with_ids(Wanted(speakers=(speaker,))).speakers == (Speaker("", ()),)
    assert _said(store, store.maps.with_ids(Wanted(speakers=(speaker,)))) == set()
