"""English words: what is one word, and of which class."""

from __future__ import annotations

import pytest

from detente.languages import load_language
from detente.resources.verbs import load_verbs


def _classed(text: str) -> str:
    tokens = load_language("en").segment(text)
    return " ".join(f"{word}/{letter}" for word, letter in zip(tokens.words, tokens.classes, strict=True))


@pytest.mark.parametrize(
    ("text", "classed"),
    [
        ("Russian Foreign Minister", "Russian/S Foreign Minister/T"),
        ("Mr. Hale of the U.S. said.", "Mr./j Hale/k of/o the/d U.S./S said/c ./."),
        ("the report said so", "the/d report/x said/c so/B"),
        ("Norway's last call for talks", "Norway/S 's/e last/D call/x for/P talks/x"),
        ("They call for talks", "They/R call/c for/P talks/x"),
        ("It didn't say", "It/R didn't/v say/c"),
        ("on May 26 it may rain", "on/P May/D 26/m it/R may/v rain/x"),
        ("1,250 ships", "1,250/m ships/x"),
        ("both sides repeatedly agreed", "both sides/J repeatedly/a agreed/c"),
        ("''No,'' he said", "''/“ No/d ,/, ''/” he/R said/c"),
    ],
)
def test_words_and_their_classes(text: str, classed: str) -> None:
    assert _classed(text) == classed


def test_words_stand_where_the_text_has_them() -> None:
    text = "The Minister of Foreign Affairs (Oslo) didn’t answer — “yet”."
    tokens = load_language("en").segment(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.stops, strict=True)] == list(tokens.words)


def test_a_verb_of_two_words_comes_before_its_first() -> None:
    assert [form.lemma for form in load_verbs("en").forms["called"]] == ["call on", "call for", "call upon", "call"]
