"""Nouns that stand for somebody's words, and whose they are: слова премьера, обещание министра."""

from __future__ import annotations

from detente.resources.verbs import VerbForm

from ..items import Items
from .phrases import Phrase, phrase_at

CITED = VerbForm("cite", (), frozenset(), "say", frozenset({"quote", "behind"}))


def owner_of(items: Items, words: int, last: int) -> Phrase | None:
    """Return whose the words at an item are: a pronoun before them, or a genitive behind them."""
    if items.letters[words - 1] == "d" and items.words[words - 1] in items.known["third_person"]:
        return Phrase(words - 1, words, words - 1, "")
    owner = phrase_at(items, words + 1, last)
    return with_name(items, owner, last) if owner and not owner.preposition else None


def with_name(items: Items, owner: Phrase, last: int) -> Phrase:
    """An office with the name behind its state: слова премьера Словении Матьяжа Кобала."""
    stop = owner.last
    while stop < last and items.letters[stop] in "Kkp" and items.cases[stop] in "gb":
        stop += 1
    return Phrase(owner.first, stop, owner.head, owner.preposition)
