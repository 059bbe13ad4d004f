"""Whose words a quotation was, told in the sentence behind it: “….” The remark, by the minister, was made to the paper."""

from __future__ import annotations

import re
from bisect import bisect_left

from detente.resources.verbs import VerbForm

from .phrases import phrase_after
from .relays import is_medium
from .scene import Scene

SPOKEN = VerbForm("remark", (), frozenset(), "say", frozenset({"quote"}))
APART, FEWEST = set("lQ:;"), 4
REPORTED = re.compile(r",d?(?:[SMG]e?)?[OkKx]{1,4}a?v?c(?:P?D+)?[.]?\Z")  # , Balkan Insight reports
OPENING, NEAR = 6, 5  # items in which the words are named, and behind these whose they are
NAMED = frozenset("SMGYTKkh")


def read_afterwards(scene: Scene, first: int, last: int) -> bool:
    """Read a sentence that only tells whose the words before it are, and return whether it is one."""
    items = scene.items
    if items.words[first] not in items.known["remark_opening"]:
        return False
    spoken = scene.words["taken_up", "message"]
    noun = next((k for k in range(first + 1, min(last, first + OPENING)) if items.words[k] in spoken), None)
    if noun is None:
        return False
    by = next((k for k in range(noun + 1, min(last - 1, noun + NEAR)) if items.words[k] in items.known["author"]), None)
    stop = phrase_after(items, by + 1, last) if by else 0
    if by is None or stop == by + 1 or NAMED.isdisjoint(items.letters[by + 1 : stop]):
        return False
    draft = scene.new(SPOKEN, (noun, noun + 1), scene.span(by + 1, _with_name(scene, stop, last)), scene.span(first, last), "afterwards")
    draft.direct = True
    return True


def read_source(scene: Scene, first: int, last: int) -> bool:
    """Read a sentence that only names whom the outlet before it has its report from: The paper cites an adviser to the king."""
    items, before = scene.items, scene.last
    verb = first + 1 + (items.letters[first] == "d")
    while verb < last and items.letters[verb] in "va":
        verb += 1
    pointing = items.words[first] == "it" or (items.words[first] == "the" and not _kinds(scene).isdisjoint(items.words[first + 1 : first + 2]))
    if before is None or before.speaker is None or not pointing or verb >= last or items.words[verb] not in scene.words["quoting"]:
        return False
    stop = phrase_after(items, verb + 1, last)
    spoken = bisect_left(items.starts, before.speaker[0]), bisect_left(items.starts, before.speaker[1])
    whole = stop > verb + 1 and items.letters[stop : stop + 1] in ("", ".", "P", "V", ",", "i", "b") and items.words[stop : stop + 1] != ["as"]
    if not whole or "c" in items.letters[stop:last] or spoken[0] == spoken[1] or not is_medium(items, *spoken, scene.words):
        return False
    before.relays = (*before.relays, (before.speaker,))
    before.speaker = scene.span(verb + 1, stop)
    return True


def only_tells_where(scene: Scene, first: int, last: int) -> bool:
    """Whether a sentence only tells to whom words were said, and who had them: He made the remarks in an interview with X, Y reports."""
    items, words = scene.items, scene.words
    comma = items.letters.rfind(",", first, last)
    if comma < first + FEWEST or not REPORTED.match(items.letters, comma, last):
        return False
    known = [k for k in range(first + 1, min(comma, first + OPENING)) if items.words[k] in words["taken_up"] and items.words[k - 1] in words["as_known"]]
    speaking = items.letters[first] == "R" and any(
        items.words[k] in words["speaking_to"] and items.words[k + 1] in words["spoken_with"] for k in range(first + 1, min(comma, first + OPENING))
    )
    opens = bool(known) and (items.letters[first] == "R" or known[0] == first + 1)
    telling = words["making", "speaking_to", "taken_up", "telling_outlet"]
    alone = all(items.words[k] in telling for k in range(first, comma) if items.letters[k] == "c") and not set(items.letters[first:comma]) & APART
    return (opens or speaking) and alone


def _kinds(scene: Scene) -> frozenset[str]:
    return scene.words["medium", "outlet_noun", "outlet_noun_named", "outlet_item"]


def _with_name(scene: Scene, stop: int, last: int) -> int:
    """Where a speaker ends, with the name behind: Paraguay's trade minister, Hernán Ayala."""
    letters = scene.items.letters
    named = letters[stop : stop + 1] == "," and letters[stop + 1 : stop + 2] in tuple("kKj")
    return phrase_after(scene.items, stop + 1, last) if named else stop
