"""The gap between scripts: the same texts as published and in the other script must be read alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import score

from detente.api import read

GSD = ("gsd-zh-hant", "gsd-zh-hans")
COMPARED = ("relation", "exact", "party", "act", "topics", "cells", "events")


def agreement(left: dict[str, float], right: dict[str, float], keys: tuple[str, ...]) -> float:
    """Return 100 less the largest gap between two sets of scores, in points.

    >>> agreement({"act": 80.0, "party": 97.0}, {"act": 79.5, "party": 97.0}, ("act", "party"))
    99.5
    """
    return round(100 - max(abs(left[key] - right[key]) for key in keys), 1)


def recall(shared: Path, name: str) -> dict[str, float]:
    """Return the soft recall on a set of single statements; its gold is incomplete, so precision says nothing."""
    score.SHARED = shared
    total = score.Statements()
    for text, statements in score.gold_set(name).values():
        reading: dict[str, Any] = msgspec.to_builtins(read(text + "\n"))
        total.add(text, statements, reading.get("statements"))
    report: dict[str, Any] = total.report()
    return {"recall": report["soft_prf"][1]}
