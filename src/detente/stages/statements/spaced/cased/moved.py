"""Words that stand before a verb or behind it and belong to what it reports: О компенсациях Франция говорить отказывается."""

from __future__ import annotations

from ..hits import Hit
from ..items import Items
from ..subjects import Subject
from .phrases import phrase_at

THINGS = frozenset("nN")


def spoken_of(items: Items, hit: Hit, start: int, who: Subject) -> tuple[int, int] | None:
    """О компенсациях Франция говорить отказывается: what an infinitive behind who acts is about, where it opens the clause."""
    opening = phrase_at(items, start + (items.letters[start] == "P"), who.first) if start < who.first and who.last == hit.first - 1 else None
    fits = opening is not None and not opening.preposition and items.letters[opening.head] in THINGS
    return (opening.first, who.first) if opening and fits else None


def also(items: Items, hit: Hit) -> bool:
    """Whether и stands behind a verb before its subject: вернуть суда требует и посол."""
    return not items.known["joining"].isdisjoint(items.words[hit.last : hit.last + 1])
