"""Sentences that teach topics have known topics, stand once, and take nothing over from the articles that measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.resources.codebook import load_codebook
from detente.resources.load import load_tsv
from detente.text.fold import fold, simplified

TESTS = Path(__file__).parent
FILES = sorted((TESTS / "tellings").glob("*/*.tsv"))
WORDS, CHARACTERS = 7, 12  # so many side by side are no chance


def _rows(file: Path) -> list[dict[str, str]]:
    return list(load_tsv(file, ("text", "topics")))


def _runs(text: str, language: str) -> Iterator[str]:
    """The stretches of a text that would be taken over where they stood in another."""
    folded = fold(text).lower()
    if language == "zh":
        signs = "".join(filter(str.isalnum, simplified(folded)))
        yield from (signs[i : i + CHARACTERS] for i in range(len(signs) - CHARACTERS + 1))
    else:
        words = "".join(c if c.isalnum() else " " for c in folded).split()
        yield from (" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_topics_are_those_of_the_codebook(file: Path) -> None:
    known = {topic.id for topic in load_codebook().topics}
    assert not {topic for row in _rows(file) for topic in row["topics"].split()} - known


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_no_sentence_stands_twice(language: str) -> None:
    told = Counter(row["text"] for file in FILES if file.parent.name == language for row in _rows(file))
    assert [text for text, number in told.items() if number > 1] == []


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_no_sentence_is_taken_from_the_gold(language: str) -> None:
    articles = sorted((TESTS / "gold" / language).glob("*/*.txt"))
    measured = {run for article in articles for run in _runs(article.read_text(encoding="utf-8"), language)}
    told = (row["text"] for file in FILES if file.parent.name == language for row in _rows(file))
    assert [text for text in told if not measured.isdisjoint(_runs(text, language))] == []
