"""Clauses while a content is open: nested, coordinated, a new speaker, or simply more of it."""

from __future__ import annotations

from .between import continues, is_bare, without_cue
from .clauses import Unit
from .cues import Hit
from .nested import COMMITTING, may_nest
from .nominal import fronted_topic
from .opening import open_nested, open_nominal, start
from .scene import Scene
from .subjects import Subject
from .working import Working

COORDINATED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
COORDINATORS = frozenset(
    {"并", "并且", "同时", "还", "也", "又", "亦", "更", "再次", "且", "另", "此外", "随后", "同时也"}
)
CONTRAST = frozenset({"则", "也", "亦", "却"})


def go_on(scene: Scene, n: int, unit: Unit, found: list[Hit]) -> None:
    current = scene.current
    assert current is not None
    for hit in found:
        subject = scene.subject_of(unit, hit)
        if subject is None:
            if is_joint_again(scene, n, unit, hit, current):
                break
            if is_coordinated(scene, unit, hit, current):
                continue_with(scene, n, unit, hit, current)
                return
            continue
        if current is scene.provisional and not current.pieces and hit.entry.frame != "joint":
            replace_relay(scene, n, unit, hit, subject)
            return
        if not current.pieces and may_nest(scene.view, hit, subject, scene.lexicon):
            current.take(*scene.span(unit.first, unit.last), n)
            open_nested(scene, n, unit, current)
            return
        if is_new(scene, unit, hit, subject, current):
            scene.close()
            start(scene, n, unit, hit, subject, False)
            return
        if may_nest(scene.view, hit, subject, scene.lexicon):
            open_nested(scene, n, unit, current)
        break
    if continues(scene, unit):
        current.take(*scene.span(unit.first, unit.last), n)
        scene.fronted = fronted_topic(scene.view, unit.first, unit.last) or scene.fronted
    else:
        scene.close()
        without_cue(scene, unit)


def replace_relay(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject) -> None:
    """据A报道,B表示…: the relay only passes on what B says."""
    relay = scene.current
    scene.current = None
    if start(scene, n, unit, hit, subject, False):
        scene.provisional = None
    else:
        scene.current = relay


def is_joint_again(scene: Scene, n: int, unit: Unit, hit: Hit, current: Working) -> bool:
    """…达成共识,但在Y上存在分歧: the joint subject of the clause before goes on."""
    before = scene.found[-1]
    if hit.entry.frame != "joint" or before.frame != "joint" or before.outer is not current:
        return False
    held = scene.outer, scene.last
    scene.outer, scene.last = current, before
    opened = open_nominal(scene, n, unit, hit, None)
    scene.current = current
    scene.outer, scene.last = held
    return opened


def is_coordinated(scene: Scene, unit: Unit, hit: Hit, current: Working) -> bool:
    """…,强调B / 并敦促C: the same speaker goes on with another cue."""
    if not current.pieces or not is_bare(scene, unit.first, hit.first):
        return False
    entry = hit.entry
    if entry.frame in ("say", "tell"):
        return True
    joined = any(w in COORDINATORS for w in scene.view.words[unit.first : hit.first])
    if entry.frame == "act" and current.frame in ("act", "agree"):
        return joined or entry.act in COORDINATED
    if entry.lemma in COMMITTING:
        return True
    return (entry.frame in ("act", "stand") and entry.act in COORDINATED) or (
        joined and entry.frame != "think" and current.frame != "say"
    )


def continue_with(scene: Scene, n: int, unit: Unit, hit: Hit, current: Working) -> None:
    scene.close()
    held = scene.topic_subject
    scene.topic_subject = None
    start(scene, n, unit, hit, None, True)
    scene.topic_subject = held


def is_new(scene: Scene, unit: Unit, hit: Hit, subject: Subject, current: Working) -> bool:
    """Whether a cue with its own subject inside an open content begins another speaker's statement."""
    frame = hit.entry.frame
    contrast = any(w in CONTRAST for w in scene.view.words[subject.last : hit.first])
    if current.frame in ("act", "agree", "joint", "stand"):
        return frame != "think" or contrast
    if frame in ("say", "tell"):
        return bool(current.pieces)
    return contrast and frame in ("act", "joint", "stand")
