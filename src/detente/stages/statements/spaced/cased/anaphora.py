"""Reports of the sentence before: Об этом сообщил X."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from detente.resources.verbs import VerbForm

from ...working import Pair, Working
from ..hits import FINITE, Hit
from ..items import Items
from ..scene import Scene
from ..subjects import Subject
from .phrases import PLURAL
from .seats import speaking_place
from .subjects import subject_behind, subject_of

OPENING = 3
DEEDS = frozenset(("agree", "joint"))
STATED = VerbForm("сделать заявление", (), frozenset(), "say", frozenset({"behind"}))


class Pointing(NamedTuple):
    """A report of the sentence before: who made it, and the item at which it ends."""

    subject: Subject | None
    last: int


def read_anaphora(scene: Scene, first: int, last: int, hits: list[Hit]) -> Pointing | None:
    """Read a sentence that says who reported the one before; of one that has its own speakers, nothing new is told."""
    items = scene.items
    if not _points_back(items, first, last):
        return None
    reports = [h for h in hits if h.mode == FINITE and "behind" in h.form.takes and "called" not in h.form.takes]
    told = [h for h in reports if items.words[h.first - 1] not in items.known["as_told"]][:1] or reports[:1]  # об этом, как пишет газета, рассказал министр
    such = [made for made in [_such(items, first, last)] if made]
    hit = min((*such, *told), key=lambda h: h.at, default=None)
    if hit is None or "l" in items.letters[hit.last : last]:
        return None
    before = subject_of(items, hit, first)
    upright = before if before and items.letters[before.first] in "Tth" and items.cases[before.first] == "n" else None
    subject = upright or subject_behind(items, hit, last) or _before_or_in(items, hit, before, first, last)
    if subject and (said := _told_before(scene, first)):
        draft = scene.report(hit, subject, (first, last), "anaphora")
        draft.take(*said, 0)
    return Pointing(subject, max(hit.last, subject.last if subject else 0) - 1)


def _before_or_in(items: Items, hit: Hit, before: Subject | None, first: int, last: int) -> Subject | None:
    """Who stands before a verb, or the place that speaks: Об этом РИА «Восток» сообщили в МИД, to an agency that is told."""
    place = speaking_place(items, hit, first, last)
    told = before and place and items.cases[hit.at] == "p" and items.cases[before.first] not in PLURAL and "w" not in items.letters[before.first : before.last]
    return place if told else before or place


def _told_before(scene: Scene, first: int) -> Pair | None:
    """The sentence before, also at the end of the paragraph before, unless somebody is known to have said it."""
    items, at = (scene.earlier, len(scene.earlier.letters)) if first == 0 and scene.earlier else (scene.items, first)
    before = _sentence_before(items, at)
    if before is None or not all(_is_done(items, draft) for draft in scene.found if draft.cue[0] >= items.starts[before[0]]):
        return None
    return items.starts[before[0]], items.stops[before[1] - 1]


def _is_done(items: Items, draft: Working) -> bool:
    """Whether a report is a deed of two sides, which one may tell: Чад и Нигер договорились …. Об этом сообщил министр."""
    if draft.frame in DEEDS or draft.speaker is None or draft.frame != "act":
        return draft.frame in DEEDS
    first, last = (bisect_left(items.starts, at) for at in draft.speaker)
    return not {"w", "J"}.isdisjoint(items.letters[first:last])


def _points_back(items: Items, first: int, last: int) -> bool:
    if (items.known["about"] | items.known["such"]).isdisjoint(items.words[first : first + OPENING]):
        return False
    return any(_points(items, at, last) for at in range(first, min(first + OPENING, last - 1)))


def _points(items: Items, at: int, last: int) -> bool:
    if items.words[at] in items.known["about"] and items.words[at + 1] in items.known["this"]:
        return True
    return items.words[at] in items.known["such"] and ((items.letters[at + 1] == "N" and items.cases[at + 1] not in PLURAL) or _is_made(items, at + 1, last))


def _is_made(items: Items, at: int, last: int) -> bool:
    """Whether a noun stands for what somebody said: с таким предложением выступил X."""
    return items.words[at] in items.known["put_forward"] and not items.known["putting_forward"].isdisjoint(items.words[at + 1 : min(at + 1 + OPENING, last)])


def _such(items: Items, first: int, last: int) -> Hit | None:
    """Соответствующее заявление сделал X: the verb of a noun that points back."""
    opening = range(first, min(first + OPENING + 1, last))
    such = [k for k in opening if items.words[k - 1] in items.known["such"]]
    noun = next((k for k in such if items.letters[k] == "N" or items.words[k] in items.known["put_forward"]), None)
    at = next((k for k in range(noun, min(noun + OPENING + 1, last)) if items.letters[k] in "Vc"), None) if noun is not None else None
    return Hit(at, at, at + 1, STATED, FINITE, False) if at is not None else None


def subject_before(items: Items, hit: Hit, first: int) -> Subject | None:
    """Who acts in the sentence before one that drops its subject: Министр прибыл. Заявил, что …"""
    before = _sentence_before(items, first)
    verb = items.letters.find("V", *before) if before else -1
    if before is None or verb < 0 or items.cases[verb] != items.cases[hit.at]:
        return None
    return subject_of(items, hit._replace(first=verb, at=verb), before[0])


def summoner(items: Items, hit: Hit, first: int) -> Subject | None:
    """Who summoned the one who is told: МИД вызвал посла. Дипломату заявили, что …"""
    told = items.letters[hit.first - 1 : hit.first] in tuple("Tht") and items.cases[hit.first - 1] == "d" and hit.first - 1 == first
    before = _sentence_before(items, first) if told and items.cases[hit.at] == "p" else None
    verb = next((k for k in range(*before) if items.letters[k] == "V" and items.words[k] in items.known["calling_in"]), None) if before else None
    if before is None or verb is None:
        return None
    moved = hit._replace(first=verb, at=verb)
    return subject_of(items, moved, before[0]) or speaking_place(items, moved, *before)


def _sentence_before(items: Items, first: int) -> tuple[int, int] | None:
    stop = first
    while stop and items.letters[stop - 1] == ".":
        stop -= 1
    start = stop
    while start and items.letters[start - 1] != ".":
        start -= 1
    return (start, stop) if start < stop else None
