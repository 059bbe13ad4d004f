"""Sides in the dative: сторонам не удалось договориться."""

from __future__ import annotations

from ..hits import Hit
from ..items import Items
from ..subjects import Subject
from .phrases import Phrase, phrases

STATES = frozenset("SMG")


def is_dative(items: Items, phrase: Phrase) -> bool:
    """Whether a phrase is a dative, if only by its last word or as the name of a state may be one: Турции и Египту."""
    state = items.letters[phrase.head] in STATES and items.cases[phrase.head] == "g"
    joined = "w" in items.letters[phrase.first : phrase.last] and items.cases[phrase.last - 1] == "d"
    return not phrase.preposition and (items.cases[phrase.head] == "d" or state or joined)


def dative_subject(items: Items, hit: Hit, first: int) -> Subject | None:
    """Сеулу и Пхеньяну не удалось договориться: the dative before the verb."""
    if items.words[hit.at] not in items.known["dative_verb"]:
        return None
    found = next((p for p in phrases(items, first, hit.first) if is_dative(items, p)), None)
    return Subject(found.first, found.last, found.first, "dative") if found else None
