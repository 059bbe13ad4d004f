"""Where the names of people end or begin as a name does: Бочоришвили is at home in Georgia."""

from __future__ import annotations

from functools import cache, lru_cache

from .load import DATA, load_tsv

Endings = tuple[tuple[str, frozenset[str]], ...]
KEPT = 4096  # names


def states_of_name(language: str, name: str) -> frozenset[str]:
    """Return the states where names are such as one is, by its last part, else by one before it; none where that is not known.

    >>> sorted(states_of_name("ru", "Левон Бочоришвили")), sorted(states_of_name("ru", "Питер Вамбуа"))
    (['GE'], [])
    """
    return next(filter(None, (_states_of_part(language, part) for part in reversed(name.split(" ")))), frozenset())


@lru_cache(KEPT)
def _states_of_part(language: str, part: str) -> frozenset[str]:
    begins, ends = _endings(language)
    states = next((states for opening, states in begins if part.startswith(opening)), None)
    return states or next((states for ending, states in ends if part.endswith(ending)), frozenset())


@cache
def _endings(language: str) -> tuple[Endings, Endings]:
    """What begins names and what ends them, the longest first; nothing where a language has no such list."""
    path = DATA / "languages" / language / "name_endings.tsv"
    rows = load_tsv(path, ("part", "states", "example")) if path.exists() else []
    told = sorted(((row["part"], frozenset(row["states"].split(","))) for row in rows), key=lambda row: -len(row[0]))
    begins = tuple((part.removesuffix("-"), states) for part, states in told if part.endswith("-"))
    return begins, tuple((part.removeprefix("-"), states) for part, states in told if part.startswith("-"))
