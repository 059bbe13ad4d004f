"""What two agree or differ on, told in front of them: On the boundary the two sides remain as far apart as ever; over fuel, they disagreed."""

from __future__ import annotations

from detente.resources.verbs import VerbForm

from .items import Items
from .phrases import phrase_after
from .scene import Scene

APART = VerbForm("disagree on", (), frozenset(), "agree", frozenset({"noun"}))
AGREED = VerbForm("agree on", (), frozenset(), "agree", frozenset({"noun"}))
LONGEST_MATTER, LONGEST_DEED = 16, 9
BEFORE = frozenset("xkNSMKOGYTIhtmD,")
DOING = frozenset("vVcazbBPxdDNloR")
AS_EVER = ["as", "ever"]
Range = tuple[int, int]


def read_fronted(scene: Scene, first: int, last: int) -> bool:
    """Read a sentence that opens with a matter on which two sides are said to agree or to differ, and nothing else."""
    items = scene.items
    at = first + (items.letters[first] in "wB")
    if last - at < 4 or items.words[at] not in items.known["matter_opening"] or items.letters[at + 1] in "Dm":
        return False
    who = _together(scene, at + 2, min(last - 1, at + LONGEST_MATTER))
    deed = _deed(scene, who[1], last) if who else None
    if who is None or deed is None:
        return False
    agreed = scene.words["agreeing"].isdisjoint(items.words[who[1] : deed]) is False
    draft = scene.new(AGREED if agreed else APART, (who[1], deed), scene.span(*who), scene.span(first, last), "fronted")
    draft.negated = agreed and not (scene.words["negation", "failing", "hardly_any"]).isdisjoint(items.words[who[1] : deed])
    told = deed + 1 + (items.letters[deed + 1 : deed + 2] == "l")
    matter = (told, last) if _is_told_behind(items, at + 1, who[0], deed, last) else (at + 1, _matter_stop(items, who[0]))
    draft.take(*scene.span(*matter), 0)
    return True


def _is_told_behind(items: Items, first: int, stop: int, deed: int, last: int) -> bool:
    """Whether a matter says nothing and a colon tells it: On one thing the two agree: the dam is old."""
    if deed + 1 >= last or items.letters[deed] != ":" or "o" in items.letters[first:stop]:
        return False
    return not items.known["empty_matter"].isdisjoint(items.words[first:stop])


def _matter_stop(items: Items, at: int) -> int:
    """Where a matter ends before who agree on it, without what the sentence adds in commas: On visas, however, the two …"""
    stop = at - (items.letters[at - 1] == ",")
    return stop - 2 if items.letters[stop - 2 : stop] == ",a" else stop


def _together(scene: Scene, first: int, last: int) -> Range | None:
    """Two sides as a subject, behind the matter: the two, they, Oslo and Riga."""
    items = scene.items
    for k in range(first, last):
        if items.letters[k - 1] not in BEFORE:
            continue
        if items.letters[k] == "J" or items.words[k] == "they":
            return k, k + 1
        stop = phrase_after(items, k, last)
        if items.letters[k - 1] == "," and items.letters[k:stop] in ("SwS", "MwM", "SwM", "MwS"):
            return k, stop
    return None


def _deed(scene: Scene, at: int, last: int) -> int | None:
    """Where what they do ends, if it is that they agree or differ, and the clause does too."""
    items, known = scene.items, scene.words["differing", "agreeing"]
    stop = next((k + 1 for k in range(min(last, at + LONGEST_DEED) - 1, at - 1, -1) if items.words[k] in known or items.words[k] == "apart"), None)
    if stop is None or not set(items.letters[at:stop]) <= DOING:
        return None
    stop += 2 * (items.words[stop : stop + 2] == AS_EVER)
    return stop if _ends(items, stop, last) else None


def _ends(items: Items, at: int, last: int) -> bool:
    return at >= last or items.letters[at] in ",;:-." or items.letters[at : at + 1] == "D"
