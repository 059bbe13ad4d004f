"""How usual the names of people are in a state: by the names that its people bear, and by how these are spelled."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .load import DATA, load_tsv, split

NAMES = DATA / "names"
COLUMNS = ("states", "kind", "en", "ru")
APART = re.compile(r"[\s·'’.-]+")
UNSEEN = 16.0  # what the letters of all names weigh beside those that follow two others in the names of a state
LISTED = 0.1  # the share of a listed name in what is told of it, the rest being its spelling
ALIKE = 0.45  # the share of the names of a state that are also those of another
RARE = 1e-4
KEPT = 4096  # names


class Stock(NamedTuple):
    """The names of a state: parts with their weights, how often a letter follows two others, and the sums of both."""

    parts: dict[str, float]
    letters: dict[str, float]
    before: dict[str, float]
    size: float


def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name in small letters without accents.

    >>> name_parts("Noor Haddad-Leclerc"), name_parts("Ólafur")
    (('noor', 'haddad', 'leclerc'), ('olafur',))
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return tuple(part for part in APART.split(plain) if len(part) > 1)


@lru_cache(KEPT)
def likelihood(language: str, state: str, name: str) -> float | None:
    """Return how likely a name is in a state, as a logarithm that is compared with that of another state; None without names of it.

    A part of the name is drawn from the names listed, or spelled letter by letter as they are (each letter by the two before it).

    >>> here, there = likelihood("en", "PL", "Zbigniew Rolnicki"), likelihood("en", "IL", "Zbigniew Rolnicki")
    >>> here is not None and there is not None and here > there
    True
    """
    stock = _stock(language, state)
    if not stock.size:
        return None
    letters = _letters(language)
    return sum(_of_part(part, stock, letters) for part in name_parts(name))


@cache
def are_alike(language: str, one: str, other: str) -> bool:
    """Return whether two states share so many names that a name does not tell one from the other.

    >>> are_alike("ru", "KP", "KR"), are_alike("ru", "BY", "LT")
    (True, False)
    """
    fewer, more = sorted((_stock(language, state).parts for state in (one, other)), key=len)
    return sum(part in more for part in fewer) >= ALIKE * len(fewer)


def _of_part(part: str, stock: Stock, letters: dict[str, float]) -> float:
    spelled = 0.0
    for three in _threes(part):
        usual = UNSEEN * letters.get(three[-1], RARE)
        spelled += math.log((stock.letters.get(three, 0) + usual) / (stock.before.get(three[:-1], 0) + UNSEEN))
    return math.log(LISTED * stock.parts.get(part, 0) / stock.size + (1 - LISTED) * math.exp(spelled))


def _threes(part: str) -> Iterator[str]:
    """Each letter of a part of a name, and its end, behind the two before it."""
    padded = f"^^{part}$"
    return (padded[i : i + 3] for i in range(len(padded) - 2))


@cache
def _stock(language: str, state: str) -> Stock:
    parts, letters, before = (defaultdict[str, float](float) for _ in range(3))
    for states, names in _rows(language):
        if state in states:
            weight = 1 / math.sqrt(len(states))
            for part in names:
                parts[part] += weight
                for three in _threes(part):
                    letters[three] += weight
                    before[three[:-1]] += weight
    return Stock(parts, letters, before, sum(parts.values()))


@cache
def _letters(language: str) -> dict[str, float]:
    """The share of each letter in all names, the end of a name among them."""
    counts: Counter[str] = Counter()
    for _, names in _rows(language):
        counts.update("$".join((*names, "")))
    whole = counts.total()
    return {letter: count / whole for letter, count in counts.items()}


@cache
def _rows(language: str) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """The states of each row with the parts of its names; none in a language in which no names are listed."""
    if language not in COLUMNS:
        return ()
    rows = (row for file in sorted(NAMES.glob("*.tsv")) for row in load_tsv(file, COLUMNS))
    return tuple((frozenset(row["states"].split(",")), tuple(p for n in split(row[language]) for p in name_parts(n))) for row in rows)
