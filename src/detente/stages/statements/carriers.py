"""Clauses that only tell which outlet passed on what was said before: 蒙通社报道了这条帖子, 法新社随后转发."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from .clauses import Unit
from .view import View

OUTLET = re.compile("[Ob]")
BEFORE = frozenset("aDSMwhpPjnOb")  # what may stand before the outlet that does it
BETWEEN = frozenset("aDmpPnvjuewhObixrLc")  # what may stand between it and what it does
VERBS, EDGES = "cvri", "eaDm"
DOING = ("carrying", "sourcing", "publishing", "media")
THINGS = ("taken_up", "outlet_item", "words_of", "document")


def only_carries(view: View, units: Sequence[Unit], n: int) -> bool:
    """Whether clause number `n`, and those behind it in its sentence, tell only who passed on what was said."""
    unit = units[n]
    if unit.quoted or not _carries(view, unit):
        return False
    if unit.mark in (".", "", "\n") or n + 1 == len(units):
        return True
    return unit.mark in (",", ";") and only_carries(view, units, n + 1)


def _carries(view: View, unit: Unit) -> bool:
    """卡塔尔《旗帜报》全文刊登了这份声明."""
    at = OUTLET.search(view.letters, unit.first, unit.last)
    if at is None or not set(view.letters[unit.first : at.start()]) <= BEFORE:
        return False
    verb = _verb(view, at.start(), unit)
    return verb is not None and is_known(view, verb + 1, unit.last)


def _verb(view: View, at: int, unit: Unit) -> int | None:
    """The item of what an outlet at item `at` does last."""
    doing = [view.sets[name] for name in DOING]
    places = [k for k in range(at + 1, unit.last) if view.letters[k] in VERBS and any(view.words[k] in words for words in doing)]
    verbs = [k for k in places if view.letters[k - 1] != "u"]
    return verbs[-1] if verbs and set(view.letters[at + 1 : verbs[-1]]) <= BETWEEN else None


def is_known(view: View, first: int, last: int) -> bool:
    """Whether words are named as known, or not at all: 这条帖子, 此事, 该报, 《罗盘报》的文章."""
    while first < last and view.letters[first] in EDGES:
        first += 1
    if first == last:
        return True
    if OUTLET.match(view.letters, first) or view.words[first].startswith(_known(view)):
        return last - first == 1 or view.words[last - 1].endswith(_things(view)) or view.letters[last - 1] in "Ob"
    return last - first == 1 and view.words[first] in view.sets["taken_up"] | view.sets["document"]


def _known(view: View) -> tuple[str, ...]:
    return _all(view.sets["as_known"], view.sets["pointing"])


def _things(view: View) -> tuple[str, ...]:
    return _all(*[view.sets[name] for name in THINGS])


@cache
def _all(*sets: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(frozenset().union(*sets)))
