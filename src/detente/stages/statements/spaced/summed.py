"""What somebody does with words that the narrator sums up behind them: …, a claim Moscow denies; …, an idea that Oslo dismissed as “a story”."""

from __future__ import annotations

from typing import NamedTuple

from .contents import Content
from .extent import close
from .hits import FINITE, Hit
from .phrases import phrase_before
from .scene import Scene
from .subjects import Subject

NOUNS = ("aside_noun", "taken_up", "message", "offered")
LONGEST = 4  # items of the noun with its article
ENDS = frozenset(",;.)PBDaw")


class _Sum(NamedTuple):
    """Where the noun begins and ends that sums up, and where its clause's subject begins."""

    first: int
    last: int
    subject: int


def read_summed(scene: Scene, hits: list[Hit], first: int, last: int, known: int) -> None:
    """Add what is done in a clause behind a noun that sums words up, and end the reports since `known` before it."""
    told = {draft.cue for draft in scene.found[known:]}
    for hit in hits:
        acts = hit.mode == FINITE and hit.form.frame == "act" and "noun" in hit.form.takes
        found = _summed(scene, hit, first) if acts and scene.span(hit.at, hit.last) not in told and _ends(scene, hit, last) else None
        if found is None:
            continue
        before = scene.last
        for draft in scene.found[known:]:
            draft.pieces = [(a, min(b, scene.items.stops[found.first - 2])) if a < scene.items.starts[found.first] < b else (a, b) for a, b in draft.pieces]
        draft = scene.report(hit, Subject(found.subject, hit.first, found.first, "summed"), (first, last), "finite")
        draft.take(*scene.span(found.first, found.last), 0)
        if scene.items.words[hit.last : hit.last + 1] == ["as"]:
            draft.take(*scene.span(hit.last, close(scene.items, Content(hit.last, "noun"), last, scene.words)), 9)
        scene.last = before or scene.last


def _ends(scene: Scene, hit: Hit, last: int) -> bool:
    """Whether nothing behind a verb may be what it does something with."""
    return hit.last >= last or scene.items.letters[hit.last] in ENDS


def _summed(scene: Scene, hit: Hit, first: int) -> _Sum | None:
    items = scene.items
    comma = max(items.letters.rfind(mark, first, hit.first) for mark in ",-")
    begin = comma + 1
    if comma <= first or items.words[begin] not in items.known["indefinite"]:
        return None
    stop = next((k + 1 for k in range(begin + 1, min(begin + LONGEST, hit.first)) if any(items.words[k] in scene.words[name] for name in NOUNS)), 0)
    subject = stop + (items.words[stop] in items.known["summing_relative"])
    if not stop or subject >= hit.first or phrase_before(items, hit.first, subject, scene.words) != subject:
        return None
    return _Sum(begin, stop, subject)
