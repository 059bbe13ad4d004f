"""A reporting expression inside a content: 重申反对…, 指出S已向O提出抗议."""

from __future__ import annotations

import re
from bisect import bisect_right

from detente.resources.heads import Heads
from detente.resources.lexicon import CueEntry, Lexicon
from detente.text.match import Matcher

FRAMES = frozenset({"act", "stand"})
CLAUSE = re.compile("[,;。:…]")
SHORTEST = 2
LONGEST_CLAUSE = 400
BEFORE_NOUN = frozenset("的些该种此项个何轮次关")
AFTER_NOUN = frozenset("是不没毫纯完都均并既属的")


class CuesInside:
    """Finds the first reporting expression of a told content that does an act of its own by the speaker's side."""

    def __init__(self, lexicon: Lexicon, heads: Heads) -> None:
        self._foreign = re.compile(f"[OTB]|{heads.classes['hope'].pattern}|{heads.classes['ready'].pattern}|{heads.classes['must'].pattern}")
        vague = lexicon.words["of_actor"]
        self._cues = {w: c for w, c in lexicon.cues.items() if c.act and c.frame in FRAMES and len(w) >= SHORTEST and w not in vague}
        self._matcher = Matcher(self._cues)

    def first(self, told: str) -> CueEntry | None:
        """Return its entry, or None; what another side is said to have done, or what is only wished, is not the speaker's act."""
        matches = self._matcher.matches(told)
        ends = [0, *(mark.end() for mark in CLAUSE.finditer(told))] if matches else []
        for number, start, stop in matches:
            clause = told[max(ends[bisect_right(ends, start) - 1], start - LONGEST_CLAUSE) : start]
            noun = clause[-1:] in BEFORE_NOUN or told[stop : stop + 1] in AFTER_NOUN
            if not noun and not self._foreign.search(clause):
                return self._cues[self._matcher.words[number]]
        return None
