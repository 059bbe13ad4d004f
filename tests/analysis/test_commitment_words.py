"""The words of commitments: every pattern and every matter finds its own example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from detente.resources.commitments import MATTERS, load_commitment_words, load_matters, load_terms
from detente.resources.load import DATA, load_tsv
from detente.text.fold import fold

LINE = re.compile(r"^(\w+) = '''.*''' # (.+)$", re.MULTILINE)
LANGUAGES = ("en", "ru", "zh")


def examples(language: str) -> list[tuple[str, str]]:
    """Return the patterns of a language that have an example."""
    text = (DATA / "languages" / language / "commitments.toml").read_text(encoding="utf-8")
    return LINE.findall(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_patterns_find_their_examples(language: str) -> None:
    words = load_commitment_words(language)
    assert [name for name, example in examples(language) if not words[name].search(fold(example))] == []
    assert len(examples(language)) > 15


def test_the_languages_have_the_same_patterns() -> None:
    names = [set(load_commitment_words(language)) - {"turn"} for language in LANGUAGES]
    assert names[0] == names[1] == names[2]
    assert all(load_terms(language).counts for language in LANGUAGES)


def test_matters_are_told_by_their_examples() -> None:
    matters = load_matters("en")
    rows = list(load_tsv(MATTERS, ("matter", "zh", "en", "ru", "example", "source")))
    assert [row["matter"] for row in rows if row["matter"] not in matters.told(row["example"], 0, len(row["example"]))] == []


@pytest.mark.parametrize(
    ("language", "text", "matter"),
    [("zh", "开放芒果进口", "fruit"), ("en", "the visas were issued", "visa"), ("ru", "получили визы", "visa"),
     ("ru", "груз из Самарканда", "place:Samarkand")],
)  # fmt: skip
def test_matters_are_known_in_each_language(language: str, text: str, matter: str) -> None:
    assert matter in set(load_matters(language).told(text, 0, len(text)))


def test_a_short_word_is_no_beginning_of_another() -> None:
    assert "car" not in set(load_matters("en").told("they care", 0, 9)) and "visa" not in set(load_matters("ru").told("визит", 0, 5))


def test_the_files_say_where_they_are_from() -> None:
    for path in (MATTERS, *(Path(DATA / "languages" / code / "commitments.toml") for code in LANGUAGES)):
        assert "# Source: " in path.read_text(encoding="utf-8")
