"""Outlets that the gazetteer knows: their countries, and which one a name names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from detente.text.fold import fold

from .gazetteer import Entry, entries_with, load_gazetteer
from .tongues import languages

APART = re.compile(r"(.+) \([^()]+\)")


@cache
def outlet_homes() -> dict[str, str]:
    """Return the countries of outlets by id, whatever language knows them.

    >>> outlet_homes()["outlet:xinhua"]
    'CN'
    """
    return {entry.actor_id: entry.party for _, entry in _outlets() if entry.party}


@cache
def namesakes() -> dict[str, frozenset[str]]:
    """Return the countries of outlets that share a name which the list tells apart: The Herald (Zimbabwe).

    >>> sorted(namesakes()["The National"])
    ['AE', 'PG']
    """
    found: dict[str, set[str]] = {}
    for name, entry in (item for language in languages() for item in entries_with(language, "(").items()):
        if entry.kind == "outlet" and entry.party and (match := APART.fullmatch(name)):
            found.setdefault(match[1], set()).add(entry.party)
    return {name: frozenset(homes) for name, homes in found.items()}


def outlets_of(country: str) -> tuple[str, ...]:
    """Return the outlets of a country by id.

    >>> "outlet:xinhua" in outlets_of("CN")
    True
    """
    return tuple(sorted(outlet for outlet, home in outlet_homes().items() if home == country))


def homes_of_name(name: str) -> tuple[str, ...]:
    """Return the countries of the outlets of a name in small letters, in any language; of all that share it.

    >>> homes_of_name("xinhua"), homes_of_name("the national")
    (('CN',), ('AE', 'PG'))
    """
    return _homes_by_name().get(name, ())


@cache
def _homes_by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for name, country in (*outlet_names(), *((name, home) for name, homes in namesakes().items() for home in homes)):
        found.setdefault(name.lower(), set()).add(country)
    return {name: tuple(sorted(countries)) for name, countries in found.items()}


def outlet_names() -> tuple[tuple[str, str], ...]:
    """Return the names of outlets whose country is known, in every language, each with it.

    >>> ("Xinhua", "CN") in outlet_names()
    True
    """
    return tuple((name, entry.party) for name, entry in _outlets() if entry.party)


def names_of(outlet: str) -> tuple[str, ...]:
    """Return the names of an outlet, given by id, in every language.

    >>> "Xinhua" in names_of("outlet:xinhua")
    True
    """
    return tuple(name for name, entry in _outlets() if entry.actor_id == outlet)


@cache
def _by_name() -> dict[str, str]:
    return {fold(name).casefold(): entry.actor_id for name, entry in reversed(_outlets())}


def find_outlet(name: str) -> str:
    """Return the id of an outlet given by id or by name in any language; one that no gazetteer knows goes by its name.

    >>> find_outlet("Xinhua"), find_outlet("新華社"), find_outlet("Harbour Post")
    ('outlet:xinhua', 'outlet:xinhua', 'outlet:Harbour Post')
    """
    if name.startswith("outlet:"):
        return name
    return _by_name().get(fold(name.strip()).casefold(), f"outlet:{name.strip()}")


NONE = "outlet:"  # of which nothing is printed


def outlets_among(names: Iterable[str], countries: Iterable[str]) -> tuple[str, ...]:
    """Return the outlets that are among some, by name or id, and of some countries, by code; nothing asked for gives none.

    Where no outlet is both, it is one that prints nothing.

    >>> outlets_among(["TASS"], []), outlets_among(["TASS", "Xinhua"], ["CN"]), outlets_among(["TASS"], ["CN"])
    (('outlet:tass',), ('outlet:xinhua',), ('outlet:',))
    """
    named, homes = tuple(map(find_outlet, names)), tuple(countries)
    at_home = {outlet for country in homes for outlet in outlets_of(country)}
    if not homes:
        return named
    return tuple(sorted(at_home.intersection(named) if named else at_home)) or (NONE,)


@cache
def _outlets() -> tuple[tuple[str, Entry], ...]:
    found = (item for language in languages() for item in load_gazetteer(language).entries.items())
    return tuple((name, entry) for name, entry in found if entry.kind == "outlet")
