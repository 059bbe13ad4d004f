"""Russian words: names in any case, cases of subjects, dictionary forms, parties of adjectives and capitals."""

from __future__ import annotations

from functools import cache

import pytest

from detente.languages import load_language
from detente.records import Tokens
from detente.resources.tongues import tell_language
from detente.text.fold import fold
from detente.text.lemmas import LemmaMatcher


@cache
def tokens(text: str) -> Tokens:
    return load_language("ru").segment(fold(text))


def words(text: str, letter: str) -> list[str]:
    found = tokens(text)
    return [word for word, c in zip(found.words, found.classes, strict=True) if c == letter]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Он встретился с Сергеем Ворониным.", "Сергей Воронин"),
        ("Об этом рассказали Марии Стрельцовой.", "Мария Стрельцова"),
        ("Слово дали Петру Ильичу Седову.", "Петр Ильич Седов"),
        ("Ответ подписал И. П. Седов.", "И. П. Седов"),
        ("Его сменил Ян Новотный.", "Ян Новотный"),
        ("С ним говорил глава МИД Хакан Йылдыз.", "Хакан Йылдыз"),
    ],
)
def test_a_name_is_one_word_in_the_nominative(text: str, name: str) -> None:
    assert words(text, "K") == [name]


def test_two_names_in_different_cases_are_two() -> None:
    assert words("Письмо Сергею Воронину Иван Седов отправил сам.", "K") == ["Сергей Воронин", "Иван Седов"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("переговоры с Россией", "Россия"),
        ("отношения с США", "США"),
        ("российский президент", "российский"),
        ("американская сторона", "американский"),
        ("жители Германии", "Германия"),
        ("с Саудовской Аравией", "Саудовская Аравия"),
    ],
)
def test_a_state_is_known_in_any_case_and_by_its_adjective(text: str, state: str) -> None:
    assert words(text, "S") == [state]
    assert load_language("ru").gazetteer.entries[state].kind == "state"


def test_a_seat_and_a_ministry_stand_for_their_state() -> None:
    entries = load_language("ru").gazetteer.entries
    assert words("заявили в Вашингтоне", "M") == ["Вашингтон"]
    assert words("источник в МИД Турции", "Y") == ["МИД Турции"]
    assert (entries["Вашингтон"].party, entries["МИД Турции"].party) == ("US", "TR")


def test_an_office_of_several_words_is_one() -> None:
    assert words("министра иностранных дел и пресс-секретаря президента", "T") == [
        "министр иностранных дел", "пресс-секретарь президента",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "case"),
    [("министр", "n"), ("договор", "b"), ("министра", "g"), ("министру", "d"), ("министром", "o"), ("министры", "p")],
)
def test_case_tells_what_may_be_a_subject(word: str, case: str) -> None:
    assert tokens(word).cases == case


@pytest.mark.parametrize(
    ("word", "agreement"),
    [("заявил", "m"), ("заявила", "w"), ("заявили", "p"), ("заявляет", "s"), ("заявляю", "1"), ("заявить", "i"), ("заявив", "d")],
)
def test_a_verb_tells_the_subject_that_agrees(word: str, agreement: str) -> None:
    assert tokens(word).cases == agreement


def test_verbs_of_several_words_and_short_forms_are_cues() -> None:
    assert words("Он дал понять, что согласен.", "c") == ["дать понять", "согласен"]


def test_terms_are_found_by_dictionary_forms() -> None:
    russian = load_language("ru")
    matcher = LemmaMatcher(["право человек"])
    text = "Он говорил о правах человека."
    lemmas = russian.lemmatise(text)
    assert lemmas is not None
    assert [text[start:stop] for _, start, stop in matcher.matches(lemmas)] == ["правах человека"]


def test_folding_keeps_places() -> None:
    text = "Ещё „мёд“ и «ёлка» — \"да\"."
    assert len(fold(text)) == len(text)
    assert fold(text) == "Еще “мед” и “елка” — “да”."


def test_ukrainian_is_told_from_russian() -> None:
    assert tell_language("Міністр заявив, що переговори тривають.") == "uk"
    assert tell_language("Министр заявил, что переговоры идут; это объявил он.") == "ru"
