"""Clauses of Chinese that only tell which outlet passed on what was said before: 蒙通社报道了这条帖子, 法新社随后转发."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .classes import WordClasses, edges

OUTLET = re.compile("[Ob《]")
BEFORE = frozenset("aDSMwhpPjnObBev,")  # what may stand before the outlet that does it
BETWEEN = frozenset("aDmpPnvjuewhObixrLc《》“”(E)S")  # what may stand between it and what it does
NOUNS, LONGEST_NOUN = frozenset("nhkuijx"), 3  # 信的副本
VERBS, EDGES = "cvrip", "eaDm"
DOING = ("carrying", "sourcing", "publishing", "media")
THINGS = ("taken_up", "outlet_item", "words_of", "document")


def carries(words: Sequence[str], letters: str, first: int, last: int, sets: WordClasses) -> bool:
    """Return whether a clause of items `first` to `last` (exclusive) only tells that an outlet passed on what is known.

    Example: 卡塔尔《旗帜报》|全文|刊登|了|这份|声明, 先|登上|《邮报》.
    """
    at = OUTLET.search(letters, first, last)
    if at is None or not set(letters[first : at.start()]) <= BEFORE:
        return False
    doing = [sets[name] for name in DOING]
    places = [k for k in range(at.start() + 1, last) if letters[k] in VERBS and any(words[k] in each for each in doing)]
    verb = max((k for k in places if letters[k - 1] != "u"), default=None)
    if verb is None:
        return any(words[k] in sets["appearing"] for k in range(first, at.start())) and letters[last - 1] in "Ob》"
    return set(letters[at.start() + 1 : verb]) <= BETWEEN and is_known(words, letters, verb + 1, last, sets)


def is_known(words: Sequence[str], letters: str, first: int, last: int, sets: WordClasses) -> bool:
    """Return whether items name as known what is passed on, or nothing: 这条帖子, 此事, 该报, 《罗盘报》的文章."""
    while first < last and letters[first] in EDGES:
        first += 1
    if first == last:
        return True
    if OUTLET.match(letters, first) or words[first].startswith(edges(sets["as_known", "pointing"])):
        return last - first == 1 or words[last - 1].endswith(edges(sets[THINGS])) or letters[last - 1] in "Ob》"
    alone = last - first <= LONGEST_NOUN and set(letters[first:last]) <= NOUNS
    return alone and words[last - 1] in sets["taken_up", "document"]
