"""Bodies that a common noun takes up: a commission spokeswoman behind the European Commission, the institute's director."""

from __future__ import annotations

from detente.records import Speaker

from .case import Attribution
from .media import is_english
from .naming import Naming, both

FARTHEST = 600  # words before a common noun in which the body is looked for
LONGEST_NAME = 8
PARTS = frozenset("kISMeoPwx")
STATES = frozenset("SM")
PRIVATE = frozenset("I")


def echoed(naming: Naming) -> Speaker | None:
    """The side of the body whose name ends or begins with the noun that a phrase has; of a joint one, both sides."""
    case = naming.case
    if not is_english(case):
        return None
    if not case.words("outside").isdisjoint(naming.words):
        return None
    head = next((word for word in naming.words if word in case.words("official_body") or word in case.words("national_body")), None)
    if head is None:
        return None
    if not case.words("shared").isdisjoint(naming.words):
        return naming.joint(both(naming)) if len(case.parties) > 1 else None
    at = _named(naming.first, head, case)
    party = _party(at, case, naming) if at is not None else None
    return naming.speaker(f"actor:{' '.join(naming.words)}", party) if party else None


def _named(first: int, head: str, case: Attribution) -> int | None:
    """The token of the last name before a token that holds a noun with a capital."""
    tokens = case.parse.tokens
    for i in range(first - 1, max(first - FARTHEST, 0) - 1, -1):
        word = tokens.words[i]
        if word[0].isupper() and head in (word.lower(), *(word.lower().rsplit(" ", 1)[-1:] if " " in word else ())):
            return i
    return None


def _party(at: int, case: Attribution, naming: Naming) -> str | None:
    """The party of the body that a token names: its own, that of the state in its name, or of both sides."""
    tokens, entries = case.parse.tokens, case.language.gazetteer.entries
    if (entry := entries.get(tokens.words[at])) and entry.party and entry.kind != "outlet":
        return entry.party
    first, last = at, at + 1
    while first and at - first < LONGEST_NAME and tokens.classes[first - 1] in PARTS and _is_part(first - 1, case):
        first -= 1
    while last < len(tokens.words) and last - at < LONGEST_NAME and tokens.classes[last] in PARTS and _is_part(last, case):
        last += 1
    words = tokens.words[first:last]
    if not case.words("shared").isdisjoint(map(str.lower, words)):
        return both(naming) or None
    if not PRIVATE.isdisjoint(tokens.classes[first:last]) and case.words("national_name").isdisjoint(words):
        return None
    named = (entries.get(tokens.words[i]) for i in range(first, last) if tokens.classes[i] in STATES)
    return next((entry.party for entry in named if entry and entry.party), None)


def _is_part(i: int, case: Attribution) -> bool:
    """Whether a token may be a part of a body's name: a word with a capital, or a small one that binds."""
    tokens = case.parse.tokens
    return tokens.words[i][0].isupper() or tokens.classes[i] == "e" or (tokens.classes[i] in "oP" and tokens.words[i] in ("of", "for"))
