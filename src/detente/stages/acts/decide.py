"""The act of a statement: an ordered list of rules; the first answer decides and its name is the reason."""

from __future__ import annotations

from typing import NamedTuple

from detente.resources.heads import SIGNS, Head
from detente.resources.lexicon import CueEntry
from detente.text.rules import decide

Act = tuple[str, float]


class ActCase(NamedTuple):
    """A statement under judgement; `content` is folded."""

    party: str | None
    cue: CueEntry | None
    frame: str
    negated: bool
    content: str
    heads: tuple[Head, ...]


def no_party(case: ActCase) -> Act | None:
    return ("none", 0.0) if case.party is None else None


def joint_speaker(case: ActCase) -> Act | None:
    if not case.party or "+" not in case.party:
        return None
    if case.cue and case.cue.act == "REJECT":
        return "REJECT", -1.0
    return ("AGREE", 1.0) if case.frame in ("joint", "agree") else None


def negated_cue(case: ActCase) -> Act | None:
    if not case.negated or not case.cue or not case.cue.act:
        return None
    return ("REJECT", -1.0) if case.cue.polarity == "+" else ("COOPERATE", 1.0)


def cue_class(case: ActCase) -> Act | None:
    return (case.cue.act, SIGNS[case.cue.polarity]) if case.cue and case.cue.act else None


def content_head(case: ActCase) -> Act | None:
    return next(((h.act, h.polarity) for h in case.heads if h.pattern.search(case.content)), None)


RULES = (no_party, joint_speaker, negated_cue, cue_class, content_head)


def decide_act(case: ActCase) -> tuple[Act | None, str]:
    """Return act and polarity with the name of the rule, or `(None, "")` when it is not recognised."""
    return decide(RULES, case)
