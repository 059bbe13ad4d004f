"""Whom a relative clause is of, where its pronoun is the subject: встретился с послом, который считает, что …"""

from __future__ import annotations

from ..items import Items
from .phrases import NOMINATIVE, Phrase, phrases

WHO = frozenset("TtKkhSMGYR")
OWNED = frozenset("Tth")  # whom a thing is of: имени чиновника, который …
MARKS = ",;:-()Q"
BETWEEN = frozenset("az")


def related(items: Items, stop: int, floor: int) -> Phrase | None:
    """Return the phrase that a relative clause up to item `stop` (exclusive) describes, or None."""
    start = _segment(items, stop, floor)
    clause = items.letters[start:stop]
    if clause[:1] != "i" or not BETWEEN.issuperset(clause[1:]) or items.cases[start].lower() not in NOMINATIVE or start - 2 <= floor:
        return None
    if items.letters[start - 1] != ",":
        return None
    before = phrases(items, _segment(items, start - 1, floor), start - 1)
    if not before or before[-1].last != start - 1:
        return None
    return before[-1] if items.letters[before[-1].head] in WHO else _owner(items, before[-1])


def _owner(items: Items, phrase: Phrase) -> Phrase | None:
    at = next((k for k in range(phrase.head + 1, phrase.last) if items.letters[k] in OWNED and items.cases[k] in "gqb"), None)
    return Phrase(at, phrase.last, at, "") if at is not None else None


def _segment(items: Items, stop: int, floor: int) -> int:
    while stop > floor and items.letters[stop - 1] not in MARKS:
        stop -= 1
    return stop
