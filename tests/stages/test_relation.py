"""The decision table: a row a test, from the evidence of two sides to their relation."""

from __future__ import annotations

import pytest

from detente.records import Cue, Span, Speaker, Statement
from detente.stages.maps.relation import CellCase, decide_relation
from detente.stages.maps.stand import stand


def _said(act: str | None, polarity: float = 0, target: str | None = None) -> Statement:
    speaker = Speaker(0, 1, "person:invented", "甲", "AA")
    return Statement("s", speaker, Cue(1, 2, "说"), (Span(2, 3),), "indirect", None, ("trade",), act, target, polarity,
                     None, None, (), 1.0, "test")  # fmt: skip


AGREED, DIFFER = _said("AGREE", 1), _said("REJECT", -1)
FOR, AGAINST, PLAIN = _said("COOPERATE", 1), _said("ACCUSE", -1), _said("none")
DEMAND, REFUSAL, UNKNOWN = _said("REQUEST", -1), _said("REJECT", -1), _said(None)


@pytest.mark.parametrize(
    ("joint", "left", "right", "relation", "rule"),
    [
        ([AGREED], [AGAINST], [], "mixed", "agreement-and-difference"),
        ([DIFFER], [FOR], [FOR], "divergence", "difference-stated"),
        ([], [FOR, AGAINST], [FOR], "mixed", "for-and-against"),
        ([AGREED], [], [], "common-ground", "agreement"),
        ([], [FOR], [FOR], "common-ground", "both-for"),
        ([], [_said("ACCUSE", 0, "KP")], [_said("REQUEST", 0, "KP")], "common-ground", "same-third"),
        ([], [DEMAND], [_said("CONCEDE", 1)], "common-ground", "demand-accepted"),
        ([], [AGAINST], [AGAINST], "divergence", "both-against"),
        ([], [FOR], [REFUSAL], "divergence", "offer-refused"),
        ([], [AGAINST], [UNKNOWN], "divergence", "one-against"),
        ([], [_said("SUPPORT", 0, "VE")], [_said("SUPPORT", 0, "CO")], "divergence", "different-objects"),
        ([], [AGAINST], [PLAIN], "one-sided", "one-side"),
        ([], [UNKNOWN], [UNKNOWN], "common-ground", "both-take"),
        ([], [PLAIN], [PLAIN], "discussed", "agenda"),
        ([], [], [], "mentioned", "third-parties"),
    ],
)
def test_a_row_of_the_table(
    joint: list[Statement], left: list[Statement], right: list[Statement], relation: str, rule: str
) -> None:
    assert decide_relation(CellCase(stand(joint), stand(left), stand(right))) == (relation, rule)
