"""Words that somebody passes on: he had been assured by the president that …; conveyed a message from the king that …"""

from __future__ import annotations

from ..working import Pair, Working
from .contents import Content
from .extent import close
from .heard import PASSED, Heard, heard_at, may_tell, tells
from .scene import Scene

NOBODY = frozenset("Ru")
METHOD = "passed/phrase"


def read_passed(scene: Scene, first: int, last: int, known: int) -> None:
    """Add the reports of whom others heard or pass on, with these as relays."""
    if not may_tell(scene.items.words[first:last], scene.words):
        return
    for at in range(first, last - 3):
        found = heard_at(scene, at, first, last) if tells(scene.items.words[at], scene.words) else None
        if found and not _is_told(scene, at, known):
            _add(scene, at, found, (first, last), known)
            return


def _is_told(scene: Scene, at: int, known: int) -> bool:
    """Whether a report found since `known` holds an item, which is read with what it holds."""
    start = scene.items.starts[at]
    return any(a <= start < b for draft in scene.found[known:] for a, b in draft.pieces)


def _add(scene: Scene, at: int, heard: Heard, sentence: tuple[int, int], known: int) -> None:
    items, (first, last) = scene.items, sentence
    if heard.start >= last:
        return
    span = scene.span(heard.start, close(items, Content(heard.start, "that"), last, scene.words, fronted=False))
    around = _without_around(scene, at, span, known)
    draft = next((draft for draft in scene.found[known:] if draft.pieces and draft.pieces[0][0] == span[0]), None)
    if draft is None:
        before = scene.last
        draft = scene.new(PASSED, (at, at + 1), None, scene.span(first, last), METHOD)
        draft.take(*span, 0)
        scene.last = before or draft
    draft.speaker, draft.method = scene.span(*heard.source), METHOD
    draft.relays = (*around, *draft.relays)
    if heard.by and not set(items.letters[slice(*heard.by)]) <= NOBODY:
        draft.relays = (*draft.relays, (scene.span(*heard.by),))
    for inner in scene.found[known:]:
        if inner is not draft and inner.speaker and span[0] <= inner.speaker[0] < span[1]:
            inner.outer = draft


def _without_around(scene: Scene, at: int, span: Pair, known: int) -> tuple[tuple[Pair, ...], ...]:
    """Drop the report whose verb names whose words they are (reported a remark by X: …), and return its relays."""
    whole = [draft for draft in scene.found[known:] if _is_around(draft, scene.items.starts[at], span)]
    for draft in whole:
        scene.found.remove(draft)
        scene.last = None if scene.last is draft else scene.last
    return tuple(hop for draft in whole for hop in draft.relays)


def _is_around(draft: Working, start: int, span: Pair) -> bool:
    return draft.cue[0] == start and any(a < span[0] and span[1] <= b for a, b in draft.pieces)
