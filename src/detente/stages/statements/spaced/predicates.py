"""Predicates that report behind a form of be or its like: is grateful to, stands ready to, are in agreement that."""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.resources.verbs import VerbForm, Verbs

from .items import Items

Words = Mapping[str, frozenset[str]]
Predicate = tuple[int, int, int, VerbForm, bool]
COPULA = re.compile("[vV](?:[avz]|,a,)*")
SPEAKING = frozenset("SMGYTtKkjhORJIu,weDi)-Q")  # what may stand before the copula of who speaks, not of a thing


def predicates_of(items: Items, first: int, last: int, verbs: Verbs, words: Words) -> list[Predicate]:
    """Return where predicates begin with their auxiliaries, stand and end, with their forms and whether they are denied."""
    found = []
    for copula in COPULA.finditer(items.letters, first + 1, last) if verbs.predicates else ():
        at, told = copula.end(), items.words[copula.start() : copula.end()]
        if items.letters[copula.start() - 1] not in SPEAKING or items.words[copula.start() - 1] == "there":
            continue
        if not (words["being"] | words["copular"]).isdisjoint(told) and words["unsettled"].isdisjoint(told):
            negated = not words["negation"].isdisjoint(told)
            found += [(copula.start(), at, stop, form, negated) for form, stop in _matching(items, at, verbs)]
    return found


def _matching(items: Items, at: int, verbs: Verbs) -> list[tuple[VerbForm, int]]:
    """The longest form that stands at an item, and where it ends, also with a word between: in full agreement that."""
    for form in verbs.predicates.get(items.words[at] if at < len(items.words) else "", ()):
        if tuple(items.words[at : at + len(form.rest)]) == form.rest:
            return [(form, at + len(form.rest))]
        if items.letters[at] in "Po" and (items.words[at], *items.words[at + 2 : at + 1 + len(form.rest)]) == form.rest:
            return [(form, at + 1 + len(form.rest))]
    return []
