"""How a side stands in a cell: what its statements do, in sum."""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import Record, Statement

AGENDA_ACTS = frozenset({"CONSULT", "none"})
GRANTS = frozenset({"COOPERATE", "CONCEDE", "AGREE", "SUPPORT", "AID"})
# Rules of acts: those that guess by single words, and that of words such as "remain far apart".
GUESSING, DIFFERENCE = frozenset({"leaning", "own-refusal"}), "difference"
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


def _is_guessed(statement: Statement) -> bool:
    """Whether the act of a statement was guessed by single words."""
    return _rule(statement) in GUESSING


def _rule(statement: Statement) -> str:
    """The rule that gave a statement its act."""
    return statement.method.partition("act:")[2].partition(" ")[0]


def stand(statements: Sequence[Statement]) -> Stand:
    """Return how the side that made the statements stands; what it surely does outweighs what single words seem to do."""
    if not statements:
        return SILENT
    sure = [s for s in statements if not _is_guessed(s)]
    statements = sure if any(s.polarity for s in sure) else statements
    acts: set[str | None] = set()
    pressed: set[str] = set()
    backed: set[str] = set()
    gives = opposes = beyond = differs = False
    for s in statements:
        acts.add(s.act)
        polarity = s.polarity or 0
        gives |= polarity > 0
        opposes |= polarity < 0
        differs |= _rule(s) == DIFFERENCE
        beyond |= polarity < 0 and s.act != "REQUEST"
        if s.target and s.act in HARD:
            pressed.add(s.target)
        if s.target and s.act == "SUPPORT":
            backed.add(s.target)
    return Stand(frozenset(acts), bool(acts), not acts <= AGENDA_ACTS, gives, opposes, beyond, differs, frozenset(pressed),
                 frozenset(backed))  # fmt: skip


def together(one: Stand, other: Stand) -> Stand:
    """Return how a side stands that makes the statements of two stands."""
    if not (one.speaks and other.speaks):
        return one if one.speaks else other
    return Stand(
        one.acts | other.acts, True, one.takes or other.takes, one.gives or other.gives, one.opposes or other.opposes,
        one.opposes_beyond_demands or other.opposes_beyond_demands, one.differs or other.differs, one.pressed | other.pressed, one.backed | other.backed,
    )  # fmt: skip
