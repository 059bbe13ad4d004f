"""Whom a relative clause is of, where its pronoun is the subject: встретился с послом, который считает, что …"""

from __future__ import annotations

from ..items import Items
from .phrases import LONGEST_TITLE, NOMINATIVE, Phrase, phrases

WHO = frozenset("TtKkhSMGYR")
NAMES = frozenset("Kk")
OWNED = frozenset("Tth")  # whom a thing is of: имени чиновника, который …
MARKS = ",;:-()Q"
BETWEEN = frozenset("az")
ACTING = frozenset("Vcvgliq")  # what does not stand between the pronoun of somebody and his verb
MEDIA = frozenset("hjSO")  # before a short name in marks: газете «Заря»


def related(items: Items, stop: int, floor: int) -> Phrase | None:
    """Return the phrase that a relative clause up to item `stop` (exclusive) describes, or None."""
    start = _segment(items, stop, floor)
    clause = items.letters[start:stop]
    if clause[:1] != "i" or not ACTING.isdisjoint(clause[1:]) or items.cases[start].lower() not in NOMINATIVE or start - 2 <= floor:
        return None
    if items.letters[start - 1] != ",":
        return None
    whom = _before(items, start, floor)
    alone = BETWEEN.issuperset(clause[1:])
    return whom if whom and (alone or items.letters[whom.head] in OWNED | NAMES) else None  # посла, который в интервью газете заявил


def _before(items: Items, start: int, floor: int) -> Phrase | None:
    """Who or what stands before a relative pronoun, or whose it is."""
    before = phrases(items, _segment(items, start - 1, floor), start - 1)
    if not before or before[-1].last != start - 1:
        return None
    return before[-1] if items.letters[before[-1].head] in WHO else _owner(items, before[-1])


def _owner(items: Items, phrase: Phrase) -> Phrase | None:
    at = next((k for k in range(phrase.head + 1, phrase.last) if items.letters[k] in OWNED and items.cases[k] in "gqb"), None)
    return Phrase(at, phrase.last, at, "") if at is not None else None


def _segment(items: Items, stop: int, floor: int) -> int:
    while stop > floor and (items.letters[stop - 1] not in MARKS or _is_title(items, stop - 1)):
        stop -= 1
    return stop


def _is_title(items: Items, at: int) -> bool:
    """Whether a quotation is the name of what stands before it."""
    return items.letters[at] == "Q" and at > 0 and items.letters[at - 1] in MEDIA and items.stops[at] - items.starts[at] < LONGEST_TITLE
