"""Accounts and memories in which somebody speaks: Bloomberg has the minister saying that …; he recalled the envoy telling him: …"""

from __future__ import annotations

from typing import NamedTuple

from .contents import content_of
from .extent import close
from .hits import FINITE, PARTICIPIAL, Hit
from .items import Items
from .phrases import phrase_after
from .scene import Scene
from .subjects import Subject, leading

NAMED = frozenset("SMGYTKkht")
PRONOUNS = frozenset("Ru")
DOING = frozenset("VxawP")  # what somebody does as he speaks: leaning across and saying
LONGEST_DEED = 5
FARTHEST = 30


class _Had(NamedTuple):
    """The verb of an account at an item, and who speaks in it."""

    at: int
    speaker: tuple[int, int]


def read_having(scene: Scene, hits: list[Hit], first: int, last: int) -> bool:
    """Read a sentence in which somebody has or recalls another saying something."""
    for hit in hits:
        had = _had(scene, hit, first) if hit.mode == PARTICIPIAL else None
        had = had if had and all(each.mode != FINITE or each.at >= had.at for each in hits) else None
        content = content_of(scene.items, hit, last, scene.words) if had else None
        if had and content:
            spoken = hit._replace(mode=FINITE)
            draft = scene.report(spoken, Subject(*had.speaker, had.speaker[0], "had"), (first, last), "finite")
            draft.take(*scene.span(content.first, close(scene.items, content, last, scene.words, fronted=False)), 0)
            draft.addressee = scene.span(*content.told) if content.told else None
            draft.clausal = content.kind != "noun"
            by = leading(scene.items, first, had.at + 1, scene.words)
            if by and not set(scene.items.letters[by.first : by.last]) <= PRONOUNS:
                draft.relays = ((scene.span(by.first, by.last),),)
            return True
    return False


def _had(scene: Scene, hit: Hit, first: int) -> _Had | None:
    items = scene.items
    for at in range(hit.first - 2, max(first, hit.first - FARTHEST), -1):
        if items.words[at] in scene.words["having"]:
            stop = phrase_after(items, at + 1, hit.first)
            while stop > at + 2 and items.words[stop - 1].endswith("ing"):
                stop -= 1  # the premier leaning across and saying
            speaks = NAMED & set(items.letters[at + 1 : stop]) and _reaches(items, stop, hit.first)
            return _Had(at, (at + 1, _end(items, stop, hit.first))) if speaks else None
    return None


def _reaches(items: Items, stop: int, at: int) -> bool:
    """Whether a verb follows its subject: at once, behind an apposition, or behind what else he does."""
    between = items.letters[stop:at]
    apposed = between[:1] == between[-1:] == "," and between.count(",") == 2
    deed = between.endswith("w") and len(between) <= LONGEST_DEED and set(between) <= DOING and items.words[stop].endswith("ing")
    return not between or apposed or deed


def _end(items: Items, stop: int, at: int) -> int:
    """Where a subject ends, with its apposition."""
    return at - 1 if items.letters[stop] == "," else stop
