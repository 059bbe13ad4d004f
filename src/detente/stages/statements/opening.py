"""Opening drafts whose kind is known: nominal, nested, and what stands behind a cue in its clause."""

from __future__ import annotations

from .clauses import Unit
from .cues import Hit
from .matters import matter_of
from .nested import may_nest
from .nominal import governed_content
from .phrases import ends_human
from .scene import Scene
from .subjects import Subject
from .view import View
from .working import Working

LONGEST_LIGHT_OBJECT = 4
LONGEST_ADDRESSEE = 10
EDGES = "eaDm"  # aspect, adverbs, times and numbers
REACTIONS = frozenset({"AGREE", "REJECT", "SUPPORT"})
REACTING = frozenset("SMGYTKk")  # who reacts is named anew: a pronoun is who spoke
TOLD = frozenset("htKkTRMOSJGY")


def is_light(scene: Scene, unit: Unit, hit: Hit) -> bool:
    """对X表示衷心感谢, 就X达成了原则性协议: a light verb with its noun; the preposition governs the content."""
    if hit.entry.lemma not in scene.lexicon.words["light_cue"] or not 0 < unit.last - hit.last <= LONGEST_LIGHT_OBJECT:
        return False
    governed = governed_content(scene.view, unit.first, hit.first, None) is not None
    return governed and not set(scene.view.letters[hit.last : unit.last]) & set("SMKTGYRJPpqQ")


def take_rest(scene: Scene, n: int, unit: Unit, hit: Hit, draft: Working) -> None:
    """What stands behind a cue in its clause: an addressee, then the first clause of the content."""
    view, first = scene.view, skip_addressee(scene, unit, hit, draft)
    if first >= unit.last:
        return
    draft.take(view.starts[first], view.stops[unit.last - 1], n)
    open_nested(scene, n, Unit(False, first, unit.last, unit.mark), draft)


def skip_addressee(scene: Scene, unit: Unit, hit: Hit, draft: Working) -> int:
    """Return where the content begins behind a cue: behind its aspect mark and whom it names as told."""
    view, first = scene.view, hit.last
    while first < unit.last and view.letters[first] == "e":
        first += 1
    stop = first
    if is_addressed(scene, unit, first, draft):
        stop = unit.last
        draft.clausal = draft.clausal or draft.frame == "act"
    elif draft.frame == "tell" and view.letters[first : first + 1] == "R":
        stop = first + 1
    elif draft.frame == "tell":
        while stop < unit.last and view.letters[stop] in "hKTRSMGYOn":
            stop += 1
    if stop > first:
        draft.addressee = (view.starts[first], view.stops[stop - 1])
    return stop


def is_addressed(scene: Scene, unit: Unit, first: int, draft: Working) -> bool:
    """提醒伦敦,… / 告诉来访的外长,…: all that stands before the comma is who is told."""
    if unit.mark not in (",", ":") or first >= unit.last or unit.last - first > LONGEST_ADDRESSEE:
        return False
    told = draft.frame == "tell" or draft.lemma in scene.lexicon.words["addressing"]
    return told and is_addressee(scene.view, first, unit.last)


def is_addressee(view: View, first: int, last: int) -> bool:
    """Whether items name who is told: 告诉记者, 告诉守候在门口的记者."""
    letters = view.letters[first:last].strip(EDGES)
    if "c" in letters or ("v" in letters and "u" not in letters):
        return False
    return letters[-1:] in TOLD or ends_human(view, view.words[last - 1])


def open_nominal(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject | None) -> bool:
    """Open and close a draft whose content a preposition governs, before the cue or in the clause before."""
    held = (subject.first, subject.last) if subject and subject.rule != "earlier" else None
    content = governed_content(scene.view, unit.first, hit.first, held) or scene.fronted
    rest = scene.view.letters[hit.last : unit.last].strip(EDGES)
    if content is None and rest and hit.entry.frame == "joint":
        content = (scene.view.starts[hit.last], scene.view.stops[unit.last - 1])
    content = content or matter_of(scene, n, unit, hit) or _thanked(scene, unit, hit)
    if content is None and not (hit.entry.frame == "joint" and unit.mark in (",", ":")):
        return open_reaction(scene, unit, hit, subject, rest)
    draft = scene.open(unit, hit, subject, "nominal")
    if subject is None and scene.last:
        draft.speaker, draft.continued = scene.last.speaker, True
    if content:
        draft.take(*content, n)
        scene.last, scene.current = draft, None
    else:
        scene.current = draft
        draft.clausal = unit.mark == ":"  # 达成协议:…
    return True


