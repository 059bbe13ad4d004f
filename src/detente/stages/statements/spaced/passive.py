"""Stands told by what they are about: The offer was rejected by Oslo; a step Oslo called hostile, which Oslo described as hostile."""

from __future__ import annotations

import re

from detente.resources.verbs import PARTICIPLE, VerbForm

from .contents import Content
from .extent import close
from .hits import FINITE, Hit
from .items import Items
from .phrases import phrase_after, phrase_before
from .scene import Scene
from .subjects import subject_of

SPEAKERS = frozenset("SMGYTKJj")
APPOSED = re.compile(",[jTt]?[kK]+,?")
JUDGING = frozenset(("called", "as", "judged"))
FARTHEST = 9  # items between a participle and by
AGREE = "agree"


def read_passive(scene: Scene, first: int, last: int, known: int) -> None:
    """Add the stands of a sentence whose verb stands behind what it is about, outside the reports found since `known`."""
    items, before = scene.items, scene.last
    for at in range(first + 2, last - 1):
        if items.letters[at] not in "cV" or items.words[at] not in scene.verbs.forms or _is_told(scene, at, known):
            continue
        for form in scene.verbs.forms[items.words[at]]:
            if _take_done(scene, form, at, (first, last)) or _take_judged(scene, form, at, (first, last)):
                break
    scene.last = before or scene.last


def _is_told(scene: Scene, at: int, known: int) -> bool:
    start = scene.items.starts[at]
    return any(a <= start < b for draft in scene.found[known:] for a, b in (*draft.pieces, draft.cue))


def _take_done(scene: Scene, form: VerbForm, at: int, sentence: tuple[int, int]) -> bool:
    """The offer was rejected on Monday by Oslo: whether a stand by somebody is taken."""
    items, (first, last) = scene.items, sentence
    stop = at + 1 + len(form.rest)
    if "by" not in form.takes or PARTICIPLE not in form.kinds or tuple(items.words[at + 1 : stop]) != form.rest:
        return False
    begin = at
    while begin > first and items.letters[begin - 1] in "avz":
        begin -= 1
    told = scene.items.words[begin:at]
    if scene.words["being"].isdisjoint(told) or not scene.words["modal"].isdisjoint(told) or not (by := _by(items, stop, last)):
        return False
    end = _agent(items, by + 1, last)
    end = items.letters.find("o", by + 1, end) if "of" in form.takes and "o" in items.letters[by + 1 : end] else end
    joint = "J" in items.letters[by + 1 : end] or "w" in items.letters[by + 1 : end]
    if SPEAKERS.isdisjoint(items.letters[by + 1 : end]) or (form.frame == AGREE and not joint):
        return False
    hit = Hit(begin, at, stop, form, FINITE, not scene.words["negation"].isdisjoint(told))
    subject = subject_of(items, hit, first, scene.words)
    if subject is None or subject.rule == "relative":
        return False
    draft = scene.report(hit, subject._replace(first=by + 1, last=end), sentence, "passive")
    draft.take(*scene.span(subject.first, subject.last), 0)
    if items.words[end : end + 1] and items.words[end] in items.known["named_for"] and end + 1 < last:
        draft.take(*scene.span(end, close(items, Content(end + 1, "noun"), last, scene.words)), 9)
    return True


def _by(items: Items, at: int, last: int) -> int:
    """Where by stands behind a participle, also behind a time and a place; 0 where it does not."""
    floor = at
    while at < min(last, floor + FARTHEST) and items.words[at] != "by":
        if items.letters[at] in "aD":
            at += 1
        elif items.letters[at] == "P" and items.words[at] in items.known["place_preposition"]:
            at = max(phrase_after(items, at + 1, last), at + 1)
        else:
            return 0
    return at if at < last - 1 and items.words[at] == "by" else 0


def _agent(items: Items, first: int, last: int) -> int:
    """Where who did it ends: the minister, Ana Ruiz, and his colleague, Juan Paz."""
    stop = phrase_after(items, first, last)
    while (apposed := APPOSED.match(items.letters, stop, last)) or (items.letters.startswith(",w", stop) and phrase_after(items, stop + 2, last) > stop + 2):
        if apposed and items.letters[apposed.end() : apposed.end() + 1] != "w":
            return apposed.end() - items.letters.endswith(",", stop, apposed.end())
        stop = phrase_after(items, (apposed.end() if apposed else stop + 1) + 1, last)
    return stop


def _take_judged(scene: Scene, form: VerbForm, at: int, sentence: tuple[int, int]) -> bool:
    """…, a step Oslo called hostile; …, which Oslo described as hostile: whether a judgement is taken."""
    items, (first, last) = scene.items, sentence
    if JUDGING.isdisjoint(form.takes) or form.rest:
        return False
    begin = at
    while begin > first and items.letters[begin - 1] in "avz":
        begin -= 1
    subject = phrase_before(items, begin, first, scene.words)
    thing = _thing(scene, subject, begin, first)
    content = at + 1 + (items.words[at + 1] == "as")
    if thing is None or content >= last or items.letters[content] not in "xVQdcNa" or SPEAKERS.isdisjoint(items.letters[thing[1] : begin]):
        return False
    who = (thing[1], begin)
    draft = scene.new(form, (at, content), scene.span(*who), scene.span(*sentence), "passive/judged")
    draft.take(*scene.span(*thing), 0)
    draft.take(*scene.span(content, close(items, Content(content, "noun"), _clause_end(items, content, last), scene.words)), 9)
    return True


def _thing(scene: Scene, subject: int, begin: int, first: int) -> tuple[int, int] | None:
    """What is judged before who judges it: which, a step."""
    items = scene.items
    if items.words[subject - 1] == "which" and subject - 2 > first and items.letters[subject - 2] == ",":
        return subject - 1, subject
    if items.words[subject] not in ("a", "an") or subject - 1 <= first or items.letters[subject - 1] not in ",-":
        return None
    noun = next((k for k in range(subject + 1, min(begin, subject + 4)) if items.words[k] in scene.words["aside_noun"]), None)
    return (subject, noun + 1) if noun and noun + 1 < begin else None


def _clause_end(items: Items, at: int, last: int) -> int:
    """Where the clause of a judgement ends: before its comma."""
    comma = items.letters.find(",", at + 1, last)
    return comma if comma > 0 else last
