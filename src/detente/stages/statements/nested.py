"""Which cues inside a content report somebody else's statement."""

from __future__ import annotations

from detente.resources.lexicon import Lexicon

from .cues import Hit
from .subjects import Subject
from .view import View

NESTING = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
COMMITTING = frozenset({"承诺", "否认", "证实", "承认", "宣布", "同意", "保证", "确认", "提议", "建议", "拒绝"})
SELF = frozenset({"我", "我们", "本人", "我方", "其", "它"})
FIRM = frozenset(
    {"表示", "说", "称", "指出", "强调", "重申", "告诉", "表态", "宣称", "声称", "明确表示", "透露", "警告", "披露"}
)


def may_nest(view: View, hit: Hit, subject: Subject, lexicon: Lexicon) -> bool:
    """Whether a cue at the start of a content with its own subject is a statement of its own."""
    words = view.words[subject.first : subject.last]
    letters = view.letters[subject.first : subject.last]
    entry = hit.entry
    if entry.frame == "joint" or (
        entry.lemma in lexicon.agree and ("J" in letters or "SS" in letters or "w" in letters)
    ):
        return True
    if words in (["我"], ["本人"]):
        return False
    if entry.frame == "say" or entry.frame == "tell":
        return entry.lemma in FIRM or not set(words) & SELF and not set(letters) <= set("nx")
    if set(words) & SELF or "J" in letters:
        return False
    return entry.frame in ("act", "stand") and (entry.act in NESTING or entry.lemma in COMMITTING)
