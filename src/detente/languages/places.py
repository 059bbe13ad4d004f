"""Provinces and cities inside titles: the Sindh chief minister, the governor of Gujarat, 柔佛州政府, власти Гуджарата."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from detente.resources.places import CITY, REGION, SEAT, Place, load_places

from .base import Language

LONGEST = 4  # words
BODIES = frozenset("TY")
BETWEEN = frozenset("njxkeTYh")  # what may stand between a region and an office of it


def place_at(words: Sequence[str], at: int, language: Language) -> tuple[Place, int] | None:
    """Return the longest place that words name from one of them on, and how many words it takes."""
    if at >= len(words) or _opening(words[at], language.joint) not in _openings(language.code, language.joint):
        return None
    places = load_places(language.code)
    for count in range(min(LONGEST, len(words) - at), 0, -1):
        name = language.joint.join(words[at : at + count])
        if place := places.get(name) or places.get(name.lower()) or _without_kind(name, places, language):
            return place, count
    return None


def _opening(name: str, joint: str) -> str:
    """The first word of a name in small letters, or its first character where words are written together."""
    return name.lower().partition(joint)[0] if joint else name[:1]


@cache
def _openings(language: str, joint: str) -> frozenset[str]:
    """What the names of places begin with."""
    return frozenset(_opening(name, joint) for name in load_places(language))


def home_in(name: str, language: Language) -> str | None:
    """Return the state of a capital, another seat of a government or a city that a dateline names."""
    entry = language.gazetteer.entries.get(name)
    if entry:
        city_state = entry.kind == "state" and not language.is_spaced and len(name) > 1
        return entry.party if entry.kind == "side" or city_state else None
    place = _in_small_letters(language.code).get(name.lower())
    return place.state if place and place.kind != REGION else None


@cache
def _in_small_letters(language: str) -> dict[str, Place]:
    """The places by their names in small letters: datelines write RIO DE JANEIRO."""
    return {name.lower(): place for name, place in load_places(language).items()}


def _without_kind(name: str, places: dict[str, Place], language: Language) -> Place | None:
    """The place of a name that ends in the word for its kind: 柔佛州."""
    ends = not language.is_spaced and len(name) > 2 and name[-1] in language.lexicon.words["place_kind"]
    return places.get(name[:-1]) if ends else None


def state_of_place(words: Sequence[str], letters: str, language: Language) -> str | None:
    """Return the state of the place whose office, body or officials a chain of words with their classes names."""
    at = 0
    while at < len(words):
        found = place_at(words, at, language)
        if found and found[0].kind != SEAT and _is_owner(words, letters, (at, at + found[1]), found[0], language):
            return found[0].state
        at += found[1] if found else 1
    return None


def _is_owner(words: Sequence[str], letters: str, span: tuple[int, int], place: Place, language: Language) -> bool:
    """Whether an office follows a place, or the place follows an office with nothing between but "of" or the word for its kind."""
    first, stop = span
    if first and words[first - 1] in language.lexicon.words["posted"]:
        return False
    return _office_behind(words, letters, stop, place, language) or _office_before(words, letters, first, language)


def _office_behind(words: Sequence[str], letters: str, stop: int, place: Place, language: Language) -> bool:
    """Sindh's chief minister, Karachi police; of a city at once."""
    at, kinds = stop, language.lexicon.words["place_kind"]
    between = BETWEEN if language.is_spaced else BETWEEN | {"v"}  # 信德省灌溉厅长
    while at < len(words):
        if _is_official(words[at], letters[at], language):
            return True
        if words[at] not in kinds and letters[at] != "e" and (place.kind == CITY or letters[at] not in between):
            return False
        at += 1
    return False


def _office_before(words: Sequence[str], letters: str, first: int, language: Language) -> bool:
    """The mayor of Lagos, власти штата Гуджарат; authorities in Gujarat, but no consul there."""
    at, kinds, inside = first - 1, language.lexicon.words["place_kind"], False
    while at >= 0 and (letters[at] in "odP" or words[at] in kinds):
        inside = inside or letters[at] == "P"
        at -= 1
    if not language.is_spaced or at < 0 or not _is_official(words[at], letters[at], language):
        return False
    bound = at < first - 1 or letters[first] not in "kK"
    return bound and (not inside or words[at].lower() in language.lexicon.words["official"])


def _is_official(word: str, letter: str, language: Language) -> bool:
    """Whether a word names an office or a body of a place; no consul, whom another state sent there."""
    known = language.lexicon.words
    return (letter in BODIES or word.lower() in known["official"]) and word.lower() not in known["sent"]
