"""The analyzer: one word, one term, in whatever form and script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.index import asked_terms, find_hits, parse, phrases, terms
from detente.index.stems import apart, stem


def words(text: str) -> list[str]:
    return [term.text for term in terms(text)]


@pytest.mark.parametrize(
    ("forms", "others"),
    [
        ("посол посла послом послы послов", "после послать"),
        ("визит визиты визитами", "виза визах"),
        ("рынок рынка рынками", "рыночный"),
        ("заявил заявила заявивший заявить", "заявление"),
        ("Странд Странда Страндом", "странный"),
        ("ещё еще Ещё", "её"),
        ("sanction sanctions sanctioned", "sanctity"),
        ("meet met meetings", "metal"),
        ("crisis crises", "critical"),
        ("São SAO sao", "so"),
        ("import imports importing", "important importance"),
    ],
)
def test_forms_of_one_word_are_one_term_and_others_are_others(forms: str, others: str) -> None:
    one = {stem(word) for word in forms.split()} if "ё" not in forms else set(words(forms))
    assert len(one) == 1
    assert one.isdisjoint(words(others))


def test_initials_in_capitals_are_no_ordinary_words() -> None:
    assert words("US U.S. us WHO who") == ["us_", "us_", "us", "who_", "who"]
    assert [place.terms for place in asked_terms("US us")] == [("us_",), ("us", "us_")]


def test_both_scripts_are_one() -> None:
    assert words("雙方就修複關係達成共識") == words("双方就修复关系达成共识")
    assert words("\uff26\uff0d\uff11\uff16戰機") == words("F-16战机")


def test_every_character_begins_a_term() -> None:
    assert [term.text[0] for term in terms("俄美,会谈。")] == list("俄美会谈")


def test_irregular_forms_are_indexed_as_their_base() -> None:
    for form, base in (("met", "meet"), ("withdrew", "withdraw"), ("said", "say"), ("crises", "crisis"), ("women", "woman")):
        assert stem(form) == stem(base), form
    assert all(term == term.casefold() for term in apart().values())


@given(st.text())
def test_terms_stand_where_they_say_and_fit_every_index(text: str) -> None:
    found = terms(text)
    assert all(0 <= term.start < term.stop <= len(text) for term in found)
    assert [term.start for term in found] == sorted({term.start for term in found})
    assert all(character.isalnum() or character in "_\u3005\u3007" or character >= "\U00020000" for term in found for character in term.text)
    assert all(term.text for term in found)


@given(st.text(min_size=1, max_size=40))
def test_a_text_is_found_by_itself(text: str) -> None:
    asked = asked_terms(text)
    if asked and '"' not in text:
        found = words(text)
        firsts = [place.terms for place in asked]
        assert len(firsts) <= len(found)
        assert all(term.startswith(some) if asked[-1].begins else term in some for term, some in zip(found, firsts, strict=False))


def test_hits_are_spans_of_the_text_as_published() -> None:
    text = "俄羅斯外交部發言人說,俄方反對製裁。"
    asked = tuple(phrases(parse('制裁 OR "外交部发言人"')))
    assert [text[start:stop] for start, stop in find_hits(text, asked)] == ["外交部發言人", "製裁"]
