"""The relation of two parties on a topic: the decision table of the design, a rule a row."""

from __future__ import annotations

from functools import lru_cache

from detente.records import Record
from detente.text.rules import decide

from .stand import Stand


class CellCase(Record, frozen=True):
    """How the two sides stand where they speak as one, and each in its own word."""

    joint: Stand
    left: Stand
    right: Stand


def _agreed(case: CellCase) -> bool:
    return case.joint.agrees or case.left.agrees or case.right.agrees


def agreement_and_difference(case: CellCase) -> str | None:
    """An agreement is told, and also a difference, or a word against the other."""
    differs = case.joint.refuses or case.left.opposes or case.right.opposes
    return "mixed" if differs and _agreed(case) else None


def difference_stated(case: CellCase) -> str | None:
    """Both say that they differ, or one of them says so of both."""
    return "divergence" if case.joint.refuses or case.left.differs or case.right.differs else None


def for_and_against(case: CellCase) -> str | None:
    """Both speak for the other, one of them also against."""
    both = case.left.gives and case.right.gives
    return "mixed" if both and case.left.opposes != case.right.opposes else None


def agreement(case: CellCase) -> str | None:
    """An agreement is told, by both or by one of them."""
    return "common-ground" if case.joint.takes or _agreed(case) else None


def both_for(case: CellCase) -> str | None:
    """Each speaks for the other."""
    fine = case.left.gives and case.right.gives and not (case.left.opposes or case.right.opposes)
    return "common-ground" if fine else None


def same_third(case: CellCase) -> str | None:
    """Both sides accuse, warn or press the same third party."""
    fine = not (case.left.opposes or case.right.opposes)
    return "common-ground" if fine and case.left.pressed & case.right.pressed else None


def demand_accepted(case: CellCase) -> str | None:
    """One asks, the other grants it."""
    accepted = (case.left.demands and case.right.grants) or (case.right.demands and case.left.grants)
    return "common-ground" if accepted else None


def both_against(case: CellCase) -> str | None:
    """Each speaks against the other."""
    return "divergence" if case.left.opposes and case.right.opposes else None


def offer_refused(case: CellCase) -> str | None:
    """One offers, the other refuses."""
    pairs = ((case.left, case.right), (case.right, case.left))
    refused = any(a.gives and not a.opposes and b.refuses and not b.gives for a, b in pairs)
    return "divergence" if refused else None


def one_against(case: CellCase) -> str | None:
    """One speaks against the other, who takes another position."""
    against = (case.left.opposes and case.right.takes) or (case.right.opposes and case.left.takes)
    return "divergence" if against else None


def different_objects(case: CellCase) -> str | None:
    """Each backs somebody else."""
    left, right = case.left.backed, case.right.backed
    return "divergence" if left and right and not left & right else None


def one_side(case: CellCase) -> str | None:
    """Only one takes a position."""
    return "one-sided" if case.left.takes != case.right.takes else None


def both_take(case: CellCase) -> str | None:
    """Both take a position and nothing says that they are opposed."""
    return "common-ground" if case.left.takes and case.right.takes else None


def agenda(case: CellCase) -> str | None:
    """It was talked about, and nobody takes a position."""
    return "discussed" if case.joint.speaks or case.left.speaks or case.right.speaks else None


def third_parties(case: CellCase) -> str | None:
    """Only experts, outlets and third states speak."""
    return "mentioned"


RULES = (agreement_and_difference, difference_stated, for_and_against, agreement, both_for, same_third,
         demand_accepted, both_against, offer_refused, one_against, different_objects, one_side, both_take, agenda,
         third_parties)  # fmt: skip


@lru_cache(maxsize=4096)
def decide_relation(case: CellCase) -> tuple[str, str]:
    """Return the relation and the name of the row that applied."""
    relation, rule = decide(RULES, case)
    return relation or "mentioned", rule
