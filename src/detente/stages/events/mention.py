"""Whether a trigger tells an event of its own: one rule a kind of trigger, the first answer decides."""

from __future__ import annotations

from detente.records import Record
from detente.resources.events import EventWords
from detente.text.rules import decide

from .sites import Site

TALKS = frozenset({"talk", "process"})
POINTED = frozenset({"meeting", "press-conference"})


class MentionCase(Record, frozen=True):
    """A site with what else is needed to judge it; `is_known` says that an event of its type was told before."""

    site: Site
    words: EventWords
    has_place: bool
    has_sides: bool
    is_known: bool

    def before(self, name: str) -> bool:
        """Whether a pattern ends at the trigger."""
        pattern = self.words.before.get(name)
        return pattern is not None and pattern.search(self.site.before) is not None

    def after(self, name: str) -> bool:
        """Whether a pattern begins behind the trigger."""
        pattern = self.words.after.get(name)
        return pattern is not None and pattern.match(self.site.after) is not None


def denied(case: MentionCase) -> bool | None:
    """从未会面: nothing happened and nothing is planned; meet a demand: the word is meant otherwise."""
    return False if case.before("none") or case.after("none") else None


def lasting(case: MentionCase) -> bool | None:
    """A talk that took so long is told for itself, even where it is only pointed back to."""
    if case.site.trigger.frame not in ("lasting", *TALKS):
        return None
    if case.site.trigger.frame == "lasting":
        return case.after("length")
    return True if case.after("lasted") else None


def part_of_a_compound(case: MentionCase) -> bool | None:
    """谈判经验: a talk that only says what kind of thing a noun is."""
    if case.site.trigger.frame in TALKS:
        return False if case.after("compound") else None
    return False if case.site.trigger.type == "meeting" and case.after("thing") else None


def setting(case: MentionCase) -> bool | None:
    """在会谈中, 会谈后: where something else happened, unless it is told here who talked."""
    if case.site.trigger.frame not in TALKS or not case.after("setting"):
        return None
    if case.before("presiding"):
        return True
    if case.before("held"):
        return case.before("with")
    return case.has_sides and case.after("past") and not case.before("setting")


def pointed_back(case: MentionCase) -> bool | None:
    """这次会谈: told before, unless it is told now when it is held (这场会议原订9月召开)."""
    pointed = case.site.trigger.type in POINTED and case.before("pointed")
    return False if pointed and not (case.site.trigger.frame in TALKS and case.after("held")) else None


def told_before(case: MentionCase) -> bool | None:
    """The talks: told here only if nothing told them before, if their course is told now, or as a setting (after them).

    Where a language says so, meetings count each time that they are mentioned; negotiations in general do not.
    """
    if case.site.trigger.frame not in ("deed", *TALKS) or not case.before("definite"):
        return None
    if case.before("mentioned") or (case.site.trigger.frame != "process" and case.before("again")):
        return True
    if case.is_known:
        return case.after("held") or case.before("setting")
    return True if case.site.trigger.frame == "talk" or case.before("setting") else None


def talk(case: MentionCase) -> bool | None:
    """A noun of talks counts by its verb or number in the clause; one of 会谈 also by its companion, two sides, or who says how it went."""
    if case.site.trigger.frame not in TALKS:
        return None
    if case.before("held") or case.before("series") or case.after("held"):
        return True
    named = case.has_sides or case.before("with") or case.after("with") or case.before("judging")
    return case.site.trigger.frame == "talk" and named


def going(case: MentionCase) -> bool | None:
    """前往, with the place, or what is done there; also a journey that somebody confirms: confirmed that he would travel."""
    return case.has_place or case.before("going") if case.site.trigger.frame in ("going", "arriving") else None


def deed(case: MentionCase) -> bool | None:
    """An event by its word alone, done by somebody."""
    return True if case.site.trigger.frame == "deed" else None


def framed(case: MentionCase) -> bool | None:
    """What must stand around the trigger stands there: a summit, forces, a pact, somebody to back."""
    frame, words = case.site.trigger.frame, case.words
    if frame in words.either:
        return case.before(frame) or case.after(frame)
    return (frame not in words.before or case.before(frame)) and (frame not in words.after or case.after(frame))


RULES = (denied, lasting, part_of_a_compound, setting, pointed_back, told_before, talk, going, deed, framed)


def is_event(case: MentionCase) -> tuple[bool, str]:
    """Return whether a site is an event, and the rule that says so."""
    answer, rule = decide(RULES, case)
    return bool(answer), rule
