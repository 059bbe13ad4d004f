"""What is told inside a content: statements of others, and those that an outlet only passes on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from detente.records import Tokens

from ..working import Hops, Pair, Working
from .heard import may_tell
from .hits import Words
from .items import Items, Written, build_items

TELLING = frozenset({"say", "tell"})
TOGETHER = frozenset({"agree", "joint"})  # the sides, by the premier's account, agreed to …
ACTORS = frozenset("SMGYTKJ")
REPORTING = frozenset("cA")
PEOPLE = frozenset("KT")
OWNED = ACTORS | {"h", "k"}
DEEPEST = 3  # reports inside each other
PASSED_ON = "passed/phrase"
AIDED = 4  # tokens before a verb that may make it no fact: would, is said to have
NEAR = 4  # tokens before a subject: last week, on Tuesday
REPORT, UNLISTED = "report", re.compile("d?(?:Se)?k{1,3}")
Read = Callable[[Items], list[Working]]


def with_nested(source: Written, found: list[Working], words: Words, read: Read, depth: int = DEEPEST) -> list[Working]:
    """Return the reports of a document with those inside their contents, and inside theirs."""
    if not depth:
        return found
    tokens = source.tokens
    kept: list[Working] = []
    cues = {draft.cue for draft in found}
    for outer in found:
        inner = _inside(source, outer, words, read) if outer.frame in TELLING and outer.pieces and outer.speaker else []
        told = [draft for draft in inner if draft.cue not in cues and _is_told(tokens, draft, words)]
        if told and _is_outlet(tokens, outer, words) and _is_whole(tokens, outer, told):
            kept += with_nested(source, [_passed_on(draft, outer) for draft in told], words, read, depth - 1)
            continue
        kept.append(outer)
        others = [draft for draft in told if _is_anothers(tokens, draft)]
        for draft in others:
            draft.outer = draft.outer or _innermost(draft, others) or outer
        kept += with_nested(source, others, words, read, depth - 1)
    return kept


def _innermost(draft: Working, others: list[Working]) -> Working | None:
    """The report beside another that holds it."""
    start = (draft.speaker or draft.cue)[0]
    around = [each for each in others if each is not draft and any(a <= start < b for a, b in each.pieces) and not _holds(draft, each)]
    return max(around, key=lambda each: each.pieces[0][0], default=None)


def _holds(outer: Working, draft: Working) -> bool:
    start = (draft.speaker or draft.cue)[0]
    return any(a <= start < b for a, b in outer.pieces)


def _inside(source: Written, outer: Working, words: Words, read: Read) -> list[Working]:
    """The reports that a content holds when it is read by itself."""
    tokens = source.tokens
    found: list[Working] = []
    if len(outer.pieces) > 1 and outer.method.startswith("according"):
        found = [draft for draft in _across(source, outer, read) if draft.pieces and draft.speaker and draft.frame in TELLING | TOGETHER]
        if found:
            return found
    for start, stop in outer.pieces:
        first, last = _range(tokens, (start, stop))
        while first < last and tokens.classes[first] in "“‘-" and not _closes_before(tokens.classes, first, last):
            first += 1
        while first < last and tokens.classes[last - 1] in "”’":
            last -= 1
        if may_tell(source.words[first:last], words) or not REPORTING.isdisjoint(tokens.classes[first:last]):
            found += read(build_items(source, first, last))
    return [draft for draft in found if draft.pieces and draft.speaker]


def _closes_before(classes: str, first: int, last: int) -> bool:
    """Whether a quotation that opens a content ends before it does: “Berlin will not vote,” a minister said."""
    return classes[first] == "“" and classes.find("”", first, last - 1) >= 0


def _across(source: Written, outer: Working, read: Read) -> list[Working]:
    """The reports of a content that names its own source between its subject and its verb: The president, by his aide's account, told guests …"""
    first, last = _range(source.tokens, (outer.pieces[0][0], outer.pieces[-1][1]))
    if REPORTING.isdisjoint(source.tokens.classes[first:last]):
        return []
    items = build_items(source, first, last)
    for (_, stop), (start, _) in reversed(tuple(pairwise(outer.pieces))):
        items.drop(bisect_left(items.starts, stop), bisect_left(items.starts, start))
    return read(items)


def _range(tokens: Tokens, span: Pair) -> tuple[int, int]:
    first = bisect_left(tokens.starts, span[0])
    return first, bisect_left(tokens.starts, span[1], first)


def _is_told(tokens: Tokens, draft: Working, words: Words) -> bool:
    """Whether a report inside another is one: by a named subject, of a fact, under no condition."""
    if draft.speaker is None or draft.continued or (draft.negated and draft.lemma not in words["left_open"]):
        return False
    first, last = _range(tokens, draft.speaker)
    if set(tokens.classes[first:last]) <= set("Ru") or tokens.words[first - 1].lower() in words["conditional"]:
        return False
    at = bisect_left(tokens.starts, draft.cue[0])
    if tokens.classes[last : last + 1] == "i":
        return True  # an envoy who asked not to be named said
    aided = [word.lower() for word in tokens.words[max(last, at - AIDED) : at]]
    return words["modal"].isdisjoint(aided[1:] if len(aided) == AIDED else aided) or not words["said_to_have"].isdisjoint(aided)


def _is_anothers(tokens: Tokens, draft: Working) -> bool:
    """Whether somebody who acts for a side is named as the speaker; what a person believes is not told by another."""
    first, last = _range(tokens, draft.speaker or draft.cue)
    letters = tokens.classes[first:last]
    if draft.method == PASSED_ON:
        return True
    if ACTORS.isdisjoint(letters) or draft.method.startswith(("nominal", "participial")):
        return False
    if "e" in letters and letters[-1] not in OWNED:
        return False
    return draft.frame != "think" or "K" not in letters


def _is_outlet(tokens: Tokens, outer: Working, words: Words) -> bool:
    first, last = _range(tokens, outer.speaker or outer.cue)
    letters, named = tokens.classes[first:last], [word.lower() for word in tokens.words[first:last]]
    if "who" in named[1:]:
        letters, named = letters[: named.index("who")], named[: named.index("who")]  # two people who spoke to Axios
    if outer.method.startswith("behind") and outer.lemma == REPORT and UNLISTED.fullmatch(letters):
        return True  # …, TSA reported
    spoken = letters[-1] == "h" and named[-1] not in words["medium"]
    if spoken or PEOPLE & set(letters) or not words["source"].isdisjoint(named):
        return False
    return "O" in letters or not words["medium"].isdisjoint(named)


def _is_whole(tokens: Tokens, outer: Working, inner: list[Working]) -> bool:
    """Whether the first report inside a content is all that it says."""
    begin, _ = _range(tokens, outer.pieces[0])
    spans = [span for draft in inner for span in (draft.pieces[0], draft.speaker or draft.cue, *(each for hop in draft.relays for each in hop))]
    opened = min(span[0] for span in spans)
    return bisect_left(tokens.starts, opened) - begin <= NEAR


def _passed_on(draft: Working, outer: Working) -> Working:
    """A report that an outlet passes on, with the outlet as its relay."""
    own: Hops = ((outer.speaker,),) if outer.speaker else ()
    draft.relays = (*(outer.relays or own), *draft.relays)
    return draft
