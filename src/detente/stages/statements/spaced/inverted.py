"""The subject behind its verb: said Zarif, the foreign minister."""

from __future__ import annotations

from .hits import Hit
from .items import Items
from .phrases import phrase_after
from .subjects import NAMES, Subject


def subject_behind(items: Items, hit: Hit, last: int) -> Subject | None:
    """said Zarif, the foreign minister."""
    letters = items.letters
    if items.letters[hit.last : hit.last + 3] == "dou" and items.words[hit.last + 2] == "them":
        return Subject(hit.last, hit.last + 3, hit.at, "behind")
    stop = phrase_after(items, hit.last, last)
    if stop == hit.last or letters[hit.last] == "R" or letters[stop : stop + 1] in ("v", "c"):
        return None
    while stop + 1 < last and letters[stop] == "P" and items.words[stop] in ("for", "at", "in", "from", "with", "by"):
        farther = phrase_after(items, stop + 1, last)
        if farther == stop + 1 or (items.words[stop] == "by" and NAMES.isdisjoint(letters[stop + 1 : farther])):
            break
        stop = farther
    if stop + 1 < last and letters[stop] == "," and letters[stop + 1] in "dSMKkjGYTtOhIxm":
        stop = _apposition(items, stop, last)
    return Subject(hit.last, stop, hit.at, "behind")


def _apposition(items: Items, comma: int, last: int) -> int:
    """Where an apposition behind a comma ends: with the sentence, or before the comma that closes it."""
    return next((at for at in range(comma + 1, last) if items.letters[at] in ",;"), last)
