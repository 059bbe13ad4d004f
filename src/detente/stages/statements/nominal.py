"""Contents that are noun phrases: 就…达成共识, 在…问题上存在分歧, 对…表示关切."""

from __future__ import annotations

from .phrases import ACTORS
from .view import View

TAIL = frozenset("aeDLwJBm")


def _content(view: View, first: int, last: int) -> tuple[int, int] | None:
    while last > first and (view.letters[last - 1] in "LaeD" or view.words[last - 1] in view.sets["trailing"]):
        last -= 1
    return (view.starts[first], view.stops[last - 1]) if first < last else None


def _behind_venue(view: View, first: int, cue: int) -> int:
    """The item behind 在声明中, where what the stand is about comes after it."""
    if view.sets["told_in"].isdisjoint(view.words[first:cue]):
        return first
    for i in range(first, cue):
        if view.words[i] in view.sets["locative"] and (at := view.letters.find("L", i, cue)) > i:
            told = view.words[at - 1] in view.sets["told_in"]
            again = not view.sets["stand_governor"].isdisjoint(view.words[at + 1 : cue])
            return at + 1 if told and again else first
    return first


def _before_addressee(view: View, first: int, last: int) -> int:
    """Where 向X or 对X stands that only nouns follow before the cue, else `last`."""
    places = (k for k in range(last - 1, first - 1, -1) if view.words[k] in view.sets["telling"])
    at = next(places, last)
    return at if set(view.letters[at + 1 : last]) <= ACTORS | TAIL | {"j"} else last


def governed_content(view: View, first: int, cue: int, subject: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the span that 就/在/对… governs before a nominal cue; where one speaks (在声明中对…表示赞赏) is none."""
    for i in range(_behind_venue(view, first, cue), cue):
        if view.words[i] in view.sets["anaphora"]:
            return view.starts[i] + 1, view.stops[i]
        if view.letters[i] not in "Pp" or view.words[i] not in view.sets["governor"]:
            continue
        last = subject[0] if subject and subject[0] > i else cue
        last = _before_addressee(view, i + 2, last)
        if view.words[i] in view.sets["locative"]:
            at = view.letters.find("L", i, last)
            attached = view.letters[at + 1 : at + 2] == "u"
            if at < 0 or (attached and at + 2 < cue) or (set(view.letters[at:last]) & set("cu") and not attached):
                continue
            last = at
        while last > i + 1 and view.letters[last - 1] in TAIL:
            last -= 1
        if content := _content(view, i + 1, last):
            return content
    return None


def fronted_topic(view: View, first: int, last: int) -> tuple[int, int] | None:
    """Return the span of a topic phrase that makes up a clause (在朝鲜半岛问题上), without preposition and localiser."""
    at = first
    while at < last and view.letters[at] in "aDw":
        at += 1
    if at - first == 1 and at == last and view.words[first] in view.sets["anaphora"]:
        return view.starts[first] + 1, view.stops[first]  # 对此,某某深表遗憾
    if at >= last or view.letters[at] not in "Pp":
        return None
    if view.letters[at] == "P" and view.letters[last - 1] != "L" and view.words[last - 1] not in view.sets["matter"]:
        return None
    return _content(view, at + 1, last)
