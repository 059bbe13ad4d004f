"""Pronouns that are objects and look like possessives."""

from __future__ import annotations

from .words import Columns

OWNERS = frozenset(("он", "она", "они"))
OWNED_BY_NONE = frozenset(",:.P")  # what stands behind a pronoun that is an object


def settle_objects(rows: Columns) -> None:
    """Let his that owns nothing be him: заверил его, что; предупредил их о закрытии."""
    for i in range(1, len(rows.letters) - 1):
        owning = rows.letters[i] == "d" and rows.names[i] in OWNERS
        if owning and rows.letters[i - 1] == "c" and rows.letters[i + 1] in OWNED_BY_NONE:
            rows.letters[i], rows.cases[i] = "R", "o"
