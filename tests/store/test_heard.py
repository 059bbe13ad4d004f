"""What a store knows of who is heard: sums that are kept are those that are made, and both are those of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import pytest

from detente.analysis.happenings import TYPES
from detente.analysis.relations import relations
from detente.api import map as map_of
from detente.api import read
from detente.pipeline import weigh_pairs
from detente.records import Claim, Reading
from detente.store import ANYTHING, Speaker, Store, Wanted
from detente.store.heard import IN, SAID, heard

from .conftest import source_of

NEWS = (
    ("2031-03-03", "Norway's foreign minister, Halvor Strand, said Norway rejects the fishing quota. "
     "He said Norway supports fresh talks on the fishing quota. Norway and Iceland will hold a meeting in Bergen on 9 March 2031."),
    ("2031-03-05", "Norway's foreign minister, Halvor Strand, told reporters that Norway rejects the fishing quota and opposes sanctions."),
    ("2031-03-10", "Norway and Iceland said they agreed on the fishing quota. Iceland's president, Birna Olsdottir, said Iceland opposes sanctions."),
    ("2032-03-01", "Iceland's president, Birna Olsdottir, said Iceland supports sanctions. An analyst, Jon Berg, said the fishing quota was too low. "
     "Snow fell on the harbour of the old town while the boats lay at their berths, and the market in the square was closed for the whole week. "
     "The ferry to the northern islands did not sail either; it waits for a calmer sea and for the spare part that a lorry brings from the south."),
)  # fmt: skip
COPY = 3  # the article that is kept twice, under another address
ALL = Wanted(since="0001")  # lets through what has a day, and is not kept


@pytest.fixture
def filled(store: Store, keep: Callable[..., list[str]]) -> Store:
    """Return a store with articles, one of them twice."""
    keep()
    for i, (day, words) in enumerate((*NEWS, NEWS[COPY])):
        reading = read(f"Talks {min(i, COPY)}\n\n{day}\n\n{words}\n", url=f"https://news{i}.example/a")
        assert isinstance(reading, Reading) and reading.positions
        store.write(reading, source_of(f"/news/said{i}.txt"), weigh_pairs(reading.statements))
    return store


KEY: dict[str, Callable[[Claim], str]] = {
    "actor": lambda claim: claim.actor_id, "party": lambda claim: claim.party, "topic": lambda claim: claim.topic, "outlet": lambda claim: claim.outlet or "",
}  # fmt: skip


@pytest.mark.parametrize("by", [*SAID, *(by for by in IN if by not in SAID)])
def test_sums_are_those_of_claims(filled: Store, by: tuple[str, ...]) -> None:
    said: dict[tuple[str, ...], set[str]] = defaultdict(set)
    reports: dict[tuple[str, ...], set[str]] = defaultdict(set)
    led = {claim.utterance for claim in filled.maps.claims() if claim.leads}
    for claim in filled.maps.claims():
        if claim.is_own and claim.report == claim.document_id:
            key = tuple(KEY[name](claim) for name in by)
            if all(key):
                said[key].add(claim.utterance)
                reports[key].add(claim.document_id)
    assert said and led
    kept = {each.keys: each for each in filled.maps.heard(by)}
    made = {each.keys: each for each in filled.maps.heard(by, ALL)}
    assert made == {key: (key, len(said[key]), len(reports[key])) for key in said}
    if by in SAID:
        assert {key: each.statements for key, each in kept.items()} == {key: each.statements for key, each in made.items()}
    if by in IN:
        assert {key: each.reports for key, each in kept.items()} == {key: each.reports for key, each in made.items()}


def test_the_most_heard_come_first_and_alone(filled: Store) -> None:
    everybody = filled.maps.heard(("actor",))
    numbers = [each.statements for each in everybody]
    assert numbers == sorted(numbers, reverse=True) and filled.maps.heard(("actor",), most=1) == everybody[:1]
    only = Wanted(speakers=(Speaker("", ("person:Halvor Strand",)),))
    assert [each.keys for each in filled.maps.heard(("actor", "party"), only)] == [("person:Halvor Strand", "NO")]
    assert {each.keys[0] for each in filled.maps.heard(("party", "topic"), Wanted(parties=("IS",)))} == {"IS"}


def test_removing_takes_out(filled: Store) -> None:
    filled.remove([f"/news/said{i}.txt" for i in range(len(NEWS) + 1)])
    assert not [each for each in filled.maps.heard(("actor",)) if "Birna Olsdottir" in each.keys[0]]
    with filled._reads() as connection:
        assert {each.keys[0] for each in heard(connection, ("actor",))} == {each.keys[0] for each in heard(connection, ("actor",), ALL)}


def test_first_and_last_day(filled: Store) -> None:
    found = filled.maps.first_and_last(["person:Birna Olsdottir", "person:nobody"])
    assert found == {"person:Birna Olsdottir": ("2031-03-10", "2032-03-01")}


def test_what_is_done_is_the_map(filled: Store) -> None:
    pair = ("IS", "NO")
    kept, made = filled.maps.done(pair), filled.maps.done(pair, Wanted(languages=("en",)))
    cells = {cell.topic: cell.relation for cell in map_of(filled.readings(), pair).cells if cell.relation != "mentioned"}
    assert {topic: found.relation for topic, found in relations(kept, pair).items()} == cells
    assert {topic: found.relation for topic, found in relations(made, pair).items()} == cells


def test_acts_of_a_party(filled: Store) -> None:
    kept = filled.maps.acts(Wanted(parties=("IS",)))
    assert kept == filled.maps.acts(Wanted(parties=("IS",), languages=("en",))) and sum(each.statements for each in kept) > 1
    assert filled.maps.acts(ANYTHING)


def test_what_is_recent_comes_from_the_latest_back(filled: Store) -> None:
    of_party = list(filled.maps.recent(Wanted(parties=("NO", "IS"))))
    of_speaker = list(filled.maps.recent(Wanted(speakers=(Speaker("", ("person:Birna Olsdottir",)),))))
    published = [each.published for each in of_party]
    assert published == sorted(published, reverse=True) and {each.party for each in of_party} == {"NO", "IS"}
    assert [each.day for each in of_speaker] == sorted((each.day for each in of_speaker), reverse=True)
    assert len({(each.document_id, each.statement, each.topic, each.party) for each in of_party}) == len(of_party)


def test_events_of_parties(filled: Store) -> None:
    found = filled.maps.happened(TYPES, ("IS",))
    assert found and all(told.event.type in TYPES for told in found)
    assert ("2031-03-09", "agreed") in {(told.event.date, told.event.status) for told in found}
    assert not filled.maps.happened(TYPES, ("IS",), Wanted(languages=("ru",))) and not filled.maps.happened(TYPES, ())
    assert not filled.maps.happened(TYPES, ("IS",), Wanted(outlets=("outlet:none",), countries=("CN",)))


def test_offices_in_time(filled: Store) -> None:
    (office,) = filled.maps.offices(("person:Birna Olsdottir",))
    assert len(filled.maps.naming(("person:Birna Olsdottir",), office)) >= office.reports > 0
    assert office[:3] == ("IS", ("office:president",), 2) and (office.first, office.last) == ("2031-03-10", "2032-03-01")


def test_citations(filled: Store) -> None:
    wanted = Wanted(speakers=(Speaker("", ("person:Birna Olsdottir",)),))
    first, last = filled.maps.cited(wanted, 1), filled.maps.cited(wanted, 1, latest=True)
    assert [each.document.published for each in (*first, *last)] == ["2031-03-10", "2032-03-01"]
    assert all(len(each.statements) == 1 for each in filled.maps.cited(wanted))