def _thanked(scene: Scene, unit: Unit, hit: Hit) -> tuple[int, int] | None:
    """向灾民表示慰问: whom one feels for or thanks, where nothing says for what."""
    view = scene.view
    if hit.entry.frame != "stand" or hit.entry.act != "SUPPORT":
        return None
    to = next((i for i in range(unit.first, hit.first - 1) if view.words[i] in view.sets["telling"]), None)
    last = hit.first
    while to is not None and last > to + 1 and view.letters[last - 1] in EDGES:
        last -= 1
    return (view.starts[to + 1], view.stops[last - 1]) if to is not None and last > to + 1 else None


def open_reaction(scene: Scene, unit: Unit, hit: Hit, subject: Subject | None, rest: str) -> bool:
    """A提出X,B表示同意: what somebody else accepts or denies without saying it again is what was said before."""
    said = scene.last
    if subject and not rest and hit.entry.frame == "stand" and unit.mark in (",", ":") and _quoted_behind(scene, unit):
        scene.open(unit, hit, subject, "nominal")
        scene.current = scene.found[-1]
        return True
    if subject is None or rest or said is None or not said.pieces or said.cue[0] < scene.view.starts[0]:
        return False
    again = not scene.lexicon.words["contrast"].isdisjoint(scene.view.words[subject.last : hit.first])
    if (not is_reaction(hit) and not again) or hit.negated or not set(scene.view.letters[subject.first : subject.last]) & REACTING:
        return False
    draft = scene.open(unit, hit, subject, "reaction")
    draft.pieces = list(said.pieces)
    scene.last, scene.current = draft, None
    return True


def _quoted_behind(scene: Scene, unit: Unit) -> bool:
    """表示接受,“…”: whether a quotation follows that no cue behind it takes."""
    at = next((n + 1 for n, each in enumerate(scene.units) if each.first == unit.first), len(scene.units))
    return at < len(scene.units) and scene.units[at].quoted


def is_reaction(hit: Hit) -> bool:
    """Whether a cue accepts, denies or welcomes."""
    return hit.entry.act in REACTIONS or hit.entry.polarity == "+"


def open_nested(scene: Scene, n: int, unit: Unit, outer: Working) -> bool:
    """Open a nested statement at the first cue of a clause whose own subject is somebody else."""
    held = scene.current, scene.outer, scene.relays
    if not outer.reports:
        return False
    for hit in scene.hits(unit):
        subject = scene.subject_of(unit, hit)
        if subject is None or not may_nest(scene.view, hit, subject, scene.lexicon):
            continue
        scene.outer, scene.relays = outer, ()
        scene.current = None
        opened = start_nested(scene, n, unit, hit, subject)
        inner = scene.current
        scene.current, scene.outer, scene.relays = held
        if opened:
            agreed = outer is scene.provisional and hit.entry.frame in ("joint", "agree")
            scene.covered = scene.covered or (agreed and outer.method.startswith("relay"))
            if scene.outer is not None:
                scene.current = inner
            return True
    scene.current, scene.outer, scene.relays = held
    return False


def start_nested(scene: Scene, n: int, unit: Unit, hit: Hit, subject: Subject) -> bool:
    """Open a draft inside a content; what stands behind its cue is its own."""
    if hit.entry.frame in ("joint", "stand") or is_light(scene, unit, hit):
        return open_nominal(scene, n, unit, hit, subject)
    rest = scene.view.letters[hit.last : unit.last].strip(EDGES)
    if not rest and unit.mark != ",":
        return False
    draft = scene.open(unit, hit, subject, "nested")
    draft.clausal = not rest
    first = skip_addressee(scene, unit, hit, draft)
    if rest and first < unit.last:
        draft.take(scene.view.starts[first], scene.view.stops[unit.last - 1], n)
    return True
