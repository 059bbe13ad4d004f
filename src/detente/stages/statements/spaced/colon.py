"""A quotation that a sentence leads up to without a verb of saying: Her counterpart was less effusive: “…”; Oslo's answer was swift: “…”"""

from __future__ import annotations

from .heard import SPEAKING
from .hits import FINITE, Hit
from .items import Items
from .labels import COLON
from .scene import Scene
from .subjects import Subject, subject_of

VERBS = frozenset("vVc")
THINGS = ("message", "taken_up", "offered")


def read_colon(scene: Scene, first: int, last: int, known: int) -> None:
    """Add the report of a sentence in which none was found since `known` and that a quotation behind a colon ends."""
    items = scene.items
    colon = last - 2
    if len(scene.found) > known or colon <= first + 1 or items.letters[colon:last] != ":Q":
        return
    for verb in (k for k in range(first + 1, colon) if items.letters[k] in VERBS):
        found = subject_of(items, Hit(verb, verb, verb + 1, COLON, FINITE, False), first, scene.words)
        if found and (speaker := _speaks(scene, found)):
            draft = scene.new(COLON, (verb, verb + 1), scene.span(*speaker), scene.span(first, last), "colon")
            draft.take(*scene.span(colon + 1, last), 0)
            draft.direct = True
            return


def _speaks(scene: Scene, subject: Subject) -> tuple[int, int] | None:
    """Who speaks, where a subject names somebody or whose answer it is."""
    items, at = scene.items, subject.last - 1
    owner = items.letters.rfind("e", subject.first, subject.last)
    if owner > subject.first and any(items.words[at] in scene.words[name] for name in THINGS):
        return subject.first, owner
    if items.letters[at] == "R":
        return (subject.first, subject.last) if items.words[at] in items.known["he_or_she"] else None
    return (subject.first, subject.last) if _names(items, subject) else None


def _names(items: Items, subject: Subject) -> bool:
    return items.letters[subject.last - 1] in SPEAKING and not (items.letters[subject.first] == "d" and items.letters[subject.last - 1] == "M")
