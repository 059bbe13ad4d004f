"""Two people named together with the office that both hold: министры Японии и Вьетнама Кэндзо Судо и Ли Ван Тон.

The first named is of the first state, the second of the second; behind заместители министров двух стран, of the two states
that were named last. Or each stands behind the own state, and a comma may part the names from the office.
"""

from __future__ import annotations

import re

from detente.languages import Language
from detente.records import Tokens

CHAIN = frozenset("SMwTthnYJ")
LONGEST = 10
FARTHEST = 200
PAIRS = frozenset(("SwS", "MwM", "SwM", "MwS"))
SEVERAL = frozenset("pqg")
PARTED, MARKS = re.compile("[SM]Kw[SM]K"), (",", ".", ":", "\n", "")


def pair_named(tokens: Tokens, at: int, last: tuple[str, ...], language: Language) -> dict[int, str]:
    """Return the parties of a name and the one that is joined to it, by token; `last` are the parties named so far, the last behind."""
    if PARTED.match(tokens.classes, at - 1):
        return _each_of_its_own(tokens, at, language)
    if tokens.classes[at : at + 3] != "KwK":
        return {}
    apart = tokens.classes[at - 1 : at] == "," and tokens.classes[at + 3 : at + 4] in MARKS
    stop = at - apart
    parties = last[-2:] if tokens.classes[stop - 1 : stop] == "J" else _states(tokens, stop, language)
    return dict(zip((at, at + 2), parties, strict=True)) if len(parties) == 2 else {}


def _each_of_its_own(tokens: Tokens, at: int, language: Language) -> dict[int, str]:
    """министры энергетики Кении Джон Кимани и Замбии Питер Банда: each behind the own state."""
    first = at
    while first > 0 and at - first < LONGEST and tokens.classes[first - 1] in CHAIN:
        first -= 1
    several = any(tokens.classes[i] in "TtJ" and tokens.cases[i] in SEVERAL for i in range(first, at))
    entries = [language.gazetteer.entries.get(tokens.words[i]) for i in (at - 1, at + 2)]
    return {k: entry.party for k, entry in zip((at, at + 3), entries, strict=True) if several and entry and entry.party}


def _states(tokens: Tokens, at: int, language: Language) -> tuple[str, ...]:
    """The states of the office that stands before a name, where several hold it."""
    first = at
    while first > 0 and at - first < LONGEST and tokens.classes[first - 1] in CHAIN:
        first -= 1
    several = any(tokens.classes[i] in "TtJ" and tokens.cases[i] in SEVERAL for i in range(first, at))
    entries = language.gazetteer.entries
    named = (entries.get(tokens.words[i]) for i in range(first, at) if tokens.classes[i] in "SM")
    parties = tuple(dict.fromkeys(entry.party for entry in named if entry and entry.party))
    return (parties or _together(tokens, first, language)) if several else ()


def _together(tokens: Tokens, stop: int, language: Language) -> tuple[str, ...]:
    """The two states that stand together last before an office: Греция и Турция …; главы МИД Никос Валтинос и Тарык Сезгинер."""
    entries = language.gazetteer.entries
    at = next((i for i in range(stop - 1, max(0, stop - FARTHEST), -1) if tokens.classes[i - 1 : i + 2] in PAIRS), None)
    named = (entries.get(tokens.words[i]) for i in (at - 1, at + 1)) if at else ()
    return tuple(dict.fromkeys(entry.party for entry in named if entry and entry.party))
