"""Sides together and what they hold: у сторон сохраняются разногласия; позиции сторон совпадают."""

from __future__ import annotations

from ..hits import Hit, Words
from ..items import Items
from ..subjects import Subject
from .agreement import agrees
from .phrases import phrases

STATES = frozenset("SMG")


def are_several(items: Items, subject: Subject, words: Words) -> bool:
    """Whether a subject is several sides: стороны, Чад и Нигер, оба министра, делегации."""
    letters = items.letters[subject.first : subject.last]
    unnamed = STATES.isdisjoint(letters) and not words["several"].isdisjoint(items.words[subject.first : subject.last])
    return "J" in letters or "w" in letters or (unnamed and items.cases[subject.last - 1] in "pq")


def parties_among(items: Items, hit: Hit, first: int, last: int) -> Subject | None:
    """у сторон сохраняются разногласия, между Москвой и Анкарой остаются противоречия; остаются они между …"""
    around = [*phrases(items, first, hit.first), *phrases(items, hit.last, last)]
    found = next((p for p in around if p.preposition in items.known["among"]), None)
    if found is None:
        return _owning(items, hit)
    if (found.first > hit.at and found.preposition not in items.known["between_two"]):
        return None
    return Subject(found.first, found.last, found.first - 1, "among")


def _owning(items: Items, hit: Hit) -> Subject | None:
    """разногласия сторон сохраняются: the sides whose the noun of a verb is."""
    at = hit.at - 1
    return Subject(at, at + 1, hit.first, "among") if at > hit.first and items.letters[at] == "J" and items.cases[at] in "gq" else None


def stances(items: Items, hit: Hit, first: int) -> Subject | None:
    """Позиции сторон совпадают: the stances of the sides, which are no actors."""
    own = (p for p in phrases(items, first, hit.first) if items.words[p.head] in items.known["stance"] and agrees(items, p, items.cases[hit.at]))
    found = next(own, None)
    return Subject(found.first, found.last, found.first, "stance") if found else None
