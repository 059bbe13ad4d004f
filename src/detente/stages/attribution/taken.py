"""Words that take up a place or the sides of a text: там, министры."""

from __future__ import annotations

from .case import Attribution

PLACES = frozenset("SMGY")
FARTHEST = 40
PLURAL = frozenset("pq")


def place_before(case: Attribution, first: int) -> tuple[str, str] | None:
    """Return the actor and the party of the state, capital or body that is named last before a token."""
    tokens, entries = case.parse.tokens, case.language.gazetteer.entries
    for i in range(first - 1, max(first - FARTHEST, 0) - 1, -1):
        entry = entries.get(tokens.words[i]) if tokens.classes[i] in PLACES else None
        if entry and entry.party:
            return entry.actor_id, entry.party
    return None


def several(case: Attribution, first: int, words: tuple[str, ...]) -> bool:
    """Whether an office alone stands in the plural, as those of both sides do: министры договорились; позиции сторон."""
    cases = case.parse.tokens.cases
    if len(words) == 2 and words[0] in case.words("stance"):
        return words[1] in case.words("several")
    return len(words) == 1 and words[0] in case.words("several") and bool(cases) and cases[first] in PLURAL
