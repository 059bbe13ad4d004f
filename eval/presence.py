"""The presence-only baseline: who speaks on a topic, and nothing of what is said.

A topic on which the two sides speak together is common ground, one on which both speak is divergence, one on which one
speaks is one-sided. A map that does not beat it has learned nothing from acts and polarities.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import mean
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
    """Return a sentence for each language whose cells are no better than those of presence alone, on the mean of its batches.

    One batch has some forty cells, on which presence may happen to do as well.

    >>> unlearned({"en/batch1": {"cells": 70, "presence": 40}, "en/batch2": {"cells": 51, "presence": 54}, "ru/batch1": {"cells": 5, "presence": 5}})
    ['ru: cells 5.0 do not beat presence alone, 5.0']
    """
    pairs: dict[str, list[tuple[float, float]]] = {}
    for name, values in measured.items():
        if "cells" in values:
            pairs.setdefault(name.partition("/")[0] if "/" in name else "zh", []).append((values["cells"], values["presence"]))
    means = {code: [mean(column) for column in zip(*found, strict=True)] for code, found in pairs.items()}
    return [f"{code}: cells {cells:.1f} do not beat presence alone, {there:.1f}" for code, (cells, there) in means.items() if cells <= there]


def _relation(sides: list[frozenset[str]], pair: frozenset[str]) -> str:
    if pair in sides:
        return "common-ground"
    return "divergence" if frozenset().union(*sides) == pair else "one-sided"
