"""Whose words or view a sentence gives, told in front of it: In her words, “…”; in Oslo's view, …; in the words of the envoy, …"""

from __future__ import annotations

from .according import ACCORDING
from .items import Items
from .phrases import phrase_after
from .scene import Scene

LONGEST = 16  # items before the comma
Range = tuple[int, int]


def read_viewed(scene: Scene, first: int, last: int) -> bool:
    """Read a sentence that opens by telling whose words or view it gives."""
    items = scene.items
    at = first + (items.letters[first] in "wB")
    if at + 4 >= last or items.words[at] not in items.known["view_opening"]:
        return False
    found = _owned(scene, at, last) or _of_somebody(scene, at, last)
    if found is None or found[1] + 1 >= last or items.letters[found[1]] != ",":
        return False
    speaker, comma = found
    draft = scene.new(ACCORDING, (at, at + 1), scene.span(*speaker), scene.span(first, last), "viewed")
    draft.take(*scene.span(comma + 1, last), 0)
    draft.direct = items.letters[comma + 1] == "Q"
    draft.clausal = True
    return True


def _owned(scene: Scene, at: int, last: int) -> tuple[Range, int] | None:
    """His words, Oslo's own view: whose, and the comma behind."""
    items = scene.items
    owner = at + 2 if items.words[at + 1] in items.known["possessive"] else items.letters.find("e", at + 1, min(last, at + LONGEST))
    if owner < 0 or (owner > at + 2 and phrase_after(items, at + 1, owner) != owner):
        return None
    noun = owner + (items.letters[owner] == "e")
    noun += items.words[noun] == "own"
    return ((at + 1, owner), noun + 1) if noun < last and items.words[noun] in scene.words["viewing"] else None


def _of_somebody(scene: Scene, at: int, last: int) -> tuple[Range, int] | None:
    """The words of the envoy, Ann Hall: whose, and the comma behind."""
    items = scene.items
    if items.words[at + 1] != "the" or items.words[at + 2] not in scene.words["viewing"] or items.words[at + 3] != "of":
        return None
    stop = phrase_after(items, at + 4, last)
    stop = _apposed(items, stop, last)
    return ((at + 4, stop), stop) if stop > at + 4 else None


def _apposed(items: Items, comma: int, last: int) -> int:
    """Where an apposition behind a comma ends, if a comma closes it and what is told follows."""
    stop = phrase_after(items, comma + 1, last) if items.letters[comma : comma + 1] == "," else comma
    return stop if stop > comma + 1 and items.letters[stop : stop + 1] == "," else comma
