"""Who is one actor in several documents: pairs of names, groups of them, and what holds of all."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.records import Joined
from detente.stages.world import Person, join_people

HERE = Path(__file__).parent
FEW = settings(max_examples=60, deadline=None, derandomize=True)


def _person(name: str, party: str = "NO", office: str = "", document: str = "", *, known: bool = False) -> Person:
    document = document or f"document:{name}"
    return Person(f"person:{name}", (name,), party or None, frozenset(office.split()), frozenset([document]), known)


def _rows(file: str) -> list[list[str]]:
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _pair(row: list[str]) -> tuple[Person, Person]:
    return _person(*row[:3], "document:1"), _person(*row[3:], "document:2")


def _members(joined: tuple[Joined, ...]) -> list[set[str]]:
    return [{member.removeprefix("person:") for member in each.members} for each in joined]


SAME, DIFFERENT = _rows("same.tsv"), _rows("different.tsv")
PEOPLE = [
    _person(name, party or "XX", office, f"document:{number % 7}")
    for number, row in enumerate(SAME + DIFFERENT)
    for name, party, office in (row[:3], row[3:])
]


@pytest.mark.parametrize("row", SAME, ids=lambda row: f"{row[0]}-{row[3]}")
def test_one_person_in_two_documents_is_joined(row: list[str]) -> None:
    (joined,) = join_people(_pair(row))
    assert set(joined.members) == {person.actor_id for person in _pair(row)}


@pytest.mark.parametrize("row", DIFFERENT, ids=lambda row: f"{row[0]}-{row[3]}")
def test_two_people_are_not_joined(row: list[str]) -> None:
    assert join_people(_pair(row)) == ()


def test_three_languages_make_one_actor() -> None:
    names = ("Halvor Strand", "Халвор Странд", "\u54c8\u5c14\u6c83\xb7\u65af\u7279\u5170\u5fb7")
    (joined,) = join_people(map(_person, names))
    assert joined.actor_id == "person:Halvor Strand"
    assert joined.names == dict(zip(("en", "ru", "zh"), names, strict=True))
    assert (joined.method, joined.score) == ("full-name", 0.9)


def test_a_family_name_joins_within_an_office_and_is_less_sure() -> None:
    office = "office:foreign-minister"
    (joined,) = join_people((_person("Halvor Strand", office=office), _person("Странд", office=office)))
    assert (joined.method, joined.score) == ("family-name", 0.7)


def test_a_name_that_fits_two_people_joins_neither() -> None:
    office = "office:spokesperson"
    brothers = (_person("Halvor Strand", office=office), _person("Einar Strand", office=office))
    assert join_people((*brothers, _person("Странд", office=office))) == ()


def test_two_people_of_one_document_are_never_joined() -> None:
    assert join_people((_person("Halvor Strand", document="a"), _person("Халвор Странд", document="a"))) == ()


def test_a_known_person_keeps_the_known_id() -> None:
    listed = _person("Zoltan Kerekes", "HU", known=True)
    (joined,) = join_people((_person("Золтан Керекеш", "HU"), listed))
    assert joined.actor_id == listed.actor_id


def test_two_known_people_are_two() -> None:
    assert join_people((_person("Anna Berg", known=True), _person("Анна Берг", known=True))) == ()


@FEW
@given(st.lists(st.sampled_from(PEOPLE), max_size=24, unique_by=lambda person: person.actor_id), st.randoms())
def test_joining_does_not_depend_on_the_order(people: list[Person], random: Random) -> None:
    shuffled = list(people)
    random.shuffle(shuffled)
    assert join_people(people) == join_people(shuffled)


@FEW
@given(st.lists(st.sampled_from(PEOPLE), max_size=24, unique_by=lambda person: person.actor_id))
def test_who_is_joined_is_of_one_party_and_of_different_documents(people: list[Person]) -> None:
    by_id = {person.actor_id: person for person in people}
    seen: set[str] = set()
    for joined in join_people(people):
        members = [by_id[member] for member in joined.members]
        documents = [document for member in members for document in member.documents]
        assert len(members) > 1 and len({member.party for member in members}) == 1
        assert len(documents) == len(set(documents))
        assert seen.isdisjoint(joined.members)
        seen.update(joined.members)


@FEW
@given(st.lists(st.text(max_size=8), max_size=8, unique=True))
def test_any_text_may_be_a_name(names: list[str]) -> None:
    assert isinstance(join_people(map(_person, names)), tuple)
