"""Predicates that report behind a form of be or its like: is grateful to, stands ready to, are in agreement that."""

from __future__ import annotations

from detente.resources.verbs import VerbForm, Verbs

from .items import Items
from .phrases import Words

Predicate = tuple[int, int, int, VerbForm, bool]
SPEAKING = frozenset("SMGYTtKkjhORJIu,weDi)-Q")  # what may stand before the copula of who speaks, not of a thing


def predicates_of(items: Items, first: int, last: int, verbs: Verbs, words: Words) -> list[Predicate]:
    """Return where predicates begin with their auxiliaries, stand and end, with their forms and whether they are denied."""
    found = []
    for at in range(first + 2, last) if verbs.predicates else ():
        if items.words[at] not in verbs.predicates or (begin := _copula_from(items, at, first, words)) == at:
            continue
        told = items.words[begin:at]
        if words["unsettled"].isdisjoint(told) and (form := _matching(items, at, verbs)):
            found.append((begin, at, form[1], form[0], not words["negation"].isdisjoint(told)))
    return found


def _copula_from(items: Items, at: int, floor: int, words: Words) -> int:
    """Where the copula of who speaks begins with its auxiliaries: has, however, remained; the predicate itself where none stands."""
    first, copular = at, False
    while first > floor + 1:
        word = items.words[first - 1]
        if items.letters.endswith(",a,", floor + 1, first):
            first -= 3
        elif items.letters[first - 1] in "avz" or word in words["copular"]:
            first, copular = first - 1, copular or word in words["copular"] or word in words["being"]
        else:
            break
    return first if copular and items.letters[first - 1] in SPEAKING and items.words[first - 1] != "there" else at


def _matching(items: Items, at: int, verbs: Verbs) -> tuple[VerbForm, int] | None:
    """The longest form that stands at an item, and where it ends, also with a word between: in full agreement that."""
    for form in verbs.predicates[items.words[at]]:
        if tuple(items.words[at : at + len(form.rest)]) == form.rest:
            return form, at + len(form.rest)
        if items.letters[at] in "Po" and (items.words[at], *items.words[at + 2 : at + 1 + len(form.rest)]) == form.rest:
            return form, at + 1 + len(form.rest)
    return None
