"""Which meeting a user means: by its number, its day, or words for its kind, its place and the two, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from detente.analysis.happenings import days_of
from detente.analysis.places import place_key
from detente.resources.accounts import LITTLE, load_accounts
from detente.resources.events import load_events
from detente.resources.gazetteer import load_gazetteer
from detente.resources.places import place_ids
from detente.resources.tongues import languages
from detente.text.fold import fold
from detente.text.nearest import UnknownName

from .gatherings import CALL, FAMILIES, Gathering

NUMBER = re.compile(r"\d{1,4}")
DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
MARKS = re.compile(r"[\W_]+")
LONG = 4  # letters of names that may end otherwise
MOST_OFFERED = 5
FAR_OFF = 10**7  # days to a meeting without one
SIDES = frozenset({"state", "side"})


def find_gathering(wanted: str, found: Sequence[Gathering], listed: Sequence[str]) -> Gathering:
    """Return the meeting that a user names; `listed` are the meetings in words, to offer.

    Raises `UnknownName` where there is none or several.
    """
    if is_number(wanted):
        number = int(wanted)
        if 0 < number <= len(found):
            return found[number - 1]
        raise UnknownName(f"{wanted}: meetings are numbered from 1 to {len(found)}")
    rests = [_rest(wanted, each) for each in found]
    fitting = [number for number, rest in enumerate(rests) if not rest]
    if meant := _only(wanted, [found[number] for number in fitting]):
        return meant
    raise UnknownName(_sentence(wanted, listed, fitting, _by_nearness(wanted, found, rests)))


def is_number(wanted: str) -> bool:
    """Return whether a meeting is named by its number in the list."""
    return NUMBER.fullmatch(wanted.strip()) is not None and len(wanted.strip()) < LONG


def gathering_named(wanted: str, found: Iterable[Gathering]) -> Gathering | None:
    """Return the one meeting that words name, if there is one."""
    return _only(wanted, [each for each in found if not _rest(wanted, each)])


def _only(wanted: str, fitting: Sequence[Gathering]) -> Gathering | None:
    """The one of several, the only one at the place that is named, or the only one that more than one report tells.

    A capital names a place before it names a side: the Athens meeting is the one in Athens.
    """
    there = [each for each in fitting if _is_at(wanted, each)] or fitting
    told_twice = [each for each in there if len(each.accounts) > 1]
    return next((some[0] for some in (fitting, there, told_twice) if len(some) == 1), None)


def _is_at(wanted: str, gathering: Gathering) -> bool:
    words = fold(wanted).casefold()
    return any(re.search(form(name), words) for name in place_names(sorted(gathering.places.items())))


def _by_nearness(wanted: str, found: Sequence[Gathering], rests: Sequence[str]) -> list[int]:
    """The numbers of meetings, those first that leave the least of the words unexplained, and of these those nearest to a day that is named."""
    asked = next(filter(None, map(days_of, DAY.findall(wanted))), None)
    return sorted(range(len(found)), key=lambda number: (len(rests[number]), _days_apart(asked, found[number].date), number))


def _days_apart(asked: tuple[date, date] | None, told: str) -> int:
    days = days_of(told) if asked else None
    return abs((days[0] - asked[0]).days) if asked and days else FAR_OFF


def _sentence(wanted: str, listed: Sequence[str], fitting: list[int], near: list[int]) -> str:
    if fitting:
        return f"{wanted!r} names {len(fitting)} meetings; name one by its number: {_offer(fitting, listed)}"
    if not listed:
        return f"{wanted!r}: no meeting, call or visit of two parties was found"
    return f"no meeting {wanted!r} was found; the nearest: {_offer(near, listed)}"


def _offer(numbers: Sequence[int], listed: Sequence[str]) -> str:
    return "; ".join(f"{number + 1} {listed[number]}" for number in numbers[:MOST_OFFERED])


def _rest(wanted: str, gathering: Gathering) -> str:
    """What of the words of a user nothing of a meeting explains."""
    rest = fold(wanted).casefold()
    for day in DAY.findall(rest):
        rest = rest.replace(day, " ", 1) if gathering.date.startswith(day) else rest
    rest = _pattern(gathering.parties, gathering.type, tuple(sorted(gathering.places.items()))).sub(" ", rest)
    for language in languages():
        rest = load_accounts(language)[LITTLE].sub(" ", rest)
    return MARKS.sub("", rest)


@lru_cache(maxsize=4096)
def _pattern(parties: tuple[str, str], kind: str, places: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """What all names of a meeting's kind, places and parties match, the longest first; longer words in all their forms."""
    names = {*kinds(kind), *(name for party in parties for name in party_names().get(party, ())), *place_names(places)}
    forms = (form(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile("|".join(forms))


def form(name: str) -> str:
    """Return a pattern for a name; a longer one in all its forms."""
    if not name.isascii() and not re.search("[\u0400-\u04ff]", name):
        return re.escape(name)
    stem = name[:-1] if len(name) > LONG and not name.isascii() else name
    return rf"\b{re.escape(stem)}\w{{0,3}}" if len(name) >= LONG else rf"\b{re.escape(name)}\b"


def place_names(places: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the names of places, given by language and name, in every language."""
    for language, place in places:
        yield fold(place).casefold()
        if key := place_key(place, language):
            yield from _by_place().get(key, ())


@cache
def _by_place() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language in languages():
        for name, key in place_ids(language).items():
            found[key] = (*found.get(key, ()), name)
    return found


@cache
def party_names() -> dict[str, tuple[str, ...]]:
    """The names of states by code, the code among them."""
    found: dict[str, tuple[str, ...]] = {}
    for language in languages():
        for name, entry in load_gazetteer(language).entries.items():
            if entry.party and entry.kind in SIDES:
                found[entry.party] = (*found.get(entry.party, (entry.party.casefold(),)), fold(name).casefold())
    return found


@cache
def kinds(kind: str) -> frozenset[str]:
    """The words that tell a kind of event: those of meetings and visits for both."""
    rows = (row for language in languages() for row in load_events(language, ()).triggers)
    family = FAMILIES[kind]
    return frozenset(fold(row.word).casefold() for row in rows if FAMILIES.get(row.type) == family and row.frame != "compound") | {CALL} & {kind}
