"""Subjects: the noun chunk that a cue belongs to."""

from __future__ import annotations

import re

from detente.records import Record

from .phrases import NOUNISH, SKIPPED, inside, is_actor, is_side, prepositional, split_companion, trim_subject
from .view import View

LONGEST_TITLE = 7
AGAIN = re.compile("[Tt][njxm]{1,3}(?=[Tt])")  # 自治|政府|矿产|部长


class Subject(Record, frozen=True):
    """Items `first` to `last` (exclusive) of a view, and the rule that found them."""

    first: int
    last: int
    rule: str


def _chunk(view: View, first: int, last: int, ranges: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the nouns that end at item `last` (exclusive), leftwards not past `first`."""
    at = last
    letters = view.letters
    while at > first and inside(ranges, at - 1) is None and (letters[at - 1] in NOUNISH or _is_sided(view, at - 1, last) or _is_doubled(view, at - 1)):
        at -= 1
    return at, last


def _is_doubled(view: View, i: int) -> bool:
    """Whether item `i` joins two offices of one: 副总理兼国防部长."""
    return view.words[i] in view.sets["doubling"] and view.letters[i - 1 : i] in ("T", "t")


def _is_sided(view: View, i: int, last: int) -> bool:
    """Whether 方面 stands inside a subject, behind a state and before whom it is the side of: 开罗方面消息人士; or 内部备忘录."""
    if i + 1 < last and view.words[i] in view.sets["inner"]:
        return view.letters[i + 1] in "hnITi"
    return is_side(view, i, 0)


def leading(view: View, first: int, last: int, ranges: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the noun chunk that opens a clause, behind adverbs, times and prepositional phrases."""
    letters = view.letters
    i = first
    while i < last:
        if (held := inside(ranges, i)) is not None:
            i = held[1]
        elif letters[i] in SKIPPED or letters[i] == "w":
            i += 1
        else:
            break
    i = _behind_relative(view, i, last)
    stop = i
    while stop < last and (letters[stop] in NOUNISH or _is_doubled(view, stop)) and inside(ranges, stop) is None:
        stop += 1
    if stop > i and stop < last and view.words[stop] in view.sets["posted"]:
        stop = next((k for k in range(stop + 1, last) if letters[k] not in NOUNISH), last)
    return trim_subject(view, i, _through_title(letters, stop, last)) if stop > i else None


def _behind_relative(view: View, i: int, last: int) -> int:
    """Where who is meant begins behind what he did: 率团到访的|缅甸副外长, 流亡的|政府代表."""
    if i >= last or view.letters[i] not in "vj":
        return i
    of = view.letters.find("u", i, last)
    if view.letters[of - 1 : of + 2] in ("RuS", "RuM"):
        return of + 1  # 接待他的|波兰同事
    if of < 0 or not set(view.letters[i:of]).isdisjoint("cgRJK") or not set(view.letters[of + 1 : of + 2]) & set("SMGYTKIh"):
        return i
    return of + 1


def _through_title(letters: str, stop: int, last: int) -> int:
    """Where a title ends whose own words look like verbs: 苏丹|灌溉和水资源部次官某某."""
    at = stop
    while at < min(last, stop + LONGEST_TITLE) and letters[at] in "vnjxwIhmLY":
        at += 1
    if again := AGAIN.match(letters, at, last):
        at = again.end()
    if at == stop or letters[at : at + 1] not in ("T", "t"):
        return stop
    while at < last and letters[at] in "TtKkx":
        at += 1
    if letters[at : at + 1] == "w" and at < last:
        return _second_title(letters, at, last) or stop
    return at if letters[at - 1] in "Kk" or letters[at : at + 1] in ("a", "D", "p", "P", "c", "g") else stop


def _second_title(letters: str, at: int, last: int) -> int | None:
    """Where a person ends who has two titles: 委员会主任、后勤总局副主任某某."""
    stop = at
    while stop < last and letters[stop] in "wSMGYTtnvjxIhmLKk":
        stop += 1
    name = max(letters.rfind("TK", at, stop), letters.rfind("Tk", at, stop))
    return name + 2 if name >= 0 else None


def _after_relative(view: View, first: int, last: int) -> int:
    """Where the head of a chunk starts when a verb stands before it: behind the last 的."""
    if first and view.letters[first - 1] in "vce":
        at = view.letters.rfind("u", first, last)
        if at >= 0:
            return at + 1
    return first


def _with_duty(view: View, first: int, start: int) -> int:
    """Where a title begins that tells where or for what one serves: 美国驻|以色列大使, 财政部负责制裁的|官员."""
    for at in range(start - 1, max(first, start - LONGEST_TITLE) - 1, -1):
        if view.letters[at] in "cgp":
            return start
        if view.words[at] in view.sets["posted"] or view.words[at] in view.sets["duty"]:
            return _chunk(view, first, at, [])[0]
        if view.words[at] in view.sets["existential"]:
            return start
    return start


def _through_task(view: View, first: int, start: int, ranges: list[tuple[int, int]]) -> int:
    """Where a chunk begins of people called by what they do: 朝方接待|人员."""
    tasked = start - 1 > first and view.letters[start - 1] == "v" and view.words[start] in view.sets["staff"]
    return _chunk(view, first, start - 1, ranges)[0] if tasked and view.letters[start - 2] in NOUNISH else start


def _is_object(view: View, first: int, start: int) -> bool:
    """Whether the chunk that begins at `start` is the object of a verb in the same clause."""
    before = view.words[start - 1] if start > first else ""
    governs = before != "" and view.letters[start - 1] in "vceB"
    return governs and before not in view.sets["posted"] and before not in view.sets["existential"]


def find_subject(view: View, first: int, cue: int, *, joint: bool = False) -> Subject | None:
    """Return the subject of the cue at item `cue` within its clause that begins at `first`."""
    ranges = prepositional(view, first, cue)
    letters = view.letters
    at = cue
    temporal = False
    while at > first:
        held = inside(ranges, at - 1)
        if held is not None:
            at = held[0]
        elif is_side(view, at - 1, first):
            break
        elif letters[at - 1] in SKIPPED:
            temporal = temporal or letters[at - 1] == "L"
            at -= 1
        else:
            break
    if at == first:
        return None
    if letters[at - 1] in "vcgwi" and at - 2 > first and view.words[at - 2] in view.sets["measuring"]:
        start, stop = _chunk(view, first, at - 1, ranges)
        return Subject(start, at, "chunk")
    if letters[at - 1] in "vcgwi" or temporal:
        return _leading_subject(view, first, cue, ranges, joint)
    start, stop = _chunk(view, first, at, ranges)
    start = _through_task(view, first, start, ranges)
    start = _with_duty(view, first, _after_relative(view, start, stop))
    if _is_object(view, first, start) and letters[start - 1] != "u":
        return _leading_subject(view, first, cue, ranges, joint)
    found = trim_subject(view, start, stop)
    if found and is_actor(view, *found):
        return Subject(*found, "chunk")
    return _leading_subject(view, first, cue, ranges, joint)


def _before_deed(letters: str, first: int, last: int) -> tuple[int, int]:
    """A chunk without what somebody did before: 大使回国|后告诉记者."""
    stop = last
    if letters[last : last + 1] == "L":
        while stop - 1 > first and letters[stop - 1] in "nvj" and set(letters[first : stop - 1]) & set("KTkR"):
            stop -= 1
    return first, stop


def _leading_subject(view: View, first: int, cue: int, ranges: list[tuple[int, int]], joint: bool) -> Subject | None:
    found = leading(view, first, cue, ranges)
    if found is None:
        return None
    found = _before_deed(view.letters, *found)
    if not joint and found[1] < cue and set(view.letters[found[1] : cue]) & set("vcL"):
        found = split_companion(view, *found, during="L" in view.letters[found[1] : cue])
    found = trim_subject(view, *found)
    return Subject(*found, "leading") if found and is_actor(view, *found) else None
