"""Whose an office or a body is that goes by its name alone: the Foreign Office, a cabinet secretary, a commission spokesperson."""

from __future__ import annotations

from functools import cache

from .base import Language


def usual_owners(language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return such names with the sides that may own them, the longest names first.

    >>> from detente.languages import load_language
    >>> dict(usual_owners(load_language("en")))["cabinet secretary"]
    ('KE', 'GB')
    """
    return _owners(language.lexicon.words["usual_owner"])


@cache
def _owners(rows: frozenset[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    parted = (row.partition(": ") for row in sorted(rows, key=lambda row: (-len(row.partition(":")[0]), row)))
    return tuple((name, tuple(states.split())) for name, _, states in parted)
