"""Words that stand before who said them and who brings them: «…» — эту фразу премьера слышал консул; and documents that hold them."""

from __future__ import annotations

from ..hits import FINITE, Hit
from ..items import Items
from ..scene import Scene
from ..subjects import Subject
from .messages import CITED, owner_of
from .phrases import Phrase, phrases
from .subjects import subject_behind, subject_of

THINGS = frozenset("nN")
VERBS = frozenset("Vcr")


def read_voiced(scene: Scene, first: int, last: int) -> bool:
    """Read words that a noun behind a dash takes up, with whose they are and who brings them."""
    items = scene.items
    if items.known["cited_noun"].isdisjoint(items.words[first + 2 : last]):
        return False
    at = next((k for k in range(first + 2, last) if items.words[k] in items.known["cited_noun"] and items.words[k - 1] in items.known["such_words"]), None)
    dash = at - 2 - (items.letters[at - 2] == "P") if at is not None else -1
    owner = owner_of(items, at, last) if at is not None and dash > first and items.letters[dash] == "-" else None
    verb = next((k for k in range(owner.last, last) if items.letters[k] in VERBS), None) if owner else None
    if owner is None or verb is None or "," in items.letters[owner.last : verb]:
        return False
    hit = Hit(verb, verb, verb + 1, CITED, FINITE, False)
    by = subject_of(items, hit, owner.last) or subject_behind(items, hit, last)
    if by is None:
        return False
    draft = scene.report(hit, Subject(owner.first, owner.last, owner.first, "cited"), (first, last), "cited")
    draft.relays = ((scene.span(by.first, by.last),),)
    stop = dash
    while stop > first and items.letters[stop - 1] in ",-":
        stop -= 1
    draft.take(*scene.span(first, stop), 0)
    draft.direct = items.letters[first] == "Q"
    return True


def document_of(items: Items, verb: int, first: int) -> Subject | None:
    """The document in which words stand: в протоколе записан ответ министра; отчет, где приведены слова министра."""
    start = verb
    while start > first and items.letters[start - 1] not in ",;:-()Q":
        start -= 1
    held = _held(items, start, verb)
    if held is None and start > first + 1 and (items.words[start] in items.known["where"] or items.letters[start : start + 2] == "Pi"):
        before = phrases(items, first, start - 1)
        held = before[-1] if before and before[-1].last == start - 1 else None
    return Subject(held.first, held.last, held.first, "document") if held else None


def _held(items: Items, first: int, last: int) -> Phrase | None:
    return next((p for p in phrases(items, first, last) if p.preposition in items.known["seated_in"] and items.letters[p.head] in THINGS), None)
