"""What a pattern cannot do without: every text in which it is found has one of the words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.resources.heads import load_heads
from detente.text.sieve import Late, Sieve, needed

PATTERNS = (
    "war", "a|b", "ab?c", "ab*c", "(?:ab)+c", "a{2,3}b", "a{0,3}b", "[ab]c|d", "[^ab]c", r"[\w-]+c", r"\bab\b", "^ab$", r"a\.b",
    "(?=ab)a", "(?!ab)ac", "(?<!a)bc", "(?<=a)bc", "(?P<x>ab|c)d", "(?:a(?:b|c)?d|e)f", "a.b", "a??b", "ab{0,1}c", "(?:)ab",
    "(?:a|)b", "(?i)Ab|C", "(?i)(?-i:A)b", "(?:[abcdef][abcdef]a|b)c", "a{2}", "(?i:ab)c", "(a)b\\1", "a++b", "(?>ab)c",
    r"a\x62c", r"[a\x62]c", r"\u0061b", r"(a)(b)\2c", r"ab\.c", r"a\x5eb",
)  # fmt: skip


def _seen(pattern: re.Pattern[str], text: str) -> str:
    return text.lower() if pattern.flags & re.IGNORECASE else text


@given(pattern=st.sampled_from(PATTERNS), text=st.text("abcdefABC. ", max_size=8))
def test_a_text_without_the_words_has_no_match(pattern: str, text: str) -> None:
    compiled = re.compile(pattern)
    words = needed(compiled)
    assert words is None or any(word in _seen(compiled, text) for word in words) or not compiled.search(text)


@pytest.mark.parametrize("pattern", [*PATTERNS, "(?m)^ab$", "(?is)Ab.c", "(?x)a b"])
def test_a_pattern_that_is_compiled_late_needs_and_finds_the_same(pattern: str) -> None:
    late, compiled = Late(pattern), re.compile(pattern)
    assert needed(late) == needed(compiled)
    found = [(late.search(text), compiled.search(text)) for text in ("xabc", "ab", "d\nab\nc", "AB", "")]
    assert [a and a.span() for a, _ in found] == [b and b.span() for _, b in found]


@pytest.mark.parametrize("pattern", ["(?i:ab)c", "(?>ab)c", "(?P<x>a)(?P=x)"])
def test_what_is_not_understood_is_tried_everywhere(pattern: str) -> None:
    assert needed(re.compile(pattern)) is None
    assert Sieve([re.compile(pattern)]).left("") == [0]


@pytest.mark.parametrize("language", ["zh", "en", "ru"])
def test_every_head_needs_words(language: str) -> None:
    heads = load_heads(language)
    assert all(needed(head.pattern) for head in (*heads.cued, *heads.results, *heads.rows, *heads.last))
