"""The relation of two parties on a topic: the decision table of the design, a rule a row."""

from __future__ import annotations

from typing import NamedTuple

from detente.records import Statement
from detente.text.rules import decide

AGENDA_ACTS = frozenset({"CONSULT", "none"})
GRANTS = frozenset({"COOPERATE", "CONCEDE", "AGREE", "SUPPORT", "AID"})
HARD = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION"})


class CellCase(NamedTuple):
    """A cell's evidence: joint statements, and those of each side in its own word."""

    joint: tuple[Statement, ...]
    left: tuple[Statement, ...]
    right: tuple[Statement, ...]


def _agrees(s: Statement) -> bool:
    return s.act == "AGREE"


def _against(side: tuple[Statement, ...]) -> bool:
    return any(s.polarity is not None and s.polarity < 0 for s in side)


def _for(side: tuple[Statement, ...]) -> bool:
    return any(s.polarity is not None and s.polarity > 0 for s in side)


def _takes(side: tuple[Statement, ...]) -> bool:
    return any(s.act not in AGENDA_ACTS for s in side)


def third_parties(case: CellCase) -> str | None:
    """Neither side says anything in its own word."""
    return None if case.joint or case.left or case.right else "mentioned"


def agreement_and_difference(case: CellCase) -> str | None:
    agreed = any(map(_agrees, case.joint + case.left + case.right))
    differs = any(s.act == "REJECT" for s in case.joint) or _against(case.left) or _against(case.right)
    return "mixed" if agreed and differs else None


def difference_stated(case: CellCase) -> str | None:
    return "divergence" if any(s.act == "REJECT" for s in case.joint) else None


def for_and_against(case: CellCase) -> str | None:
    both = _for(case.left) and _for(case.right)
    return "mixed" if both and _against(case.left) != _against(case.right) else None


def agreement(case: CellCase) -> str | None:
    agreed = any(map(_agrees, case.joint + case.left + case.right))
    return "common-ground" if agreed or _takes(case.joint) else None


def same_third(case: CellCase) -> str | None:
    """Both sides accuse, warn or press the same third party."""
    left, right = ({s.target for s in side if s.target and s.act in HARD} for side in (case.left, case.right))
    return "common-ground" if left & right and not (_against(case.left) or _against(case.right)) else None


def demand_accepted(case: CellCase) -> str | None:
    pairs = ((case.left, case.right), (case.right, case.left))
    return "common-ground" if any(_demands(a) and _grants(b) for a, b in pairs) else None


def _demands(side: tuple[Statement, ...]) -> bool:
    """Whether a side demands something and says nothing else against the other."""
    return any(s.act == "REQUEST" for s in side) and not _against(tuple(s for s in side if s.act != "REQUEST"))


def _grants(side: tuple[Statement, ...]) -> bool:
    return any(s.act in GRANTS for s in side) and not _against(side)


def offer_refused(case: CellCase) -> str | None:
    pairs = ((case.left, case.right), (case.right, case.left))
    return "divergence" if any(_for(a) and not _against(a) and _refuses(b) for a, b in pairs) else None


def _refuses(side: tuple[Statement, ...]) -> bool:
    return any(s.act == "REJECT" for s in side) and not _for(side)


def different_objects(case: CellCase) -> str | None:
    """Each backs somebody else."""
    left, right = ({s.target for s in side if s.target and s.act == "SUPPORT"} for side in (case.left, case.right))
    return "divergence" if left and right and not left & right else None


def both_for(case: CellCase) -> str | None:
    fine = _for(case.left) and _for(case.right) and not (_against(case.left) or _against(case.right))
    return "common-ground" if fine else None


def both_against(case: CellCase) -> str | None:
    return "divergence" if _against(case.left) and _against(case.right) else None


def one_against(case: CellCase) -> str | None:
    against = (_against(case.left) and _takes(case.right)) or (_against(case.right) and _takes(case.left))
    return "divergence" if against else None


def one_side(case: CellCase) -> str | None:
    return "one-sided" if _takes(case.left) != _takes(case.right) else None


def both_take(case: CellCase) -> str | None:
    """Both take a position and nothing says that they are opposed."""
    return "common-ground" if _takes(case.left) and _takes(case.right) else None


def agenda(case: CellCase) -> str | None:
    return "discussed"


RULES = (third_parties, agreement_and_difference, difference_stated, for_and_against, agreement, both_for, same_third,
         demand_accepted, both_against, offer_refused, one_against, different_objects,
         one_side, both_take, agenda)  # fmt: skip


def decide_relation(case: CellCase) -> tuple[str, str]:
    """Return the relation and the name of the row that applied."""
    relation, rule = decide(RULES, case)
    return relation or "mentioned", rule.replace("_", "-")
