"""Words that are looked for in one text: few of them one by one, and many in one pass, are found alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.text import match
from detente.text.match import Matcher, count_words, find_words

WORDS = st.lists(st.text("ab王", min_size=1, max_size=3), max_size=8)
TEXT = st.text("ab王", max_size=30)


@given(WORDS, TEXT)
def test_few_words_are_found_as_in_one_pass(words: list[str], text: str) -> None:
    assert find_words(words, text) == Matcher(words).find(text)


@given(WORDS, TEXT)
def test_few_words_are_counted_as_in_one_pass(words: list[str], text: str) -> None:
    few = count_words(words, text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(match, "FEW", -1)
        many = count_words([*words, "c"], text)
    assert all(few[word] == many[word] for word in words)
