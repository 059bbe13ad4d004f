"""Titles that are no office of one state: of a firm, of a body over both sides, a profession."""

from __future__ import annotations

from detente.languages import Language
from detente.records import Tokens

OFFICES = frozenset("Tth")


def is_of_firm(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether an office is one of a firm, not of what a state is the owner of by name: Банк Таиланда."""
    firms = [i for i in range(first, last + 1) if tokens.classes[i] == "I"]
    owned = language.lexicon.words["owned_by_state"]
    firms = [i for i in firms if not _is_service(tokens, i, language)]
    return any(tokens.words[i] not in owned or tokens.classes[i + 1 : i + 2] != "S" or tokens.cases[i + 1] != "g" for i in firms)


def _is_service(tokens: Tokens, i: int, language: Language) -> bool:
    """Whether an institute behind the adjective of a state is a service of it by its field: Латвийский центр метеорологии."""
    return tokens.classes[i - 1 : i] == "S" and " ".join(tokens.words[i : i + 2]) in language.lexicon.words["national_body"]


def is_apart(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a chain without a state is of a body over both sides: председатель суда."""
    over = language.lexicon.words["neutral_body"]
    offices = [i for i in range(first, last + 1) if tokens.classes[i] in OFFICES]
    return any(tokens.words[i].rsplit(" ", 1)[-1] in over or (i < last and tokens.words[i + 1] in over) for i in offices)


def is_private(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a profession is named and no office, in a language with cases: ташкентский гидролог."""
    return "T" not in tokens.classes[first : last + 1] and not language.lexicon.words["private"].isdisjoint(tokens.words[first : last + 1])
