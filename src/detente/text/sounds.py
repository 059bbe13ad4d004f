"""Names by their sounds: one spelling of sounds for several scripts, compared by consonants first and by vowels then.

A table gives the sounds of letters, groups of letters or characters; where a form has several, all of them count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise

from detente.records import Record

# Spellings of one name that are followed; from then on each form has its first sound only.
MOST_SPELLINGS = 400
CONSONANT = re.compile("[^aeiou]")
DOUBLED = re.compile(r"([^aeiou])\1+")
SILENT = re.compile("(?<=[aeiou])r(?![aeiou])")
OPEN, FRONT, BACK = "a", "ei", "ou"
KIND = {**dict.fromkeys(OPEN, OPEN), **dict.fromkeys(FRONT, FRONT), **dict.fromkeys(BACK, BACK)}
# How far two kinds of vowels are apart; and a vowel from none, as Chinese writes one between two consonants.
DISTANCES = {(OPEN, FRONT): 0.6, (FRONT, OPEN): 0.6, (OPEN, BACK): 0.5, (BACK, OPEN): 0.5, (FRONT, BACK): 1.0,
             (BACK, FRONT): 1.0}  # fmt: skip
FROM_NONE = 0.5
# How far the vowels of a name may be apart in all, a consonant.
TOLERANCE = 0.3


class Spoken(Record, frozen=True):
    """What a name sounds like: its vowels by its consonants, for each way to read it.

    `loose` also has the ways without an r that no vowel follows, which Chinese does not write (Carter, 卡特).
    """

    strict: dict[str, tuple[tuple[str, ...], ...]]
    loose: dict[str, tuple[tuple[str, ...], ...]]


def spellings(name: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the ways to read a name; none where the table lacks a character.

    >>> spellings("шин", {"ш": ("S",), "и": ("i",), "н": ("n", "ng")})
    ('Sin', 'Sing')
    """
    longest = max(map(len, table))
    found: tuple[str, ...] = ("",)
    letters, at = f"{name.lower()}$", 0
    while at < len(letters) - 1:
        form = next((letters[at : at + k] for k in range(longest, 0, -1) if letters[at : at + k] in table), None)
        sounds = table[form] if form else _plain(letters[at], table)
        if sounds is None:
            return ()
        if len(found) * len(sounds) > MOST_SPELLINGS:
            sounds = sounds[:1]
        found = tuple(dict.fromkeys([before + sound for before in found for sound in sounds]))
        at += len(form) if form else 1
    return found


def _plain(letter: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """The sounds of a letter without its accent; a mark has none."""
    if not letter.isalpha():
        return ("",)
    return table.get(unicodedata.normalize("NFD", letter)[0])


def spoken(name: str, table: Mapping[str, tuple[str, ...]]) -> Spoken:
    """Return what a name sounds like by a table."""
    ways = spellings(name, table)
    dropped = dict.fromkeys(way for read in ways for way in (read, SILENT.sub("", read), SILENT.sub("", read, count=1)))
    return Spoken(_by_consonants(ways), _by_consonants(tuple(dropped)))


def _by_consonants(ways: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for way in ways:
        plain = DOUBLED.sub(r"\1", way)
        consonants = "".join(CONSONANT.findall(plain))
        if consonants:
            found.setdefault(consonants, {})[tuple(CONSONANT.split(plain))] = None
    return {consonants: tuple(vowels) for consonants, vowels in found.items()}


def sound_alike(one: Spoken, other: Spoken, *, loosely: bool = False) -> bool:
    """Return whether two names can be read alike: the same consonants, and vowels that are near.

    >>> ru = {"м": ("m",), "о": ("o",), "и": ("i",), "р": ("r",)}
    >>> en = {"m": ("m",), "o": ("o",), "oo": ("o", "u"), "r": ("r",), "i": ("i",)}
    >>> sound_alike(spoken("моор", ru), spoken("moor", en)), sound_alike(spoken("мир", ru), spoken("moor", en))
    (True, False)
    """
    ours, theirs = (one.loose, other.loose) if loosely else (one.strict, other.strict)
    fewer, more = sorted((ours, theirs), key=len)
    return any(
        _near(a, b) for consonants, ways in fewer.items() for a in ways for b in more.get(consonants, ())
    )


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the vowels around the same consonants are near; names begin and end alike, with a vowel or without one."""
    if bool(one[0]) != bool(other[0]) or bool(one[-1]) != bool(other[-1]):
        return False
    if len(one) < 3:
        return [_kinds(a) for a in one] == [_kinds(b) for b in other]
    return sum(map(_distance, one, other)) <= TOLERANCE * (len(one) - 1)


def _kinds(vowels: str) -> tuple[str, ...]:
    """The kinds of vowels in their order, each once where it follows itself."""
    kinds = [KIND[vowel] for vowel in vowels]
    return tuple(kinds[:1] + [after for before, after in pairwise(kinds) if after != before])


def _distance(one: str, other: str) -> float:
    if not one or not other:
        return FROM_NONE if one or other else 0.0
    ours, theirs = {KIND[vowel] for vowel in one}, {KIND[vowel] for vowel in other}
    return 0.0 if ours & theirs else min(DISTANCES[a, b] for a in ours for b in theirs)
