"""Which states a word for a kind of state may mean: королевство is a kingdom, республика none and no federation."""

from __future__ import annotations

from functools import cache

from .base import Language

REST = "*"  # every state of which no other kind tells


def may_mean(word: str, party: str, language: Language) -> bool:
    """Return whether a word for a kind of state may mean a state; a word of no kind may mean any.

    >>> from detente.languages import load_language
    >>> [may_mean(word, "NO", load_language("ru")) for word in ("королевство", "республика", "страна")]
    [True, False, True]
    """
    told = _states(language.lexicon.words["state_kind"])
    states = told.get(word, {REST, party})
    return party in states or (REST in states and party not in frozenset().union(*told.values()))


@cache
def _states(rows: frozenset[str]) -> dict[str, frozenset[str]]:
    return {kind: frozenset(states.split()) for kind, _, states in (row.partition(": ") for row in rows)}
