"""The act of a statement: an ordered list of rules; the first answer decides and its name is the reason."""

from __future__ import annotations

from collections.abc import Callable

from detente.records import Record
from detente.resources.heads import SIGNS, Head, Heads, Scope
from detente.resources.lexicon import CueEntry
from detente.text.rules import decide

from .inside import CuesInside
from .leaning import leaning
from .learned import Ruled, learned
from .told import CLAUSE_MARK

Act = tuple[str, float]
OUTSPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT"})
TALKED = frozenset({"CONSULT", "none"})
LEARNED = "learned"  # the rule where only words tell the act
SAID = frozenset({"cue-class", "joint-speaker"})  # rules that go by what the cue says: no word speaks against them
DENIED = "!"  # before a cue that is denied: !исключить
MILD = frozenset({"COOPERATE", "AGREE", "CONCEDE"})


class ActCase(Record, frozen=True):
    """A statement under judgement; `told` is its content with the actors replaced by their parts (see `told`).

    `before` tells what stands between it and the statement before it, told alike. `insides` finds the first reporting
    expression with an act of its own in it, told by the speaker's own side.
    """

    party: str | None
    cue: CueEntry | None
    frame: str
    negated: bool
    told: str
    insides: CuesInside
    heads: Heads
    before: Callable[[], str]


def no_party(case: ActCase) -> Act | None:
    """Who speaks for no side does nothing between sides, but accuse, demand or reject in so many words: unions urged Manila."""
    if case.party is not None:
        return None
    if case.cue is None or case.negated or case.cue.act not in OUTSPOKEN or case.heads.classes["grief"].search(case.cue.lemma):
        return "none", 0.0
    return case.cue.act, 0.0


def joint_speaker(case: ActCase) -> Act | None:
    """Two sides that speak as one agree, unless they say that they differ, or what they demand of others."""
    if not case.party or "+" not in case.party:
        return None
    if case.cue and case.cue.act == "REJECT" or (case.negated and case.frame in ("joint", "agree")):
        return "REJECT", -1.0
    if case.cue and case.cue.act in TALKED:
        return case.cue.act, 0.0
    if case.frame in ("joint", "agree") or (case.cue and case.cue.act == "COOPERATE" and not case.negated):
        return "AGREE", 1.0
    if case.cue and case.cue.act == "SUPPORT" and case.insides.joint:
        return "AGREE", 1.0  # the ministers welcomed the truce
    if case.cue and (case.frame == "stand" or case.cue.act in ("REQUEST", "ACCUSE", "SUPPORT", "THREATEN")):
        return None
    head = content_head(case)
    return ("AGREE", 1.0) if head is None or (head[0][0] in MILD and head[1] != "wish-together") else None


def negated_cue(case: ActCase) -> Act | None:
    """没有指责: what the cue does is not done; what a side does not acknowledge it rejects."""
    if not case.negated or not case.cue:
        return None
    if not case.cue.act:
        return ("REJECT", -1.0) if case.cue.frame == "say" else None
    return ("REJECT", -1.0) if case.cue.polarity == "+" else ("COOPERATE", 1.0)


def cue_class(case: ActCase) -> Act | None:
    """敦促, 谴责: the cue says what is done."""
    return (case.cue.act, SIGNS[case.cue.polarity]) if case.cue and case.cue.act else None


def cue_inside(case: ActCase) -> Act | None:
    """重申反对…: a cue inside the content says it."""
    inside = case.insides.first(case.told)
    return (inside.act, SIGNS[inside.polarity]) if inside else None


def _cued(case: ActCase, heads: Scope) -> tuple[Act, str] | None:
    """The first head that the cue and its content show together, written "cue: content"; behind a mark where the cue is denied."""
    return _shown(heads.first(f"{DENIED * case.negated}{case.cue.lemma}: {case.told}")) if case.cue and heads else None


def cue_and_content(case: ActCase) -> tuple[Act, str] | None:
    """согласиться снять запрет, talked about drugs: the content narrows what the cue does of one side, or of two as one."""
    if not case.party:
        return None
    return _cued(case, case.heads.together if "+" in case.party else case.heads.cued)


def content_head(case: ActCase) -> tuple[Act, str] | None:
    """Return the act that a pattern of the content shows, and the name of its rule; of a bare cue the cue counts too."""
    bare = case.cue is not None and (case.cue.frame == "think" or (case.cue.frame == "act" and not case.cue.act))
    told = case.cue.lemma + case.insides.joint + case.told if case.cue and bare else case.told
    return _shown(case.heads.results.first(told, CLAUSE_MARK) or case.heads.rows.first(told))


def answer_before(case: ActCase) -> tuple[Act, str] | None:
    """Karimov refused, saying …: what is said goes on with an answer that has no words of its own."""
    return _shown(case.heads.before.first(case.before()))


def evasion(case: ActCase) -> tuple[Act, str] | None:
    """哈灵顿只说…: who would only say something takes no stand."""
    return _shown(case.heads.evaded.first(case.before())) if case.party and case.heads.evaded else None


def _shown(head: Head | None) -> tuple[Act, str] | None:
    return ((head.act, head.polarity), head.rule) if head else None


RULES = (no_party, joint_speaker, negated_cue, cue_class, cue_inside)


def decide_act(case: ActCase) -> tuple[Act | None, str]:
    """Return act and polarity with the name of the rule, or `(None, "")` when it is not recognised.

    Where a language was taught what words say, they may find an act that no rule found, or speak against the rule.
    """
    act, rule = ruled_act(case)
    if not case.party or rule in SAID or not (words := case.heads.words):
        return act, rule
    if found := learned(ruled(case, act, rule), words):
        return found, f"{LEARNED}-over-{rule}" if act else LEARNED
    return act, rule


def ruled(case: ActCase, act: Act | None, rule: str) -> Ruled:
    """Return a statement as words are learned of it and asked."""
    cue, kind = (case.cue.lemma, case.cue.act) if case.cue else ("", "")
    return Ruled(case.told, cue, kind, case.negated, "+" in (case.party or ""), act[0] if act else None, rule)


def ruled_act(case: ActCase) -> tuple[Act | None, str]:
    """Return what the rules alone find."""
    if head := cue_and_content(case):
        return head
    act, rule = decide(RULES, case)
    if act:
        return act, rule
    if head := answer_before(case) or content_head(case):
        return head
    if lean := leaning(case.told, case.heads):
        return (lean.act, float(lean.sign)), "leaning"
    return evasion(case) or _cued(case, case.heads.last) or (None, "")
