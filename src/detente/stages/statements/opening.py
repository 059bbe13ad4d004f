"""Opening drafts at cues, at the top and nested in the content of another."""

from __future__ import annotations

from .between import is_bare
from .clauses import Unit
from .cues import Hit, hits
from .nested import may_nest
from .nominal import governed_content
from .scene import Scene
from .subjects import Subject
from .working import Working

LIGHT = frozenset({"表示", "表达", "达成", "商定", "感到", "予以"})
LONGEST_LIGHT_OBJECT = 4


def open_first(scene: Scene, n: int, unit: Unit, found: list[Hit]) -> bool:
    """Open a draft at the first cue of a clause that has a subject, own or dropped."""
    for hit in found:
        subject = scene.subject_of(unit, hit)
        continued = False
        if subject is None and is_bare(scene, unit.first, hit.first):
            subject, continued = scene.topic_subject, True
        if subject is None and not continued:
            continue
        if start(scene, n, unit, hit, subject, continued):
            return True
    return False


def start(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject | None, continued: bool) -> bool:
    """Open a draft and give it what its own clause holds; false when that cannot be a statement."""
    if subject is None and (scene.last is None or scene.last.speaker is None or hit.entry.frame == "think"):
        return False
    if hit.entry.frame in ("joint", "stand"):
        return open_nominal(scene, n, unit, hit, subject)
    if is_light(scene, unit, hit):
        return open_nominal(scene, n, unit, hit, subject)
    rest = scene.view.letters[hit.last : unit.last].strip("eaDm")
    quoted_next = n + 1 < len(scene.units) and scene.units[n + 1].quoted
    if not rest and hit.entry.frame == "act" and not quoted_next and unit.mark != ":":
        return open_nominal(scene, n, unit, hit, subject)
    if not rest and unit.mark in (".", "") and not quoted_next:
        return open_nominal(scene, n, unit, hit, subject) if hit.entry.frame != "say" else False
    draft = scene.open(unit, hit, subject, "forward")
    if subject is None and scene.last:
        draft.speaker, draft.continued = scene.last.speaker, True
        draft.relays = scene.last.relays
    if rest:
        take_rest(scene, n, unit, hit, draft)
    return True


def is_light(scene: Scene, unit: Unit, hit: Hit) -> bool:
    """对X表示衷心感谢, 就X达成了原则性协议: a light verb with its noun; the preposition governs the content."""
    if hit.entry.lemma not in LIGHT or unit.last - hit.last > LONGEST_LIGHT_OBJECT or hit.last == unit.last:
        return False
    governed = governed_content(scene.view, unit.first, hit.first, None) is not None
    return governed and not set(scene.view.letters[hit.last : unit.last]) & set("SMKTGYRJPpqQ")


def take_rest(scene: Scene, n: int, unit: Unit, hit: Hit, draft: Working) -> None:
    """What stands behind a cue in its clause: an addressee, then the first clause of the content."""
    view, first = scene.view, hit.last
    while first < unit.last and view.letters[first] == "e":
        first += 1
    if draft.frame == "tell":
        start = first
        while first < unit.last and view.letters[first] in "hKTRSMGYOn":
            first += 1
        if first > start:
            draft.addressee = (view.starts[start], view.stops[first - 1])
    if first >= unit.last:
        return
    draft.take(view.starts[first], view.stops[unit.last - 1], n)
    open_nested(scene, n, Unit(False, first, unit.last, unit.mark), draft)


def open_nominal(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject | None) -> bool:
    """Open and close a draft whose content a preposition governs, before the cue or in the clause before."""
    held = (subject.first, subject.last) if subject and subject.rule != "earlier" else None
    content = governed_content(scene.view, unit.first, hit.first, held) or scene.fronted
    rest = scene.view.letters[hit.last : unit.last].strip("eaDm")
    if content is None and rest and hit.entry.frame == "joint":
        content = (scene.view.starts[hit.last], scene.view.stops[unit.last - 1])
    if content is None and not (hit.entry.frame == "joint" and unit.mark == ","):
        return False
    draft = scene.open(unit, hit, subject, "nominal")
    if subject is None and scene.last:
        draft.speaker, draft.continued = scene.last.speaker, True
    if content:
        draft.take(*content, n)
        scene.last, scene.current = draft, None
    else:
        scene.current = draft
    return True


def open_nested(scene: Scene, n: int, unit: Unit, outer: Working) -> bool:
    """Open a nested statement at the first cue of a clause whose own subject is somebody else."""
    held = scene.current, scene.outer, scene.relays
    if outer.frame in ("act", "agree", "joint", "stand"):
        return False
    for hit in hits(scene.view, unit.first, unit.last, scene.lexicon):
        subject = scene.subject_of(unit, hit)
        if subject is None or not may_nest(scene.view, hit, subject, scene.lexicon):
            continue
        scene.outer, scene.relays = outer, ()
        scene.current = None
        opened = start_nested(scene, n, unit, hit, subject)
        inner = scene.current
        scene.current, scene.outer, scene.relays = held
        if opened:
            scene.covered = scene.covered or (outer is scene.provisional and hit.entry.frame in ("joint", "agree"))
            if scene.outer is not None:
                scene.current = inner
            return True
    scene.current, scene.outer, scene.relays = held
    return False


def start_nested(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject) -> bool:
    if hit.entry.frame in ("joint", "stand"):
        return open_nominal(scene, n, unit, hit, subject)
    rest = scene.view.letters[hit.last : unit.last].strip("eaDm")
    if not rest and unit.mark != ",":
        return False
    draft = scene.open(unit, hit, subject, "nested")
    if rest:
        first = hit.last
        while scene.view.letters[first] == "e":
            first += 1
        draft.take(scene.view.starts[first], scene.view.stops[unit.last - 1], n)
    return True
