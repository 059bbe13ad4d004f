"""Parts of a headline behind its first statement: somebody else speaks, or the same one asks for something."""

from __future__ import annotations

from .between import open_colon
from .clauses import Unit
from .cues import Hit
from .headlines import may_speak
from .open_content import COORDINATED, continue_with
from .phrases import is_actor, prepositional
from .scene import Scene
from .start import start
from .subjects import Subject, leading


def opens_part(scene: Scene, n: int, unit: Unit, found: list[Hit]) -> bool:
    """Let a part of a headline begin a statement: 甲方:须先撤军 乙方拒绝; 甲方:船只滞留 吁对方克制. False where it is more content."""
    assert scene.current is not None
    if not scene.current.pieces:
        return False
    if subject := _labelled(scene, unit):
        scene.close()
        open_colon(scene, unit, subject)
        return True
    for hit in found:
        subject = scene.subject_of(unit, hit)
        if subject is None:
            if hit.first == unit.first and _asks(scene, hit):
                continue_with(scene, n, unit, hit)
                return True
        elif subject.first == unit.first and may_speak(scene.view, subject, hit.first):
            scene.close()
            start(scene, n, unit, hit, subject)
            return True
    return False


def _labelled(scene: Scene, unit: Unit) -> Subject | None:
    """Who is named alone before a colon."""
    view = scene.view
    named = leading(view, unit.first, unit.last, prepositional(view, unit.first, unit.last)) if unit.mark == ":" else None
    if named is None or named != (unit.first, unit.last) or not is_actor(view, *named):
        return None
    subject = Subject(*named, "colon")
    return subject if may_speak(view, subject, unit.last) else None


def _asks(scene: Scene, hit: Hit) -> bool:
    """Whether a cue tells a wish, a demand or a reproach, which is no more of what was said."""
    return hit.entry.lemma in scene.lexicon.words["hoping"] or hit.entry.act in COORDINATED
