"""Which cues inside a content report somebody else's statement."""

from __future__ import annotations

from detente.resources.lexicon import Lexicon

from .cues import Hit
from .subjects import Subject
from .view import View

NESTING = frozenset({"ACCUSE", "REQUEST", "THREATEN"})


def may_nest(view: View, hit: Hit, subject: Subject, lexicon: Lexicon) -> bool:
    """Whether a cue at the start of a content with its own subject is a statement of its own."""
    words = view.words[subject.first : subject.last]
    letters = view.letters[subject.first : subject.last]
    entry, own = hit.entry, view.sets["self"]
    if entry.frame == "joint" or (
        entry.lemma in lexicon.agree and ("J" in letters or "SS" in letters or "w" in letters)
    ):
        return True
    if len(words) == 1 and words[0] in view.sets["speaking_i"]:
        return False
    if entry.frame == "say" or entry.frame == "tell":
        return entry.lemma in view.sets["firm"] or not set(words) & own and not set(letters) <= set("nx")
    if set(words) & own or "J" in letters:
        return False
    return entry.frame in ("act", "stand") and (entry.act in NESTING or entry.lemma in view.sets["committing"])
