"""Where the names of people are at home: Бочоришвили in Georgia, Ерлан in Kazakhstan."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from .load import DATA, load_tsv

States = frozenset[str]
KEPT = 4096  # names
FIRST = " …"  # of a row: Ким … is the first part of a name


class Parts(NamedTuple):
    """What tells of parts of names: what they begin and end with, the longest first, what they are, and what a name opens with."""

    begins: tuple[tuple[str, States], ...]
    ends: tuple[tuple[str, States], ...]
    whole: dict[str, States]
    first: dict[str, States]


@lru_cache(KEPT)
def states_of_name(language: str, name: str) -> States:
    """Return the states where names are such as one is, by all of its parts, the last before the others; none where that is not known.

    >>> sorted(states_of_name("ru", "Левон Бочоришвили")), sorted(states_of_name("ru", "Питер Вамбуа"))
    (['GE'], [])
    """
    parts, told = name.split(" "), _parts(language)
    found = [_states_of_part(language, part) for part in reversed(parts)]
    found.append(told.first.get(parts[0], frozenset()) if len(parts) > 1 else frozenset())
    shared: States = frozenset()
    for states in filter(None, found):
        shared = shared & states or shared or states
    return shared


@lru_cache(KEPT)
def _states_of_part(language: str, part: str) -> States:
    told = _parts(language)
    states = told.whole.get(part) or next((states for opening, states in told.begins if part.startswith(opening)), None)
    return states or next((states for ending, states in told.ends if part.endswith(ending)), frozenset())


@cache
def _parts(language: str) -> Parts:
    """What the list of a language tells; nothing where it has none."""
    path = DATA / "languages" / language / "name_endings.tsv"
    rows = load_tsv(path, ("part", "states", "example")) if path.exists() else []
    told = {row["part"]: frozenset(row["states"].split(",")) for row in sorted(rows, key=lambda row: -len(row["part"]))}
    return Parts(
        tuple((part.removesuffix("-"), states) for part, states in told.items() if part.endswith("-")),
        tuple((part.removeprefix("-"), states) for part, states in told.items() if part.startswith("-")),
        {part: states for part, states in told.items() if "-" not in (part[0], part[-1]) and not part.endswith(FIRST)},
        {part.removesuffix(FIRST): states for part, states in told.items() if part.endswith(FIRST)},
    )
