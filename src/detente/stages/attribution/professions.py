"""People whom a profession or an institute names, and which of them speak for a state all the same."""

from __future__ import annotations

import re
from itertools import pairwise

from detente.records import Name

from .case import Attribution

OF_STATE = re.compile("[^YGTKtORJ]*S[^YGTKtORJ]*")


def is_private(letters: str) -> bool:
    """Return whether somebody's profession or institute is named, and no office."""
    return "I" in letters or ("t" in letters and "T" not in letters) or letters.endswith("et")  # the mayor's lawyer


def is_national(words: tuple[str, ...], letters: str, case: Attribution) -> bool:
    """Return whether an institute is a body of its state: Angola's National Institute for Water Resources, национальный центр."""
    if not case.language.is_spaced or "S" not in letters or "t" in letters:
        return False
    bodies, owned = case.words("national_body"), case.words("owned_by_state")
    if any(word in owned and letters[i + 1 : i + 2] == "S" for i, word in enumerate(words)):
        return True  # зампред Банка Таиланда
    return any((second if first == "National" else f"{first} {second}").lower() in bodies for first, second in pairwise(words))


def serves(person: Name, letters: str, case: Attribution) -> bool:
    """Return whether somebody whom a profession names was introduced by an office, in a language with cases: профессор Мукарати, министр финансов."""
    told = bool(person.offices) or person.actor_id not in case.people.likely
    return bool(case.parse.tokens.cases) and told and "I" not in letters


def is_of_trade(words: tuple[str, ...], letters: str, case: Attribution) -> bool:
    """Whether a body is one of people with a trade, or a company: the Chamber of Hauliers, the Chamber of Shipping, a utility; no Chamber of Deputies."""
    if not OF_STATE.fullmatch(letters):
        return False
    head, *members = [word.lower() for word in words[max(letters.find("o") - 1, 0) :]] if "o" in letters else [words[-1].lower()]
    if head in case.words("enterprise"):
        return True
    if not members or head in case.words("official_body"):
        return False
    return members[-1] in case.words("private") or f"{head} of {members[-1]}" in case.words("private_body")
