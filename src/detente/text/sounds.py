"""Names by their sounds: one spelling of sounds for several scripts, compared by consonants first and by vowels then.

A table gives the sounds of letters, groups of letters or characters; where a form has several, all of them count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from detente.records import Record

# Ways to read the consonants of a name that are followed; from then on each form has its first sound only.
MOST_WAYS = 300
CONSONANT = re.compile("([^aeiou])")
# Vowels by kind: open, front, back. Those of one kind are not told apart.
KINDS = str.maketrans("aeiou", "aeeoo")
REPEATED = re.compile(r"(.)\1+")
# How far kinds of vowels are apart, a vowel from none, as Chinese writes one between two consonants, and vowels that
# share one kind and differ in another.
DISTANCES = {frozenset("ae"): 0.6, frozenset("ao"): 0.5, frozenset("eo"): 1.0}
FROM_NONE, IN_PART = 0.5, 0.3
# How far the vowels of a name may be apart in all, a consonant.
TOLERANCE = 0.24
SILENT, MOST_SILENT = "r", 2

Places = tuple[frozenset[str], ...]
Ways = dict[str, Places]


class Spoken(Record, frozen=True):
    """What a name sounds like: by its consonants, the kinds of vowels that may stand before, between and behind them.

    `loose` also has the ways without an r that no vowel follows, which Chinese does not write (Carter, 卡特).
    """

    strict: Ways
    loose: Ways


def spoken(name: str, table: Mapping[str, tuple[str, ...]]) -> Spoken:
    """Return what a name sounds like by a table; nothing where the table lacks a character.

    >>> sorted(spoken("шин", {"ш": ("S",), "и": ("i",), "н": ("n", "ng")}).strict)
    ['Sn', 'Sng']
    """
    ways: Ways = {"": (frozenset([""]),)}
    for sounds in units(name, table):
        told = sounds if len(ways) * len(sounds) <= MOST_WAYS else sounds[:1]
        ways = _merged(way for key, places in ways.items() for sound in told for way in _extended(key, places, sound))
    return Spoken(_sharing(ways), _sharing(_without_silent(ways)))


def _sharing(ways: Ways) -> Ways:
    """The ways, with the same few sets of vowels as those of all other names: names are many."""
    return {consonants: tuple(map(_shared, places)) for consonants, places in ways.items()}


@lru_cache(maxsize=4096)
def _shared(vowels: frozenset[str]) -> frozenset[str]:
    return vowels


def units(name: str, table: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The sounds of the forms of a name, the longest first; `$` is its end."""
    longest = max(map(len, table))
    letters, at = f"{name.lower()}$", 0
    while at < len(letters) - 1:
        form = next((letters[at : at + k] for k in range(longest, 0, -1) if letters[at : at + k] in table), "")
        yield table[form] if form else _plain(letters[at], table)
        at += len(form) or 1


def _plain(letter: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The sounds of a letter without its accent; a mark has the sound of none, an unknown letter no sounds."""
    return table.get(unicodedata.normalize("NFD", letter)[0], ()) if letter.isalpha() else ("",)


def _extended(consonants: str, places: Places, sound: str) -> Iterator[tuple[str, Places]]:
    """The ways to read the beginning of a name with one more sound."""
    first, *rest = CONSONANT.split(sound)
    begun = (*places[:-1], frozenset([_kinds(vowels + first) for vowels in places[-1]]))
    ways = [(consonants, begun)]
    for consonant, vowels in zip(rest[::2], rest[1::2], strict=True):
        ways = [way for before in ways for way in _followed(*before, consonant, frozenset([_kinds(vowels)]))]
    yield from ways


def _followed(consonants: str, places: Places, consonant: str, vowels: frozenset[str]) -> Iterator[tuple[str, Places]]:
    """The ways with one more consonant and the vowels behind it; a consonant right behind itself is one."""
    doubled = consonants[-1:] == consonant
    if doubled and "" in places[-1]:
        yield consonants, (*places[:-1], vowels)
    before = places[-1] - {""} if doubled else places[-1]
    if before:
        yield consonants + consonant, (*places[:-1], before, vowels)


@lru_cache(maxsize=4096)
def _kinds(vowels: str) -> str:
    return REPEATED.sub(r"\1", vowels.translate(KINDS))


def _merged(found: Iterator[tuple[str, Places]]) -> Ways:
    """Ways by consonants; those that differ in vowels only are one."""
    ways: Ways = {}
    for consonants, places in found:
        known = ways.get(consonants)
        ways[consonants] = tuple(a | b for a, b in zip(known, places, strict=True)) if known else places
    return ways


def _without_silent(ways: Ways) -> Ways:
    """The ways, and those that lack an r or two behind a vowel and before none."""
    found, latest = ways, ways
    for _ in range(MOST_SILENT):
        latest = _merged(
            (consonants[:i] + consonants[i + 1 :], (*places[:i], places[i] - {""}, *places[i + 2 :]))
            for consonants, places in latest.items()
            for i, letter in enumerate(consonants)
            if letter == SILENT and "" in places[i + 1] and places[i] - {""} and len(consonants) > 1
        )
        found = _merged(iter([*found.items(), *latest.items()]))
    return found


def sound_alike(one: Spoken, other: Spoken, *, loosely: bool = False) -> bool:
    """Return whether two names can be read alike: the same consonants, and vowels that are near.

    >>> ru = {"м": ("m",), "о": ("o",), "и": ("i",), "р": ("r",)}
    >>> en = {"m": ("m",), "o": ("o",), "oo": ("o", "u"), "r": ("r",), "i": ("i",)}
    >>> sound_alike(spoken("мор", ru), spoken("moor", en)), sound_alike(spoken("мир", ru), spoken("moor", en))
    (True, False)
    """
    ours, theirs = (one.loose, other.loose) if loosely else (one.strict, other.strict)
    return any(_near(ours[consonants], theirs[consonants]) for consonants in ours.keys() & theirs.keys())


def _near(one: Places, other: Places) -> bool:
    """Whether the vowels around the same consonants are near; names begin and end alike, with a vowel or without one."""
    if len(one) <= 2:
        return all(a & b for a, b in zip(one, other, strict=True))
    ends = all(_end_alike(one[i], other[i]) for i in (0, -1))
    return ends and sum(map(_distance, one, other)) <= TOLERANCE * (len(one) - 1)


def _end_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return ("" in one and "" in other) or bool(one - {""} and other - {""})


def _distance(one: frozenset[str], other: frozenset[str]) -> float:
    """How far the vowels of one place are apart, in the best case."""
    return 0.0 if one & other else min(_apart(a, b) for a, b in product(one, other))


def _apart(one: str, other: str) -> float:
    if not one or not other:
        return FROM_NONE
    if set(one) & set(other):
        return IN_PART
    found = [DISTANCES[frozenset(pair)] for pair in product(one, other)]
    return sum(found) / len(found)
