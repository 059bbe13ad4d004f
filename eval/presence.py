"""The presence-only baseline: who speaks on a topic, and nothing of what is said.

A topic on which the two sides speak together is common ground, one on which both speak is divergence, one on which one
speaks is one-sided. A map that does not beat it has learned nothing from acts and polarities.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def presence_cells(statements: Iterable[dict[str, Any]], parties: Iterable[str]) -> list[dict[str, str]]:
    """Return the cells of a pair of parties by the presence of their statements alone.

    >>> said = [{"speaker": {"party": "JP"}, "topics": ["trade"]}, {"speaker": {"party": "KR"}, "topics": ["trade"]}]
    >>> presence_cells(said, ("JP", "KR"))
    [{'topic': 'trade', 'relation': 'divergence'}]
    """
    pair = frozenset(parties)
    sides: dict[str, list[frozenset[str]]] = {}
    for statement in statements:
        speaking = pair & frozenset(((statement["speaker"] or {}).get("party") or "").split("+"))
        for topic in statement["topics"] if speaking else ():
            sides.setdefault(topic, []).append(speaking)
    return [{"topic": topic, "relation": _relation(found, pair)} for topic, found in sides.items()]


def unlearned(measured: dict[str, dict[str, float]]) -> list[str]:
    """Return a sentence for each set whose cells are no better than those of presence alone."""
    return [
        f"{name}: cells {values['cells']:g} do not beat presence alone, {values['presence']:g}"
        for name, values in measured.items()
        if "cells" in values and values["cells"] <= values["presence"]
    ]


def _relation(sides: list[frozenset[str]], pair: frozenset[str]) -> str:
    if pair in sides:
        return "common-ground"
    return "divergence" if frozenset().union(*sides) == pair else "one-sided"
