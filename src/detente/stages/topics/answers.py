"""Which earlier statement one answers: the accusation that is denied, the offer that is welcomed.

A statement that names no topic and points back by a noun, or by a pronoun alone, is on the topics of what it points at.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import Record
from detente.resources.answers import Pointing

FARTHEST, NEAR = 8, 2  # statements back: to what a noun points at, to what a pronoun does
TOGETHER = frozenset({"AGREE"})
ASKED = frozenset({"REQUEST", "ACCUSE", "COOPERATE", "AID"})
MERE_TALK = frozenset({"CONSULT", "none"})


class Turn(Record, frozen=True):
    """A statement in a talk: for whom it is made, its act, where its paragraph starts, and its content, folded.

    `goes_on` says that it goes on with an answer that has no words of its own (Karimov refused, saying …), `follows` that
    the statement before it stands in the same sentence.
    """

    party: str | None
    act: str | None
    paragraph: int
    content: str
    goes_on: bool = False
    follows: bool = False


def answered(turns: Sequence[Turn], pointing: Pointing) -> list[int | None]:
    """Return for each statement the number of the one that it points back at, or None.

    What its speaker says in the same sentence behind an answer explains the answer (rejected the demand, saying …).
    """
    acts = (ASKED if turn.goes_on else pointing.acts_behind(turn.content) for turn in turns)
    found: list[int | None] = []
    for number, meant in enumerate(acts):
        explains = number > 0 and meant is None and turns[number].follows and _goes_on(turns[number - 1], turns[number])
        found.append(found[-1] if explains else _answered(turns, number, meant))
    return found


def _answered(turns: Sequence[Turn], number: int, acts: frozenset[str] | None) -> int | None:
    """The nearest statement that is of such an act; one of an unknown act only where its side did not do such an act just before."""
    if acts is None:
        return None
    turn, perhaps = turns[number], None
    for i in range(number - 1, max(-1, number - 1 - (FARTHEST if acts else NEAR)), -1):
        earlier = turns[i]
        if perhaps is not None and earlier.party != turns[perhaps].party:
            return perhaps
        if _fits(earlier, turn, acts):
            return i
        if perhaps is None and earlier.paragraph == turn.paragraph and _may_fit(earlier, turn):
            perhaps = i
    return perhaps


def _fits(earlier: Turn, turn: Turn, acts: frozenset[str]) -> bool:
    """Whether a statement is what a later one points at: another side's, or what both sides agreed."""
    if not earlier.party or not turn.party:
        return False
    is_meant = earlier.act in acts if acts else earlier.act is not None and earlier.act not in MERE_TALK
    return is_meant and (_is_other(earlier, turn) or not TOGETHER.isdisjoint(acts))


def _may_fit(earlier: Turn, turn: Turn) -> bool:
    """Whether nobody can tell that a statement is not what a later one points at."""
    is_unknown = earlier.party is None or earlier.act is None
    return is_unknown and turn.content not in earlier.content and _is_other(earlier, turn)


def _goes_on(earlier: Turn, turn: Turn) -> bool:
    """Whether a side speaks on in its paragraph."""
    return earlier.party == turn.party and earlier.paragraph == turn.paragraph


def _is_other(earlier: Turn, turn: Turn) -> bool:
    return set((earlier.party or "").split("+")).isdisjoint((turn.party or "").split("+"))
