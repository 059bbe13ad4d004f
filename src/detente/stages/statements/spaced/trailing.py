"""What stands around a report behind its content: its occasion (said after a session led by …), and contents without a verb."""

from __future__ import annotations

from .hits import Hit
from .items import Items
from .phrases import phrase_after

OPENS = frozenset("dSMKkGYTJRhxIm")
OCCASION = frozenset("PD")
TOLD = frozenset("lQ:qv")  # what would be a content of its own
FRAGMENT = frozenset("zdxm")
LONGEST_FRAGMENT = 8


def trail(items: Items, hit: Hit, first: int, stop: int, last: int) -> int:
    """Where the occasion of a report ends that stands behind a whole clause from `first` to `stop`; 0 where it may tell more."""
    letters = items.letters
    verb = phrase_after(items, first, stop) if letters[first] in OPENS else first
    if verb == first or letters[verb : verb + 1] not in tuple("vVca") or letters[hit.last : hit.last + 1] not in tuple(OCCASION):
        return 0
    comma = letters.find(",", hit.last, last)
    end = comma if comma > 0 else last
    return end if TOLD.isdisjoint(letters[hit.last : end]) else 0


def is_fragment(items: Items, first: int, stop: int) -> bool:
    """Whether words without a verb are told, no time and no place: Not now; Too late; No deal before June."""
    letters = items.letters[first:stop]
    opens = letters[:1] in tuple(FRAGMENT) or items.words[first] in ("too", "so")
    return opens and 1 < len(letters) <= LONGEST_FRAGMENT and "D" not in letters[:3] and items.words[first] not in ("this", "that", "last")
