"""What others said that somebody denies or answers: rejected claims by Athens that …; denied that …, as alleged by Athens."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..working import Working
from .contents import Content
from .extent import close
from .hits import PARTICIPIAL, Hit, find_hits
from .nominal import Noun, find_noun
from .phrases import phrase_after, phrase_before
from .scene import Scene
from .subjects import Subject

NEAR = 6  # items of a content in which its noun stands
SIDES = frozenset("SMGTYKOJ")
NOUNS = re.compile("[Nxc]")
TAIL = re.compile(",?B")  # …, as Athens claims; as claimed by Athens
SAYING = "say"


def read_alleged(scene: Scene, first: int, last: int, known: int) -> None:
    """Add the reports of sides that the reports of a sentence found since `known` take up."""
    before = scene.last
    for draft in [draft for draft in scene.found[known:] if draft.pieces]:
        if draft.frame == "act" and (noun := _noun(scene, draft, last)):
            _add_noun(scene, noun, draft, (first, last))
        elif tail := _tail(scene, draft, last):
            _add_tail(scene, *tail, draft, (first, last))
    scene.last = before or scene.last


def _noun(scene: Scene, draft: Working, last: int) -> Noun | None:
    """The noun with a clause that a content begins with: claims by Athens that …, Greek claims that …"""
    items = scene.items
    begin = _item_at(scene, draft.pieces[0][0])
    for match in NOUNS.finditer(items.letters, begin, min(begin + NEAR, last)):
        noun = find_noun(items, match.start(), begin, last, scene.verbs, scene.words)
        if noun and noun.kind == "that" and _is_side(scene, noun.subject):
            return noun
    return None


def _is_side(scene: Scene, subject: Subject) -> bool:
    return not SIDES.isdisjoint(scene.items.letters[subject.first : subject.last])


def _add_noun(scene: Scene, noun: Noun, around: Working, sentence: tuple[int, int]) -> None:
    stop = _item_at(scene, around.pieces[0][1])
    end = close(scene.items, Content(noun.content, noun.kind), stop, scene.words, fronted=False)
    draft = scene.new(noun.form, (noun.at, noun.at + 1), scene.span(noun.subject.first, noun.subject.last), scene.span(*sentence), "nominal/taken-up")
    draft.take(*scene.span(noun.content, end), 0)


def _tail(scene: Scene, draft: Working, last: int) -> tuple[int, Hit, Subject] | None:
    """Where "as alleged by Athens" or "as Athens claims" begins at the end of a content, its verb and who alleged."""
    items = scene.items
    begin, stop = _item_at(scene, draft.pieces[-1][0]), _item_at(scene, draft.pieces[-1][1])
    at = next((m.start() for m in TAIL.finditer(items.letters, begin + 1, stop) if items.words[m.end() - 1] == "as"), 0)
    if not at or draft.direct:
        return None
    verb = at + items.letters[at:].find("B") + 1
    if items.words[verb + 1 : verb + 2] == ["by"]:
        hits = _participle(scene, verb)
        end = phrase_after(items, verb + 2, min(stop, last))
        subject = Subject(verb + 2, end, verb, "by")
        whole = end == stop
    else:
        hits = find_hits(items, verb, stop, scene.verbs, scene.words)
        subject = Subject(verb, hits[0].first, verb, "phrase") if hits else Subject(verb, verb, verb, "none")
        whole = bool(hits) and hits[0].last == stop and phrase_before(items, hits[0].first, verb, scene.words) == verb
    told = bool(hits) and hits[0].form.frame == SAYING and whole and _is_side(scene, subject)
    return (at, hits[0], subject) if told else None


def _participle(scene: Scene, at: int) -> list[Hit]:
    forms = [form for form in scene.verbs.forms.get(scene.items.words[at], ()) if not form.rest]
    return [Hit(at, at, at + 1, forms[0], PARTICIPIAL, False)] if forms else []


def _add_tail(scene: Scene, at: int, hit: Hit, subject: Subject, around: Working, sentence: tuple[int, int]) -> None:
    """Add what was alleged, which is what is denied, and end that before it."""
    begin, stop = around.pieces[-1][0], scene.items.stops[at - 1]
    around.pieces[-1] = (begin, stop)
    draft = scene.report(hit, subject, sentence, "alleged")
    draft.take(begin, stop, 0)
    draft.clausal = True


def _item_at(scene: Scene, offset: int) -> int:
    """The number of the item that begins at an offset or behind it."""
    return bisect_left(scene.items.starts, offset)
