"""A clause that opens a sentence and is what somebody tells in the rest of it: О том, что база закрыта, газете рассказал министр."""

from __future__ import annotations

import re

from ..hits import FINITE, Hit
from ..items import Items
from ..scene import Scene
from ..subjects import Subject
from .marks import LATTER
from .phrases import phrase_at
from .seats import speaking_place
from .subjects import subject_behind, subject_of

OPENS = re.compile("(?:P?[Rd],)?l")
TELLS = frozenset({"say", "tell"})
SUBORDINATE = frozenset("liqgjBw-Q")
RELATIVE = re.compile("P?i")
ABOUT = ("что", "касаться")


def read_clausal(scene: Scene, first: int, last: int, hits: list[Hit]) -> bool:
    """Read a sentence whose first clause is told by who stands in its last."""
    items = scene.items
    match = OPENS.match(items.letters, first, last)
    if match is None or items.words[first : first + 2] == [*ABOUT] or not items.known["clause_pronoun"] & set(items.words[first : match.end()]):
        return False
    if items.words[match.end() - 1] != ABOUT[0]:
        return False
    found = next((pair for pair in _told(items, match.end(), last, hits)), None)
    by = _who(items, *found, last) if found else None
    if found is None or by is None:
        return False
    comma, hit = found
    whom = LATTER.match(items.letters, by.last, last)
    from_whom = phrase_at(items, whom.end(), last) if whom and items.known["latter"] & set(items.words[by.last : whom.end()]) else None
    speaker = Subject(from_whom.first, from_whom.last, from_whom.first, "clausal") if from_whom else by
    draft = scene.report(hit, speaker, (first, last), "clausal")
    draft.relays = ((scene.span(by.first, by.last),),) if from_whom else ()
    draft.take(*scene.span(match.end(), comma), 0)
    return True


def _told(items: Items, begin: int, last: int, hits: list[Hit]) -> list[tuple[int, Hit]]:
    """The commas behind which a main clause tells what stands before, the last first, with its verb."""
    found = []
    for hit in hits:
        comma = items.letters.rfind(",", begin, hit.first)
        tells = hit.mode == FINITE and not hit.negated and hit.form.frame in TELLS and "that" in hit.form.takes
        opened = items.letters[comma + 1 : comma + 2] in SUBORDINATE or RELATIVE.match(items.letters, comma + 1)
        inside = not set(":;Ql").isdisjoint(items.letters[comma + 1 : hit.first])
        if comma > begin and tells and not opened and not inside and "l" not in items.letters[hit.last : hit.last + 2]:
            found.append((comma, hit))
    return found[::-1]


def _who(items: Items, comma: int, hit: Hit, last: int) -> Subject | None:
    return subject_of(items, hit, comma + 1) or subject_behind(items, hit, last) or speaking_place(items, hit, comma + 1, last)
