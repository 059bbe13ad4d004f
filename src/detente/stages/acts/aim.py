"""Whom an act is aimed at, when it is not the other party of the map."""

from __future__ import annotations

from .decide import Act
from .told import OTHER, Told

AIMED = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "SUPPORT", "AID", "ASSAULT", "COERCE", "PROTEST",
                   "CONCEDE"})  # fmt: skip


def aim(told: Told, act: Act | None) -> str | None:
    """Return the third party that an act is aimed at: the content names it, and neither the other side nor both."""
    if act is None or act[0] not in AIMED or OTHER in told.text or "B" in told.text:
        return None
    return told.third
