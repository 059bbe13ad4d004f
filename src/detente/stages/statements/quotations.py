"""Quotations: whose they are, and what they hold inside."""

from __future__ import annotations

from .between import continues
from .clauses import Unit
from .cues import Hit
from .opening import is_addressee, open_nested
from .phrases import is_actor, trim_subject
from .relays import find_relay
from .scene import Scene
from .subjects import Subject
from .view import CUE
from .working import Pair, Working


def read_quotation(scene: Scene, n: int, unit: Unit) -> None:
    """Give a quotation to the cue before it, to the cue behind it, or to whoever spoke last."""
    following = scene.units[n + 1] if n + 1 < len(scene.units) else None
    owner: Working | None = None
    if scene.current and not scene.current.pieces:
        owner = scene.current
    elif (
        following
        and not following.quoted
        and not (scene.current and unit.mark == ".")
        and is_postposed(scene, following, scene.current is None and scene.last is None)
    ):
        if scene.current:
            scene.close()
        scene.pending.append(unit.first)
        return
    else:
        owner = scene.current or scene.last
    if unit.mark == "." and (speaker := free_speaker(scene, owner)):
        owner = open_free(scene, unit, speaker)
    if owner is None or (n == 0 and owner is scene.last):
        scene.unowned.append(scene.span(unit.first, unit.last))
        scene.lent = owner
    if owner:
        owner.direct = owner.direct or not owner.pieces
        owner.take(*scene.span(unit.first, unit.last), n)
        read_inside(scene, unit.first, owner)
    if unit.mark == "." and scene.current is owner:
        scene.last, scene.current = owner, None


def free_speaker(scene: Scene, owner: Working | None) -> Pair | None:
    """Who says a quoted sentence without a cue: who took a stand before it, or whom the sentence before is about."""
    if owner and owner is scene.last and owner.method.startswith("nominal"):
        return owner.speaker
    return scene.protagonist if owner is None or scene.current is None else None


def open_free(scene: Scene, unit: Unit, speaker: Pair) -> Working:
    """Add a draft whose cue is the opening mark of its quotation."""
    start = scene.view.starts[unit.first]
    draft = scene.new(unit, None, (start, start + 1), ":", "say", "free")
    draft.speaker = speaker
    scene.last = draft
    return draft


def is_postposed(scene: Scene, unit: Unit, unowned: bool) -> bool:
    """Whether the clause after a quotation is its [subject] cue: nothing stands behind the cue."""
    if unit.mark == ":" and not unowned:
        return False
    if _whose_words(scene, unit) or (scene.view.words[unit.first] in scene.view.sets["pointer_word"] and find_relay(scene.view, unit, scene.lexicon)):
        return True
    found = last_hit(scene, unit)
    if found is None or found.entry.frame not in ("say", "think", "tell", "act"):
        return False
    return scene.subject_of(unit, found) is not None


def last_hit(scene: Scene, unit: Unit) -> Hit | None:
    """The cue at the end of a clause, behind which at most an aspect mark or an addressee stands."""
    for hit in reversed(scene.hits(unit)):
        rest = scene.view.letters[hit.last : unit.last]
        if not rest.strip("eaD") or (hit.entry.frame == "tell" and is_addressee(scene.view, hit.last, unit.last)):
            return hit
    return None


def read_inside(scene: Scene, item: int, owner: Working) -> None:
    """Read the inside of a quotation: only statements of others count."""
    first, last = scene.view.inner[item]
    if CUE.search(scene.source.tokens.classes, first, last):
        read_told(Scene(scene.source, first, last, outer=owner), owner)


def read_told(inner: Scene, owner: Working) -> None:
    """Read what is told in a quotation or a turn."""
    for n, unit in enumerate(inner.units):
        if unit.quoted:
            if inner.current:
                inner.current.take(*inner.span(unit.first, unit.last), n)
        elif not open_nested(inner, n, unit, owner) and inner.current and goes_on(inner, unit):
            inner.current.take(*inner.span(unit.first, unit.last), n)
        if unit.mark == ".":
            inner.end_sentence()


def goes_on(scene: Scene, unit: Unit) -> bool:
    """Whether a clause of a quotation still belongs to the statement told in it, and is no comment on it."""
    return continues(scene, unit) and scene.view.words[unit.first] not in scene.lexicon.words["commenting"]


def open_postposed(scene: Scene, unit: Unit) -> None:
    """“…”,某某说: the quotations that wait belong to this clause's cue."""
    hit, subject = _whose_words(scene, unit) or (last_hit(scene, unit), None)
    subject = subject or (scene.subject_of(unit, hit) if hit else None)
    if hit is None or subject is None:
        scene.pending = []
        return
    take_waiting(scene, scene.open(unit, hit, subject, "postposed"))


def _whose_words(scene: Scene, unit: Unit) -> tuple[Hit, Subject] | None:
    """“…”大使的这番话，先见于…: whose words they were, without a verb of saying."""
    view = scene.view
    if "u" not in view.letters[unit.first + 1 : unit.last - 1]:
        return None
    these, told = tuple(view.sets["pointer_word"]), tuple(view.sets["words_of"])
    of = next((k for k in range(unit.first + 1, unit.last - 1) if view.letters[k] == "u" and view.words[k + 1].startswith(these)), 0)
    found = trim_subject(view, unit.first, of) if of else None
    at = next((k for k in range(of + 1, unit.last) if view.words[k].endswith(told)), None) if found else None
    if not found or at is None or not is_actor(view, *found):
        return None
    return Hit(at, at + 1, scene.lexicon.cues["\u79f0"], False), Subject(*found, "words")


def take_waiting(scene: Scene, draft: Working) -> None:
    """Give a draft the quotations that wait."""
    waiting, scene.pending = scene.pending, []
    draft.pieces.extend(scene.span(item, item + 1) for item in waiting)
    draft.direct = True
    draft.last_unit = -2
    for item in waiting:
        read_inside(scene, item, draft)
