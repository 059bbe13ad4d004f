"""Words that take up a place or the sides of a text: там, министры."""

from __future__ import annotations

from collections.abc import Iterator

from .case import Attribution

PLACES = frozenset("SMGY")
COUNTRIES = frozenset("SM")
FARTHEST = 40
UPRIGHT = ("n", "b")
BODIES = frozenset("Y")
PLURAL = frozenset("pq")


def place_before(case: Attribution, first: int) -> tuple[str, str] | None:
    """Return the actor and the party of the state, capital or body that is named last before a token."""
    return next(_named_before(case, first, PLACES), None)


def country_before(case: Attribution, first: int) -> tuple[str, str] | None:
    """Return the actor and the party that a text is about where it says страна: the last that is a subject, else the last itself, else the last.

    No organisation is meant where the text names a state.
    """
    named = next(_named_before(case, first, subjects=True), None) or next(_named_before(case, first, itself=True), None)
    return named or next(_named_before(case, first), None) or place_before(case, first)


def body_before(case: Attribution, first: int) -> str | None:
    """Return the party of the body that is named last before a token, with the state beside it: МИД Ирана, иранский МИД."""
    tokens, entries = case.parse.tokens, case.language.gazetteer.entries
    for i in range(first - 1, max(first - FARTHEST, 0) - 1, -1):
        if tokens.classes[i] in BODIES:
            named = (entries.get(tokens.words[k]) for k in (i, i + 1, i - 1) if tokens.classes[k : k + 1] in (*"SMGY",))
            if party := next((e.party for e in named if e and e.party), None):
                return party
            if tokens.words[i + 1 : i + 2] and tokens.words[i + 1] in case.words("country") and (owner := country_before(case, i)):
                return owner[1]
    return None


def _named_before(
    case: Attribution, first: int, kinds: frozenset[str] = COUNTRIES, *, subjects: bool = False, itself: bool = False
) -> Iterator[tuple[str, str]]:
    tokens, entries = case.parse.tokens, case.language.gazetteer.entries
    for i in range(first - 1, max(first - FARTHEST, 0) - 1, -1):
        entry = entries.get(tokens.words[i]) if tokens.classes[i] in kinds else None
        if itself and tokens.cases[i : i + 1].isupper():
            continue
        if entry and entry.party and (not subjects or tokens.cases[i : i + 1].lower() in UPRIGHT):
            yield entry.actor_id, entry.party


def several(case: Attribution, first: int, words: tuple[str, ...]) -> bool:
    """Whether an office alone stands in the plural, as those of both sides do: министры договорились; позиции сторон."""
    cases = case.parse.tokens.cases
    if len(words) == 2 and words[0] in case.words("stance"):
        return words[1] in case.words("several")
    return len(words) == 1 and words[0] in case.words("several") and bool(cases) and cases[first] in PLURAL
