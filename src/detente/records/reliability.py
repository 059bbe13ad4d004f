"""How far to trust the readings of a language."""

from __future__ import annotations

from .base import Record


class Reliability(Record, frozen=True):
    """How right a language was, in per cent, on articles that nobody had seen; null where not measured."""

    language: str
    statements_right: float | None
    cells_right: float | None
    articles: int
