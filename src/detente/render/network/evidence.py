"""The statements behind a tie, as citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from detente.analysis.standing import TOPIC, Node
from detente.render.citation import cite

from .shown import Shown

if TYPE_CHECKING:
    from detente.store import Behind

SIGNS = {1: "+", -1: "\u2212", 0: "\xb7"}


def evidence_lines(shown: Shown, ends: tuple[Node, Node], claims: Iterable[Behind]) -> Iterator[str]:
    """Yield what the ends are called, then for each topic a line a statement; + is for the topic, − against it, · neither."""
    one, other = (shown.name(node) for node in ends)
    yield shown.words.text("network.evidence", one=one, other=other)
    for topic, told in groupby(claims, key=lambda claim: claim.topic):
        yield ""
        yield shown.name((TOPIC, topic))
        for claim in told:
            statement = claim.reading.statements[0]
            yield cite(claim.reading, statement, shown.ui, shown.labels).after(f"{SIGNS[claim.agreement]} ")
