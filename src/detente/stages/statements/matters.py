"""What two differ on where no preposition governs it: 旧贷款该不该展延，两边仍各有盘算; 双方同意A，但赔偿金额谈不拢."""

from __future__ import annotations

from .clauses import Unit
from .cues import Hit
from .scene import Scene
from .view import View
from .working import Pair

DIFFERS = "REJECT"
EDGES = frozenset("aDwe")
HEADS = frozenset("nxvj")
NAMING = frozenset("JcgPpKRTtr")  # who speaks, what reports, what a preposition governs
LONGEST = 4  # clauses that name one matter


def matter_of(scene: Scene, n: int, unit: Unit, hit: Hit) -> Pair | None:
    """Return the span of what is differed on: the nouns before the cue in its own clause `unit`, else the clauses before."""
    if own := own_matter(scene.view, unit, hit):
        return own
    return _before(scene, n) if _differs(hit) and unit.first == scene.units[n].first else None


def _differs(hit: Hit) -> bool:
    return hit.entry.frame == "joint" and hit.entry.act == DIFFERS


def own_matter(view: View, unit: Unit, hit: Hit) -> Pair | None:
    """但|赔偿金额|谈不拢: nouns that name nobody, all that stands before a verb of sides; 毫无进展 is said of things, too."""
    if not _differs(hit) or ":" in hit.entry.lemma:
        return None
    first, last = _inner(view, unit.first, hit.first)
    named = last - first > 1 and view.letters[last - 1] in HEADS and NAMING.isdisjoint(view.letters[first:last])
    return (view.starts[first], view.stops[last - 1]) if named else None


def _inner(view: View, first: int, last: int) -> tuple[int, int]:
    """Items without adverbs, times and conjunctions at the edges."""
    while first < last and view.letters[first] in EDGES:
        first += 1
    while first < last and view.letters[last - 1] in EDGES:
        last -= 1
    return first, last


def _before(scene: Scene, n: int) -> Pair | None:
    """The clauses of the sentence before clause number `n`, where they name a matter and tell nothing else."""
    k, turned = n, False
    while k > max(n - LONGEST, 0) and _is_free(scene, scene.units[k - 1]):
        k -= 1
        turned = turned or _turns(scene, scene.units[k])
        if turned:
            break
    first, last = _inner(scene.view, scene.units[k].first, scene.units[n - 1].last) if k < n else (0, 0)
    if first < last and scene.view.letters[first] == ",":
        first += 1  # 不过，…
    return (scene.view.starts[first], scene.view.stops[last - 1]) if first < last and _is_matter(scene, first, last, turned=turned) else None


def _is_free(scene: Scene, unit: Unit) -> bool:
    """Whether a clause ends with a comma and belongs to no statement before it."""
    start = scene.view.starts[unit.first]
    told = any(start < piece[1] for draft in scene.found[-2:] for piece in (*draft.pieces, draft.cue))
    return unit.mark == "," and not unit.quoted and not told


def _turns(scene: Scene, unit: Unit) -> bool:
    """不过，… 惟…: whether a clause turns to another matter."""
    opening = scene.view.words[unit.first]
    return opening in scene.lexicon.words["adversative"] or opening in scene.lexicon.words["turning"]


def _is_matter(scene: Scene, first: int, last: int, *, turned: bool) -> bool:
    """Whether items ask something, name a thing, or are turned to: no course of talks, no time, no place."""
    words, letters = scene.view.words[first:last], scene.view.letters[first:last]
    if letters[0] in "PpRJr" or words[0] in scene.lexicon.words["talks"] or letters[-1] == "L":
        return False
    head = letters[letters.rfind("u") + 1 : -1]
    return turned or "v" not in head or not scene.lexicon.words["wondering"].isdisjoint(words)
