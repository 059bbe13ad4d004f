"""Places as texts write them: which names are of one place, in whatever language, and of which state it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from detente.resources.gazetteer import load_gazetteer
from detente.resources.places import place_ids, place_names
from detente.text.fold import fold

ENDINGS = ("", "\u0430", "\u044c", "\u044f", "\u0439")  # of Russian names of places, whose case changes the last letter
STEM = 3  # letters that two cases of a name share at least


@lru_cache(maxsize=65536)
def place_key(name: str, language: str) -> str:
    """Return what names of one place share: a seat's state, a city's first name; of a place that no list knows, its name.

    >>> place_key("\u6cb3\u5185", "zh") == place_key("Hanoi", "en"), place_key("\u041e\u0448\u0435", "ru") == place_key("Osh", "en")
    (True, True)
    """
    known = (place_ids(language).get(form) for form in _forms(fold(name).casefold(), language))
    return next(filter(None, known), "")


@lru_cache(maxsize=65536)
def are_one_place(one: str, its: str, other: str, others: str) -> bool:
    """Whether two names, each in its language, may be of one place; names in two languages that no list knows may be.

    >>> are_one_place("Osh", "en", "Bishkek", "en"), are_one_place("Tororo", "en", "\u0422\u043e\u0440\u043e\u0440\u043e", "ru")
    (False, True)
    """
    ours, theirs = place_key(one, its), place_key(other, others)
    if ours and theirs:
        return ours == theirs
    return its != others or _alike(fold(one).casefold(), fold(other).casefold())


def state_of(name: str | None, language: str) -> str | None:
    """Return the state that a name is of: its own, its seat's, a city's.

    >>> state_of("\u6cb3\u5185", "zh"), state_of("Nowhere", "en")
    ('VN', None)
    """
    if not name:
        return None
    entries = load_gazetteer(language).entries
    entry = entries.get(name) or entries.get(fold(name))
    return entry.party if entry else place_key(name, language).partition(":")[0] or None


def place_in(places: Mapping[str, str], language: str) -> str:
    """Return what a place is called in a language, given as languages write it; one that no list knows as its first text does.

    >>> place_in({"zh": "\u6cb3\u5185"}, "en"), place_in({"ru": "\u041e\u0448\u0435"}, "en"), place_in({"en": "Kapchorwa"}, "ru")
    ('Hanoi', 'Osh', 'Kapchorwa')
    """
    keys = (place_key(name, its) for its, name in places.items())
    known = (name for key in keys if key for name, each in place_names(language).items() if each == key)
    return next(known, "") or places.get(language) or next(iter(places.values()), "")


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter[: max(len(shorter) - 1, STEM)])


def _forms(name: str, language: str) -> tuple[str, ...]:
    """A name, and in Russian what it may be in the nominative."""
    if language != "ru":
        return (name,)
    return (name, *(name[:-1] + ending for ending in ENDINGS))
