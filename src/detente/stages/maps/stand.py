"""How a side stands in a cell: what its statements do, in sum."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from detente.records import Record, Statement

AGENDA_ACTS = frozenset({"CONSULT", "none"})
GRANTS = frozenset({"COOPERATE", "CONCEDE", "AGREE", "SUPPORT", "AID"})
# Rules of acts: those that guess by single words or by a name that is given, and that of words such as "remain far apart".
GUESSING, DIFFERENCE = frozenset({"leaning", "own-refusal", "belittling"}), "difference"
LEARNED, OVERRULED = "learned", "learned-"  # only words tell the act; they speak against a rule
HARD = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION"})


class Stand(Record, frozen=True):
    """What the statements of one side do.

    `speaks` is whether there are any, `takes` whether one takes a position (an unknown act does); `gives` and `opposes`
    whether one speaks for or against the other side, `opposes_beyond_demands` without counting demands, `differs` whether
    one tells that the sides differ. `pressed` are
    the third parties that it accuses or presses, `backed` those that it backs.
    """

    acts: frozenset[str | None]
    speaks: bool
    takes: bool
    gives: bool
    opposes: bool
    opposes_beyond_demands: bool
    differs: bool
    pressed: frozenset[str]
    backed: frozenset[str]

    @property
    def agrees(self) -> bool:
        return "AGREE" in self.acts

    @property
    def refuses(self) -> bool:
        return "REJECT" in self.acts

    @property
    def demands(self) -> bool:
        return "REQUEST" in self.acts and not self.opposes_beyond_demands

    @property
    def grants(self) -> bool:
        return not self.opposes and not GRANTS.isdisjoint(self.acts)


SILENT = Stand(frozenset(), False, False, False, False, False, False, frozenset(), frozenset())


class Deed(NamedTuple):
    """What a statement does, as far as it tells how a side stands: act, sign of the polarity, third party it is aimed at.

    `rule` is how the act was found, where that matters: `guess`, `difference`, or nothing.
    """

    act: str | None
    sign: int
    rule: str
    target: str | None


def deed_of(statement: Statement) -> Deed:
    """Return what a statement does; where only single words tell, that it takes a position is all that counts."""
    rule = act_rule(statement)
    if rule == LEARNED:
        return Deed(None, 0, "", None)
    kind = "guess" if rule in GUESSING or rule.startswith(OVERRULED) else rule if rule == DIFFERENCE else ""
    return Deed(statement.act, sign(statement.polarity), kind, statement.target)


def act_rule(statement: Statement) -> str:
    """Return the rule that found the act of a statement; empty where none says so."""
    return statement.method.partition("act:")[2].partition(" ")[0]


def is_position(deed: Deed) -> bool:
    """Return whether what is done is a position, or leans to or from the other side: more than to talk or to inform.

    >>> [is_position(Deed(act, sign, "", None)) for act, sign in (("CONSULT", 0), ("CONSULT", 1), (None, 0))]
    [False, True, True]
    """
    return deed.act not in AGENDA_ACTS or deed.sign != 0


def sign(polarity: float | None) -> int:
    """Return whether a polarity is above, below or at nought; an unknown one is none.

    >>> sign(0.5), sign(None), sign(-1.0)
    (1, 0, -1)
    """
    return ((polarity or 0) > 0) - ((polarity or 0) < 0)


def stand(deeds: Iterable[Deed]) -> Stand:
    """Return how the side stands that does all this; what it surely does outweighs what single words seem to do."""
    given = frozenset(deeds)
    sure = frozenset(deed for deed in given if deed.rule != "guess")
    return _sum(sure if any(deed.sign for deed in sure) else given) if given else SILENT


@lru_cache(maxsize=4096)
def _sum(deeds: frozenset[Deed]) -> Stand:
    """How a side stands; on many topics and in many months sides do the same."""
    acts = frozenset(deed.act for deed in deeds)
    against = [deed for deed in deeds if deed.sign < 0]
    return Stand(
        acts, True, not acts <= AGENDA_ACTS, any(deed.sign > 0 for deed in deeds), bool(against),
        any(deed.act != "REQUEST" for deed in against), any(deed.rule == DIFFERENCE for deed in deeds),
        frozenset(deed.target for deed in deeds if deed.target and deed.act in HARD),
        frozenset(deed.target for deed in deeds if deed.target and deed.act == "SUPPORT"),
    )  # fmt: skip


def together(one: Stand, other: Stand) -> Stand:
    """Return how a side stands that makes the statements of two stands."""
    if not (one.speaks and other.speaks):
        return one if one.speaks else other
    return Stand(
        one.acts | other.acts, True, one.takes or other.takes, one.gives or other.gives, one.opposes or other.opposes,
        one.opposes_beyond_demands or other.opposes_beyond_demands, one.differs or other.differs, one.pressed | other.pressed, one.backed | other.backed,
    )  # fmt: skip
