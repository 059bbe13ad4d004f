"""The seat of an organisation that is the capital of a state too: Brussels is Belgium where a text is more about Belgium than about the EU."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from detente.languages import Language
from detente.records import Tokens

NAMING = frozenset("SMG")
LEAST = 2  # times that a text names a state before its capital is not the organisation's seat


def settle_seats(tokens: Tokens, language: Language) -> Tokens:
    """Return tokens with a state in place of its capital that is shared, where the text names it more than who shares it."""
    for row in language.lexicon.words["shared_seat"]:
        seat, _, state = row.partition(": ")
        if seat in tokens.words and _is_about(state, seat, tokens, language):
            places = {i for i, word in enumerate(tokens.words) if word == seat and tokens.classes[i] in NAMING}
            words = tuple(state if i in places else word for i, word in enumerate(tokens.words))
            tokens = replace(tokens, words=words, classes="".join("M" if i in places else letter for i, letter in enumerate(tokens.classes)))
    return tokens


def _is_about(state: str, seat: str, tokens: Tokens, language: Language) -> bool:
    party = language.gazetteer.party_of
    named = Counter(party(word) for word, letter in zip(tokens.words, tokens.classes, strict=True) if letter in NAMING and word != seat)
    return named[party(state)] >= max(LEAST, named[party(seat)] + 1)
