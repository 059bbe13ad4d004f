"""Reporting verbs of a sentence, and light verbs with the noun that reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.resources.reports import Reports
from detente.resources.verbs import VerbForm

from ..hits import FINITE, INFINITIVE, PARTICIPIAL, Hit
from ..items import Items

VERBAL = re.compile("[cVvg]")
DESCRIBING = re.compile(",a*j")
ACCUSATIVE = frozenset("gqb")
NOUN_REACH = 6
FAR = 10  # for one with a preposition: обратился к сторонам конфликта с призывом
BETWEEN = frozenset("jdaSRKTMGhP")
APART = frozenset(",;:-()QVcvgli")  # what parts a noun from the light verb behind it
MODES = {"i": INFINITIVE, "d": PARTICIPIAL}
FUTURE = "f"
SPEAKING = frozenset({"say", "tell"})
MANAGED = frozenset({"agree", "joint"})  # сторонам удалось согласовать
BEFORE_VERB = frozenset("az")
BEHIND_QUOTED = re.compile("Q,?-[azRj]{0,3}$")
QUOTING = frozenset({"quote", "behind", "told"})
ENDING = ("", ".", ",", ";", "w", ":")  # выразил соседям признательность и добавил: who is thanked stands before the noun


def find_hits(items: Items, first: int, last: int, reports: Reports) -> list[Hit]:
    """Return the reporting verbs of a sentence from left to right."""
    found: list[Hit] = []
    for at in [match.start() for match in VERBAL.finditer(items.letters, first, last)]:
        if found and at < found[-1].last:
            continue
        hit = _light(items, first, at, last, reports) or _light_behind(items, first, at, reports)
        hit = hit or _verb(items, first, at, reports) or _turned(items, first, at, reports) or _object_first(items, first, at, reports)
        if hit := _quoting(items, first, at, hit):
            found.append(hit)
    return found if any(hit.mode == FINITE for hit in found) else [*found, *_describing(items, first, last, reports)]


def _describing(items: Items, first: int, last: int, reports: Reports) -> Iterator[Hit]:
    """…, обвинивший соседа в подлоге; …, заявившая, что: the participle that tells what the speaker before it said."""
    for match in DESCRIBING.finditer(items.letters, first, last):
        at = match.end() - 1
        form, after = reports.forms.get(items.words[at]), items.letters[at + 1 : at + 3]
        object_of = after[:1] and after[0] not in ",Q" and items.cases[at + 1] in ACCUSATIVE
        if form and (after == ",l" or after[:1] == "v" or object_of):
            yield Hit(at, at, at + 1, form, PARTICIPIAL, False)


def _quoting(items: Items, floor: int, at: int, hit: Hit | None) -> Hit | None:
    """«…», — съязвил посол; «…», — поблагодарил хозяев министр: any verb reports that stands right behind a quotation."""
    if hit and (hit.mode != FINITE or "behind" in hit.form.takes):
        return hit
    start = hit.first if hit else at
    finite = items.letters[at] in "Vc" and items.cases[at] in "pmwusf" and items.words[at] not in items.known["no_saying"]
    if not finite or not BEHIND_QUOTED.search(items.letters, floor, start):
        return hit
    lemma, frame = (hit.form.lemma, hit.form.frame) if hit else (items.words[at], "say")
    return Hit(start, at, hit.last if hit else at + 1, VerbForm(lemma, (), frozenset(), frame, QUOTING), FINITE, False)


def _turned(items: Items, floor: int, at: int, reports: Reports) -> Hit | None:
    """Против этой идеи выступил Каир; за снятие санкций высказался посол: the preposition of a verb opens its clause."""
    begin = max(floor, *(items.letters.rfind(mark, floor, at) + 1 for mark in ",;:-"))
    while begin < at and items.letters[begin] in "aBw":
        begin += 1
    form = reports.forms.get(f"{items.words[at]} {items.words[begin]}") if items.letters[at] == "V" and items.letters[begin] == "P" else None
    if form is None or items.cases[at] == FUTURE:
        return None
    start, negated = _start(items, floor, at)
    before = VerbForm(form.lemma, (), frozenset(), form.frame, frozenset({f"+{items.words[begin]}"}))
    return Hit(start, at, at + 1, before, MODES.get(items.cases[at], FINITE), negated)


def _object_first(items: Items, floor: int, at: int, reports: Reports) -> Hit | None:
    """Приглашение в Осло приняли; протест посол не принял: the noun that belongs to a verb stands before it."""
    if items.letters[at] != "V" or items.cases[at] in (FUTURE, "d"):
        return None
    start, negated = _start(items, floor, at)
    begin = max(floor, *(items.letters.rfind(mark, floor, at) + 1 for mark in ",;:-"))
    nouns = [items.words[k] for k in range(begin, start) if items.letters[k] in "nN" and items.cases[k] in ACCUSATIVE]
    form = next((form for noun in nouns if (form := reports.forms.get(f"{items.words[at]} {noun}"))), None)
    if form is None or form.frame != "act":
        return None
    return Hit(start, at, at + 1, VerbForm(form.lemma, (), frozenset(), "act", frozenset({"noun"})), MODES.get(items.cases[at], FINITE), negated)


def _verb(items: Items, floor: int, at: int, reports: Reports) -> Hit | None:
    form = reports.forms.get(items.words[at]) if items.letters[at] == "c" else None
    if form is None or (items.cases[at] == FUTURE and form.frame not in SPEAKING):
        return None
    start, negated = _start(items, floor, at)
    if negated and "seen" in form.takes and not items.known["ground"].isdisjoint(items.words[floor : at + FAR]):
        alone = items.words[at + 1 : at + 2] != [] and items.words[at + 1] in items.known["ground"] and items.letters[at + 2 : at + 3] in ENDING
        return Hit(start, at, at + 1 + alone, _governing(form.lemma, "act", "to" if alone else "noun"), FINITE, negated)  # ждать он не видит смысла
    if items.cases[at] == "i" and items.words[start - 1 : start] and items.words[start - 1] in items.known["managing"]:
        failing, negated = _start(items, floor, start - 1)
        managed = form.frame in MANAGED and items.words[start - 1] not in items.known["may"]
        return Hit(failing, start - 1, at + 1, form, FINITE, negated) if negated or managed else None
    if items.cases[at] == "i" and items.words[start - 1 : start] and items.words[start - 1] in items.known["going_on"]:
        return Hit(start - 1, start - 1, at + 1, form, FINITE, negated)
    return Hit(start, at, at + 1, form, MODES.get(items.cases[at], FINITE), negated)


def _governing(lemma: str, frame: str, takes: str) -> VerbForm:
    """A form that takes one kind of content."""
    return VerbForm(lemma, (), frozenset(), frame, frozenset({takes}))


def _light(items: Items, floor: int, at: int, last: int, reports: Reports) -> Hit | None:
    """выразил глубокую обеспокоенность, выступил с инициативой."""
    nouns = reports.lights.get(items.words[at]) if items.cases[at] != FUTURE else None
    if nouns is None:
        return None
    wide = all(light.preposition for light in nouns.values())
    for k in range(at + 1, min(at + (FAR if wide else NOUN_REACH), last)):
        light = nouns.get(items.words[k]) if items.letters[k] in "nN" else None
        if light and (not light.preposition or light.preposition in items.words[at + 1 : k]):
            start, negated = _start(items, floor, at)
            k += not items.known["protest"].isdisjoint(items.words[k + 1 : k + 2])
            if items.words[at] in items.known["expressing"] and items.letters[k + 1 : k + 2] in ENDING and "d" in items.cases[at + 1 : k]:
                return Hit(start, at, at + 1, _governing(light.form.lemma, light.form.frame, "noun"), MODES.get(items.cases[at], FINITE), negated)
            return Hit(start, at, k + 1, light.form, MODES.get(items.cases[at], FINITE), negated)
        if items.letters[k] not in BETWEEN and not (wide and items.letters[k] in "nNJYp"):
            return None
    return None


def _light_behind(items: Items, floor: int, at: int, reports: Reports) -> Hit | None:
    """к согласию не пришли; договоренности не достигли; разногласия по границе сохраняются: the noun before its verb."""
    nouns = reports.lights.get(items.words[at]) if items.cases[at] not in (FUTURE, "d") else None
    if nouns is None:
        return None
    start, negated = _start(items, floor, at)
    for k in range(start - 1, max(floor, start - FAR) - 1, -1):
        light = nouns.get(items.words[k]) if items.letters[k] in "nN" else None
        if light and light.form.frame == "joint":
            first = _phrase_start(items, floor, k)
            if not light.preposition or items.words[first] == light.preposition:
                return Hit(first, at, at + 1, light.form, MODES.get(items.cases[at], FINITE), negated)
        if items.letters[k] in APART:
            return None
    return None


def _phrase_start(items: Items, floor: int, at: int) -> int:
    """Where the phrase of a noun begins, with its adjectives and its preposition."""
    while at > floor and items.letters[at - 1] in "jd":
        at -= 1
    return at - (at > floor and items.letters[at - 1] == "P")


def _start(items: Items, floor: int, at: int) -> tuple[int, bool]:
    """Where a verb begins with the adverbs and the negation before it, and whether there is one."""
    start = at
    while start > floor and items.letters[start - 1] in BEFORE_VERB:
        start -= 1
    negated = "z" in items.letters[start:at]
    if start > floor and items.words[start - 1] in items.known["copula"] and items.letters[start - 2 : start - 1] in ("", "."):
        return start - 1, negated  # Была подчеркнута важность …
    return start, negated
