"""Words that somebody passes on: he had been assured by the president that …; conveyed a message from the king that …"""

from __future__ import annotations

from detente.resources.verbs import VerbForm

from ..working import Working
from .contents import Content
from .extent import close
from .hits import FINITE, Hit
from .items import Items
from .phrases import phrase_after
from .scene import Scene
from .subjects import Subject, subject_of

PASSED = VerbForm("pass on", (), frozenset(), "say", frozenset({"that"}))
OF, OWNED = frozenset(("from", "of", "by")), "e"
REACH = 12  # items between whose words they are and what they say
OPENS = frozenset("l:")
BETWEEN = frozenset("PdxaDnNhSMGYTKkmObV,c")  # what may stand there: in a phone call on Friday
SAYING = frozenset(("saying", "warning", "stating", "promising"))
NOBODY = frozenset("Ru")


def read_passed(scene: Scene, first: int, last: int, known: int) -> None:
    """Add the reports of whom others heard or pass on, with these as relays."""
    items = scene.items
    if scene.words["conveying"].isdisjoint(items.words[first:last]) and scene.words["heard"].isdisjoint(items.words[first:last]):
        return
    for at in range(first + 1, last - 3):
        source = _heard_from(scene, at, last) or _conveyed(scene, at, last)
        start = _content(items, source.last, last) if source else 0
        if source and start and not _is_told(scene, at, known):
            _add(scene, at, source, start, (first, last), known)
            return


def _is_told(scene: Scene, at: int, known: int) -> bool:
    """Whether a report found since `known` holds an item, which is read with what it holds."""
    start = scene.items.starts[at]
    return any(a <= start < b for draft in scene.found[known:] for a, b in draft.pieces)


def _heard_from(scene: Scene, at: int, last: int) -> Subject | None:
    """Whom somebody has it from: was told by X, heard from X."""
    items = scene.items
    by = items.words[at + 1]
    told = by == "by" and items.letters[at - 1] in "va" and items.letters[at] == "c"
    if items.words[at] not in scene.words["heard"] or not (told or by == "from"):
        return None
    stop = phrase_after(items, at + 2, last)
    return Subject(at + 2, stop, at, "phrase") if stop > at + 2 else None


def _conveyed(scene: Scene, at: int, last: int) -> Subject | None:
    """Whose message somebody brings: conveyed a message from X, passed on X's warning."""
    items = scene.items
    if items.words[at] not in scene.words["conveying"] or items.letters[at] not in "cV":
        return None
    begin = at + 1 + (items.words[at + 1] in ("on", "along", "out", "over", "back"))
    noun = next((k for k in range(begin, min(last, begin + REACH)) if items.words[k] in scene.words["message"]), None)
    if noun is None or not set(items.letters[begin:noun]) <= set("dxjSMGYTKkheO"):
        return None
    if OWNED in items.letters[begin:noun]:
        owner = items.letters.rindex(OWNED, begin, noun)
        return Subject(begin, owner, at, "phrase")
    stop = phrase_after(items, noun + 2, last) if items.words[noun + 1 : noun + 2] and items.words[noun + 1] in OF else noun
    return Subject(noun + 2, stop, at, "phrase") if stop > noun + 2 else None


def _content(items: Items, at: int, last: int) -> int:
    """Where what was passed on begins: behind that, a colon or saying; 0 where nothing does."""
    for k in range(at, min(last - 1, at + REACH)):
        if items.letters[k] in OPENS:
            return k + 1
        if items.words[k] in SAYING:
            return k + 1 + (items.letters[k + 1] == "l")
        if items.letters[k] not in BETWEEN:
            return 0
    return 0


def _add(scene: Scene, at: int, source: Subject, start: int, sentence: tuple[int, int], known: int) -> None:
    first, last = sentence
    items = scene.items
    stop = close(items, Content(start, "that"), last, scene.words, fronted=False)
    span = scene.span(start, stop)
    draft = _same(scene, span, known)
    if draft is None:
        before = scene.last
        draft = scene.new(PASSED, (at, at + 1), None, scene.span(first, last), "passed/phrase")
        draft.take(*span, 0)
        scene.last = before or draft
    begin = at
    while begin > first and items.letters[begin - 1] in "avz":
        begin -= 1
    by = subject_of(items, Hit(begin, at, at + 1, PASSED, FINITE, False), first, scene.words)
    draft.speaker, draft.method = scene.span(source.first, source.last), "passed/phrase"
    if by and not set(items.letters[by.first : by.last]) <= NOBODY:
        draft.relays = (*draft.relays, (scene.span(by.first, by.last),))


def _same(scene: Scene, span: tuple[int, int], known: int) -> Working | None:
    """The report that is found already with the same content, or that says it is what an outlet reports."""
    return next((draft for draft in scene.found[known:] if draft.pieces and draft.pieces[0][0] == span[0]), None)
