"""A reporting expression inside a content: 重申反对…, 指出S已向O提出抗议."""

from __future__ import annotations

import re
from bisect import bisect_right

from detente.resources.heads import Heads
from detente.resources.lexicon import CueEntry, Lexicon
from detente.resources.verbs import PAST, PRESENT, Verbs
from detente.text.match import Matcher

from .told import CLAUSE_MARK

FRAMES = frozenset({"act", "stand"})
SHORTEST = 2
LONGEST_CLAUSE = 400


class CuesInside:
    """Finds the first reporting expression of a told content that does an act of its own by the speaker's side."""

    def __init__(self, lexicon: Lexicon, heads: Heads, joint: str, verbs: Verbs | None = None) -> None:
        self.joint = joint
        wishes = (heads.classes[name].pattern for name in ("hope", "ready", "must", "undone"))
        self._foreign = re.compile("|".join(("[OTB]", *wishes)))
        self._before_noun, self._after_noun = lexicon.words["before_noun"], lexicon.words["after_noun"]
        barred = lexicon.words["of_actor", "noun_form"]
        entries = lexicon.cues if verbs is None else _inflected(verbs, lexicon)
        words = (word for word in entries if len(word) >= SHORTEST and word not in barred)
        self._cues = {word: cue for word in words if (cue := entries[word]).act and cue.frame in FRAMES}
        self._own = re.compile(f"(?:{heads.classes['own'].pattern}|{heads.classes['again'].pattern})$")
        self._matcher = Matcher(f"{joint}{word}{joint}" for word in self._cues)

    def first(self, told: str) -> CueEntry | None:
        """Return its entry, or None; what another side did, or what is only wished, is not the speaker's act."""
        told = f"{self.joint}{told}{self.joint}"
        matches = self._matcher.matches(told)
        ends = [0, *(mark.end() for mark in CLAUSE_MARK.finditer(told))] if matches else []
        for number, start, stop in matches:
            clause = told[max(ends[bisect_right(ends, start) - 1], start - LONGEST_CLAUSE) : start]
            noun = clause[-1:] in self._before_noun or told[stop : stop + 1] in self._after_noun
            if not noun and self._own.search(clause) and not self._foreign.search(clause):
                return self._cues[self._matcher.words[number].strip(self.joint)]
        return None


def _inflected(verbs: Verbs, lexicon: Lexicon) -> dict[str, CueEntry]:
    """The finite forms of reporting verbs, which alone tell one from a noun, with their entries."""
    return {
        " ".join((word, *form.rest)): lexicon.cues[form.lemma]
        for word, forms in verbs.forms.items()
        for form in forms
        if form.kinds & {PRESENT, PAST}
    }
