"""Objects before a verb whose subject stands behind it: Решение осудил Тбилиси."""

from __future__ import annotations

from ..contents import Content
from ..hits import FINITE, Hit
from ..items import Items
from ..subjects import Subject
from .agreement import agrees
from .fronted import THINGS, clause_of, governs, whole
from .moved import also
from .phrases import ACTORS, phrase_at, phrases

OBJECTS = frozenset({"noun", "person"})
AFTER, OBJECT = ("", "P", ".", ",", "D", "a"), frozenset("bqo")
OF = frozenset("GD")  # cases of an adjective that no object has


def is_turned(items: Items, hit: Hit, first: int, content: Content) -> bool:
    """Whether who acts stands behind a verb whose object does before it: Решение осудил Тбилиси."""
    before, behind = phrases(items, clause_of(items, hit, first), hit.first), phrase_at(items, content.first, len(items.letters))
    if content.kind not in OBJECTS or hit.mode != FINITE or not before or behind is None or before[-1].last != hit.first:
        return False
    if content.first != hit.last + also(items, hit):
        return False
    thing, verb = whole(before, hit), items.cases[hit.at]
    described = thing.head > thing.first and items.cases[thing.head - 1] in OF
    named = described or "K" in items.letters[thing.head : thing.last]
    apart = governs(items, hit, thing.first - 1) if thing.preposition else not agrees(items, thing, verb)
    turned = apart and (thing.preposition or not named) and items.letters[thing.head] in THINGS
    return bool(turned) and items.letters[behind.head] in ACTORS and agrees(items, behind, verb) and not any(agrees(items, p, verb) for p in before)


def object_of_infinitive(items: Items, hit: Hit, first: int, subject: Subject, content: Content) -> tuple[int, int] | None:
    """Return the object that opens a clause and is that of the infinitive behind its verb: Первый поезд стороны обещают пустить в марте."""
    start = clause_of(items, hit, first)
    if content.kind != "to" or subject.last != hit.first or subject.first <= start or items.letters[content.first + 1 : content.first + 2] not in AFTER:
        return None
    opening = phrase_at(items, start, subject.first)
    fits = opening and not opening.preposition and items.letters[opening.head] in THINGS and items.cases[opening.head] in OBJECT
    return (start, subject.first) if fits and set("Vcg").isdisjoint(items.letters[start : subject.first]) else None
