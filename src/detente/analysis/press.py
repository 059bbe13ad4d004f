"""Whose press an outlet belongs to: by the list of outlets, else by the state or place in its name, or another outlet's name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from detente.resources.gazetteer import load_gazetteer
from detente.resources.outlets import names_of, outlet_homes, outlet_names
from detente.resources.places import place_ids
from detente.resources.tongues import languages
from detente.text.fold import fold

WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
ARTICLE, KIND = re.compile(r"^the\s+"), re.compile(r"\s*\([^)]*\)$")
DOMAIN = re.compile(r"\.([a-z]{2})$")
BRITISH = {"UK": "GB"}
TRADED = frozenset({"AI", "CO", "IO", "LA", "ME", "TO", "TV"})  # endings that sites of all states use
MOST_WORDS, SHORTEST = 3, 3
PART = re.compile(r"[\s.-]+")
CHINESE = re.compile("[\u3400-\u9fff]+")
SIDES = frozenset({"state", "side"})


def home_of(outlet: str | None, pair: tuple[str, ...]) -> str:
    """Return the state of an outlet, given by id, where that is known or its name tells it; of namesakes one of the two states.

    >>> home_of("outlet:xinhua", ("CN", "VN")), home_of("outlet:The Daily Star", ("BD", "IN"))
    ('CN', 'BD')
    >>> home_of("outlet:Ruritania Gazette", ("KE", "UG")), home_of("outlet:Kampala Gazette", ("KE", "UG"))
    ('', 'UG')
    """
    if not outlet:
        return ""
    if home := outlet_homes().get(outlet):
        return home if home in pair else _namesake(outlet, pair) or home
    name = _plain(outlet.partition(":")[2])
    homes = _by_name().get(name) or _named_in(name) or _by_domain(name) or _begun_in(name) & set(pair)
    return next((home for home in pair if home in homes), min(homes, default=""))


@cache
def _namesake(outlet: str, pair: tuple[str, ...]) -> str:
    """The one of two states that has an outlet of the same name, or of that name behind a state: the World Journal of the Philippines."""
    names, sides = tuple(map(_plain, names_of(outlet))), set(pair)
    same = {home for name in names for home in _by_name().get(name, frozenset()) & sides}
    longer = ((name, homes) for name, homes in _by_name().items() if any(name != each and name.endswith(each) for each in names))
    found = same or {home for name, homes in longer for home in homes & _named_in(name) & sides}
    return min(found) if len(found) == 1 else ""


def _begun_in(name: str) -> frozenset[str]:
    """The states of the outlet whose name a longer one begins or ends with: Yle News, Новости Yle, 朝日新闻中文网."""
    begun = {home for cut in _cuts(name) for home in _by_name().get(cut, frozenset())}
    return frozenset(begun) if len(begun) == 1 else frozenset()


def _cuts(name: str) -> Iterator[str]:
    """The longer parts that a name begins or ends with."""
    for mark in PART.finditer(name):
        yield from (part for part in (name[: mark.start()], name[mark.end() :]) if len(part) >= SHORTEST)
    if CHINESE.fullmatch(name):
        yield from (name[:stop] for stop in range(SHORTEST, len(name)))


def _by_domain(name: str) -> frozenset[str]:
    """The state whose ending a site's name has: Daily.Example.lv."""
    ending = DOMAIN.search(name)
    state = ending[1].upper() if ending else ""
    return frozenset(({BRITISH.get(state, state)} - TRADED) & set(_states().values()))


def _plain(name: str) -> str:
    return ARTICLE.sub("", KIND.sub("", fold(name.strip()).casefold()))


@cache
def _by_name() -> dict[str, frozenset[str]]:
    """The states of outlets by their names without articles and what tells namesakes apart, in every language."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, home in outlet_names():
        found[_plain(name)].add(home)
        found[DOMAIN.sub("", _plain(name))].add(home)
    return {name: frozenset(homes) for name, homes in found.items()}


def _named_in(name: str) -> frozenset[str]:
    """The states that a name tells by a state or a place in it."""
    words = WORD.findall(CHINESE.sub(" ", name))
    parts = {" ".join(words[i : i + n]) for n in range(1, MOST_WORDS + 1) for i in range(len(words) - n + 1)}
    parts |= {run[i : i + n] for run in CHINESE.findall(name) for n in range(2, 5) for i in range(len(run) - n + 1)}
    return frozenset(state for part in parts if (state := _states().get(part)))


@cache
def _states() -> dict[str, str]:
    """States by the folded names of what is theirs: themselves, their seats, their places."""
    found: dict[str, str] = {}
    for language in languages():
        entries = load_gazetteer(language).entries.items()
        found |= {fold(name).casefold(): entry.party for name, entry in entries if entry.party and entry.kind in SIDES and len(name) > 1}
        found |= {name: place.partition(":")[0] for name, place in place_ids(language).items()}
    return found
