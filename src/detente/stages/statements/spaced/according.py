"""According to X, as reported by X: in front of its content, or behind it."""

from __future__ import annotations

from detente.resources.verbs import VerbForm

from ..working import Hops
from .hits import Hit, find_hits
from .items import Items
from .relays import is_medium
from .scene import Scene

ACCORDING = VerbForm("according to", (), frozenset(), "say", frozenset())
LEADS = (("according", "to"), ("as", "reported", "by"))
FIRST = frozenset(lead[0] for lead in LEADS)
VERBAL = frozenset("vVc")
BEHIND = ("c,", "D,")
CITING = ("ask", "cite", "quote")
LONGEST = 40


def read_according(scene: Scene, first: int, last: int) -> bool:
    """Read a sentence that names its source by according to."""
    items = scene.items
    if FIRST.isdisjoint(items.words[first:last]):
        return False
    found = next(((k, k + len(lead)) for k in range(first, last - 2) for lead in LEADS if _stands(items, k, lead)), None)
    if found is None:
        return False
    at, behind = found
    if items.words[at] == "as" and at > first + 1 and items.letters[at - 2 : at] in BEHIND:
        return False  # …, a note says, as reported by Reuters
    first = at if items.letters[at - 1 : at] in (":", ";") and at > first else first  # she was more reserved: according to her, …
    comma = _comma(scene, behind, min(last, at + LONGEST))
    if _is_aside(scene, first, at, behind, comma):
        return False
    said = at if at > first + 2 and items.letters[at - 2 : at] == "l," else 0  # said that, according to X, …
    leads = bool(said) or (at <= first + 1 and items.letters[first] != "Q")
    if leads:
        if comma < 0 or comma + 1 >= last:
            return False
        source, content = (behind, _first_comma(items, behind, comma)), (comma + 1, last)
    else:
        stop = at - 1 if items.letters[at - 1] == "," else at
        source, content = (behind, _first_comma(items, behind, last)), (first, stop)
    cue = (behind - 2, behind - 1) if items.words[at] == "as" else (at, behind)
    draft = scene.new(ACCORDING, cue, scene.span(*source), scene.span(first, last), "according")
    draft.take(*scene.span(*content), 0)
    draft.relays = _outlet_before(scene, first, said) if said else ()
    if not leads and 0 <= comma < last - 1 and (items.letters[comma + 1] in "vVc" or VERBAL.isdisjoint(items.letters[first:at])):
        draft.take(*scene.span(comma + 1, last), 9)
    return True


def source_hits(scene: Scene, known: int, first: int, last: int) -> list[Hit]:
    """The report of a source behind its name: according to officials in Oslo, who said …; none where nothing is."""
    items, source = scene.items, scene.found[known].speaker
    at = items.letters.find(",i", first, last)
    if at <= first or not source or items.stops[at - 1] != source[1] or items.words[at + 1] not in ("who", "which"):
        return []
    hits = find_hits(items, at + 1, last, scene.verbs, scene.words)
    return [hit for hit in hits[:1] if not hit.form.lemma.startswith(CITING)]


def _outlet_before(scene: Scene, first: int, at: int) -> Hops:
    """The outlet that said what is told with its source: Haaretz said that, according to the army, …"""
    verb = scene.items.letters.rfind("c", first, at)
    stop = verb if verb > first else first
    return ((scene.span(first, stop),),) if stop > first and is_medium(scene.items, first, stop, scene.words) else ()


def _is_aside(scene: Scene, first: int, at: int, behind: int, comma: int) -> bool:
    """Whether an outlet is named between a subject and the verb of its report: The president, according to AFP, said …"""
    letters = scene.items.letters
    between = at > first + 1 and letters[at - 1] == "," and VERBAL.isdisjoint(letters[first:at])
    return between and letters[comma + 1 : comma + 2] == "c" and comma > behind and is_medium(scene.items, behind, comma, scene.words)


def _stands(items: Items, at: int, lead: tuple[str, ...]) -> bool:
    return items.words[at] == lead[0] and tuple(items.words[at : at + len(lead)]) == lead


def _comma(scene: Scene, at: int, last: int) -> int:
    """The comma behind a source, and behind what is told of it: according to TASS, which cited X, …; to Politico, quoted by TASS, …"""
    items = scene.items
    comma = items.letters.find(",", at, last)
    if comma >= 0 and (items.letters[comma + 1 : comma + 2] == "i" or _is_carried(scene, comma + 1)):
        return items.letters.find(",", comma + 1, last)
    return comma


def _is_carried(scene: Scene, at: int) -> bool:
    words = scene.items.words
    return words[at : at + 1] != [] and words[at] in scene.words["carrying"] and words[at + 1 : at + 2] == ["by"]


def _first_comma(items: Items, at: int, last: int) -> int:
    first = items.letters.find(",", at, last)
    return first if first >= 0 else last
