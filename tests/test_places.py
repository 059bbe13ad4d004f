"""The table of places: three languages in each row, one state for each name, none that names something else."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from detente.languages import load_language, place_at, state_of_place
from detente.resources.gazetteer import load_gazetteer
from detente.resources.load import load_tsv, split
from detente.resources.places import FILE, KINDS
from detente.text.fold import fold

LANGUAGES = ("zh", "en", "ru")
COLUMNS = ("state", "kind", "zh_names", "en_names", "ru_names", "ru_adjectives", "example", "source")
ROWS = tuple(load_tsv(FILE, COLUMNS))


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset(name.lower() for name in load_gazetteer(language).entries)


def test_a_place_has_a_state_a_kind_and_three_languages() -> None:
    states = {row["id"] for row in load_tsv(FILE.with_name("states.tsv"), ("id",))}
    lacking = [row for row in ROWS if row["state"] not in states or row["kind"] not in KINDS]
    lacking += [row for row in ROWS if not all(row[name] for name in COLUMNS if name != "ru_adjectives")]
    assert lacking == []


def test_all_kinds_have_places() -> None:
    assert len(ROWS) > 800
    assert {row["kind"] for row in ROWS} == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_is_something_else(language: str) -> None:
    names = [name for row in ROWS for name in split(row[f"{language}_names"]) + split(row.get(f"{language}_adjectives", ""))]
    assert [name for name in names if name.lower() in _known(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_of_one_state(language: str) -> None:
    states: defaultdict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        for name in split(row[f"{language}_names"]) + split(row.get(f"{language}_adjectives", "")):
            states[name].add(row["state"])
    assert [name for name, of in states.items() if len(of) > 1] == []


def test_names_are_written_as_texts_are_folded() -> None:
    assert [name for row in ROWS for name in split(row["zh_names"]) if fold(name) != name] == []


def test_an_example_names_its_place() -> None:
    examples = [row["example"].split(" ") for row in ROWS]
    english = load_language("en")
    assert [words for words in examples if not any(place_at(words, i, english) for i in range(len(words)))] == []


@pytest.mark.parametrize(
    ("language", "words", "letters", "state"),
    [
        ("en", "the mayor of Lagos", "dTok", "NG"),
        ("en", "Sindh chief minister", "kTT", "PK"),
        ("en", "residents of Karachi", "xok", None),
        ("en", "consul in Karachi", "TPk", None),
        ("en", "Geneva talks spokesman", "kxT", None),
        ("ru", "власти западный Бенгалия", "Tjp", "IN"),
        ("ru", "калининградский губернатор", "jT", "RU"),
        ("ru", "консул в Карачи", "TPp", None),
        ("zh", "柔佛州 行政 议员", "nnT", "MY"),
        ("zh", "果 阿 邦 首席 部长", "nnnnT", "IN"),
        ("zh", "驻 孟买 官员", "jnh", None),
    ],
)
def test_an_office_of_a_place_is_of_its_state(language: str, words: str, letters: str, state: str | None) -> None:
    assert state_of_place(words.split(" "), letters, load_language(language)) == state
