"""Who is one actor in several documents: pairs of names, groups of them, and what holds of all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.records import Joined
from detente.stages.world import Person, join_people

HERE = Path(__file__).parent
FEW = settings(max_examples=60, deadline=None, derandomize=True)


def _person(name: str, party: str, office: str, document: str) -> Person:
    return Person(f"person:{name}", (name,), party or None, frozenset(office.split()), frozenset([document]), False)


def _rows(file: str) -> list[list[str]]:
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _pair(row: list[str]) -> tuple[Person, Person]:
    return _person(*row[:3], "document:1"), _person(*row[3:], "document:2")


SAME, DIFFERENT = _rows("same.tsv"), _rows("different.tsv")


@pytest.mark.parametrize("row", SAME, ids=lambda row: f"{row[0]}-{row[3]}")
def test_one_person_in_two_documents_is_joined(row: list[str]) -> None:
    (joined,) = join_people(_pair(row))
    assert set(joined.members) == {person.actor_id for person in _pair(row)}


@pytest.mark.parametrize("row", DIFFERENT, ids=lambda row: f"{row[0]}-{row[3]}")
def test_two_people_are_not_joined(row: list[str]) -> None:
    assert join_people(_pair(row)) == ()
