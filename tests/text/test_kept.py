"""What is told of words is held for those that come often, and for no more of them than there may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from detente.index import stems
from detente.languages.base import load_language
from detente.languages.ru.known import forms
from detente.stages.statements.spaced import items
from detente.text.kept import MOST, Kept


def test_words_of_any_number_of_texts_are_held_up_to_a_bound() -> None:
    kept: Kept[str] = Kept(str, most=100)
    assert [kept[str(number)] for number in range(1000)] == list(map(str, range(1000)))
    assert len(kept) <= 100


def test_a_word_that_comes_often_is_told_once_among_others_that_do_not() -> None:
    told: Counter[str] = Counter()
    kept: Kept[None] = Kept(lambda word: told.update([word]), most=10)
    for number in range(1000):
        kept[f"{number}"]
        kept["said"]
    assert told["said"] == 1


def test_a_word_that_did_not_come_for_two_generations_is_forgotten() -> None:
    told: Counter[str] = Counter()
    kept: Kept[None] = Kept(lambda word: told.update([word]), most=10)
    for word in ("said", *map(str, range(20)), "said"):
        kept[word]
    assert told["said"] == 2


@pytest.mark.parametrize("held", [forms, lambda: items.LOWERED, lambda: items.CAPITAL], ids=["forms", "lowered", "capital"])
def test_what_reading_holds_of_words_is_bounded(held: Callable[[], Kept[object]]) -> None:
    words = held()
    for number in range(MOST + 1000):
        words[f"{number}"]
    assert len(words) <= MOST


def test_russian_is_looked_up_in_one_dictionary() -> None:
    word = "перечитываниями"  # of no other test: what was asked for before is held
    assert vars(load_language("ru"))["forms"] is forms()
    stems.stem(word)
    assert word in forms()
