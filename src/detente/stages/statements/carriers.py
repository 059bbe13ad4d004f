"""Clauses that only tell which outlet passed on what was said before."""

from __future__ import annotations

from collections.abc import Sequence

from detente.text.carriers import carries

from .clauses import Unit
from .view import View


def only_carries(view: View, units: Sequence[Unit], n: int) -> bool:
    """Whether clause number `n`, and those behind it in its sentence, tell only who passed on what was said."""
    unit = units[n]
    if unit.quoted or not carries(view.words, view.letters, unit.first, unit.last, view.sets):
        return False
    if unit.mark in (".", "", "\n") or n + 1 == len(units):
        return True
    return unit.mark in (",", ";") and only_carries(view, units, n + 1)
