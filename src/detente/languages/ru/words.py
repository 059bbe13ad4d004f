"""Words of a Russian text with what is known of them, and phrases of several words as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

PLURALS = {"n": "p", "b": "q", "N": "P", "B": "Q"}


class Phrase(NamedTuple):
    """A name or another expression: dictionary form and spelling of each word, the name itself, its class letter."""

    words: tuple[tuple[str, str], ...]
    name: str
    letter: str


class Word(NamedTuple):
    """A word as written: its dictionary form, class letter and case, and the phrases that it may open."""

    lemma: str
    letter: str
    case: str
    lemmas: tuple[str, ...]
    names: str
    gender: str
    plural: bool
    named: bool
    phrases: tuple[Phrase, ...]


class Row(NamedTuple):
    """A token; `word` is there where it is one word as written."""

    start: int
    stop: int
    name: str
    letter: str
    case: str
    word: Word | None


def joined(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """Yield tokens with the longest phrases as one."""
    i = 0
    while i < len(words):
        word = words[i]
        phrase = next((p for p in word.phrases if _matches(p, words, i)), None) if word.phrases else None
        if phrase is None:
            yield Row(*spans[i], word.lemma, word.letter, _case(word), word)
            i += 1
        else:
            last = i + len(phrase.words)
            head = next((w for w in words[i:last] if w.case in "nbgdo" or w.letter == "c"), word)
            single = word if last == i + 1 else None
            yield Row(spans[i][0], spans[last - 1][1], phrase.name, phrase.letter, _case(head), single)
            i = last


def _case(word: Word) -> str:
    """The case letter; p and q for n and b of a plural, in capitals for an adjective."""
    return PLURALS.get(word.case, word.case) if word.plural else word.case


def _matches(phrase: Phrase, words: Sequence[Word], first: int) -> bool:
    size = len(phrase.words)
    if first + size > len(words):
        return False
    return all(_is_form(words[first + k], *phrase.words[k]) for k in range(1, size))


def _is_form(word: Word, lemma: str, shape: str) -> bool:
    return lemma in word.lemmas
