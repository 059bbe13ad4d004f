"""Sides named by one character: 乌方, 乌国, 乌外长 are of the state, among those that begin so, that the document names most."""

from __future__ import annotations

import re
from collections import Counter

from detente.languages import Language
from detente.records import Tokens
from detente.resources.gazetteer import Entry

SIDES = ("state", "side")
NAMING = frozenset("SMY")
# Classes of short forms: sides and states, and words of no list of ours.
FORMS = re.compile("[SMkx]")
# A character before an office or a body that may be a state; one that is no short form stands where no name ends.
OWNERS = re.compile("(?:(?<!S)S|(?<![^,;:.\\n“(acpPrD])[nxkwmvL])(?=[TYh])")


def settle_sides(tokens: Tokens, language: Language) -> Tokens:
    """Return Chinese tokens with the name of a state in place of each short form that stands for it, others as they are.

    >>> from detente.languages import load_language
    >>> zh = load_language("zh")
    >>> settle_sides(zh.segment("乌兹别克斯坦外长来访。乌方说"), zh).words[-2:]
    ('乌兹别克斯坦', '说')
    """
    if language.joint:
        return tokens
    letters = tokens.classes
    found = (match.start() for match in FORMS.finditer(letters))
    places = [i for i in found if language.is_short_form(tokens.words[i])]
    owners = [i for i in (match.start() for match in OWNERS.finditer(letters)) if tokens.words[i] in language.gazetteer.initials]
    if not places and not owners:
        return tokens
    named = _named(tokens, {tokens.words[i] for i in places}, language)
    words, classes = list(tokens.words), list(letters)
    for i in places:
        if name := _meant(words[i], named, language):
            words[i], classes[i] = name, "M"
    for i in owners:
        if _usual(words[i], language) not in named and (name := _meant(words[i], named, language)):
            words[i], classes[i] = name, "S"
    return Tokens(tokens.starts, tokens.stops, tuple(words), "".join(classes))


def _named(tokens: Tokens, forms: set[str], language: Language) -> dict[str, tuple[int, str, str]]:
    """How often each party's state is named in full, or by its capital, the name used first, and what its own names begin with."""
    entries = language.gazetteer.entries
    whole = zip(tokens.words, tokens.classes, strict=True)
    counts = Counter(_state_of(word, entries) if letter == "Y" else word for word, letter in whole if letter in NAMING)
    named: dict[str, tuple[int, str, str]] = {}
    for word, count in counts.items():
        if len(word) > 1 and word not in forms and (entry := entries.get(word)) and entry.party and entry.kind in SIDES:
            before, name, initials = named.get(entry.party, (0, word, ""))
            named[entry.party] = before + count, name, initials + (word[0] if entry.kind == "state" else "")
    return named


def _state_of(body: str, entries: dict[str, Entry]) -> str:
    """The state that a body's name opens with (亚美尼亚外交部), the name itself if none."""
    opening = (body[:k] for k in range(len(body) - 1, 1, -1))
    return next((name for name in opening if (entry := entries.get(name)) and entry.kind == "state"), body)


def _usual(form: str, language: Language) -> str | None:
    """The party that a short form stands for anywhere."""
    entry = language.gazetteer.entries.get(form)
    return entry.party if entry else None


def _meant(form: str, named: dict[str, tuple[int, str, str]], language: Language) -> str | None:
    """The name of the state that a short form stands for, unless it is the one that it stands for anywhere.

    A state whose own name begins so comes before one whose capital does: 伊方 is Iran, not Islamabad.
    """
    possible = [party for party in named if party in language.gazetteer.initials.get(form[0], ())]
    party = max(possible, key=lambda party: (form[0] in named[party][2], named[party][0]), default=None)
    return named[party][1] if party and _usual(form, language) != party else None
