"""What somebody goes on to say in words that show no act: behind a denial or a charge, he denies or charges, too.

In one sentence with it, he gives his reasons for what he demands or welcomes, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import Record

LASTING = frozenset({"REJECT", "ACCUSE"})
DENIED = frozenset({"REJECT"})
REASONED = LASTING | {"REQUEST", "SUPPORT", "COOPERATE"}


class Done(Record, frozen=True):
    """The act of a statement, if it is known, the party that speaks, where its paragraph begins.

    `follows` tells whether it stands in one sentence with the statement before it, and without a contrast; `leans` whether
    only single words tell its act, so that it gives reasons for a denial that it follows.
    """

    act: str | None
    party: str | None
    paragraph: int
    follows: bool = False
    leans: bool = False


def going_on(done: Sequence[Done]) -> list[int | None]:
    """Return for each statement the number of the one before it whose act it goes on with, if it has none of its own.

    >>> going_on([Done("REJECT", "UG", 0), Done(None, "UG", 0), Done(None, "UG", 0), Done(None, "KE", 0), Done(None, "UG", 90)])
    [None, 0, 0, None, None]
    >>> going_on([Done("REQUEST", "UG", 0), Done(None, "UG", 0, follows=True), Done(None, "UG", 0)])
    [None, 0, None]
    """
    found: list[int | None] = []
    for number, each in enumerate(done):
        before = done[number - 1] if number else Done(None, None, -1)
        begun = number - 1 if number == 0 or found[-1] is None else found[-1]
        same = each.party is not None and (each.party, each.paragraph) == (before.party, before.paragraph)
        found.append(begun if same and done[begun].act in _lasting(each) else None)
    return found


def _lasting(each: Done) -> frozenset[str]:
    """The acts that a statement would go on with."""
    if each.act is None:
        return REASONED if each.follows else LASTING
    return DENIED if each.follows and each.leans else frozenset()
