"""Sides named by one character: 乌方, 乌国 are of the state, among those that begin so, that the document names most."""

from __future__ import annotations

import re
from collections import Counter
from itertools import compress

from detente.languages import Language
from detente.records import Tokens

STATES = re.compile("[SM]")
# Classes of short forms: sides and states, and words of no list of ours.
FORMS = frozenset("SMkx")


def settle_sides(tokens: Tokens, language: Language) -> Tokens:
    """Return the tokens with the name of a state in place of each short form that stands for it.

    >>> from detente.languages import load_language
    >>> zh = load_language("zh")
    >>> settle_sides(zh.segment("乌兹别克斯坦外长来访。乌方说"), zh).words[-2:]
    ('乌兹别克斯坦', '说')
    """
    letters = tokens.classes
    found = compress(range(len(letters)), map(language.short_forms.__contains__, tokens.words)) if language.short_forms else ()
    places = [i for i in found if letters[i] in FORMS]
    if not places:
        return tokens
    forms = {tokens.words[i] for i in places}
    named = _named(tokens, forms, language)
    words, classes = list(tokens.words), list(letters)
    meant = {form: _meant(form, named, language) for form in forms}
    for i in places:
        if name := meant[words[i]]:
            words[i], classes[i] = name, "M"
    return Tokens(tokens.starts, tokens.stops, tuple(words), "".join(classes))


def _named(tokens: Tokens, forms: set[str], language: Language) -> dict[str, tuple[int, str]]:
    """How often each party's state is named in full, or by its capital, and the name that is used first."""
    entries = language.gazetteer.entries
    counts = Counter([tokens.words[match.start()] for match in STATES.finditer(tokens.classes)])
    named: dict[str, tuple[int, str]] = {}
    for word, count in counts.items():
        if len(word) > 1 and word not in forms and (entry := entries.get(word)) and entry.party:
            before, name = named.get(entry.party, (0, word))
            named[entry.party] = before + count, name
    return named


def _meant(form: str, named: dict[str, tuple[int, str]], language: Language) -> str | None:
    """The name of the state that a short form stands for, unless it is the one that it stands for anywhere."""
    possible = [party for party in named if party in language.gazetteer.initials[form[0]]]
    entry = language.gazetteer.entries.get(form)
    party = max(possible, key=lambda party: named[party][0], default=None)
    return named[party][1] if party and (entry is None or entry.party != party) else None
