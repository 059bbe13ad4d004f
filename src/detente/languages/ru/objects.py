"""Pronouns that are objects and look like possessives."""

from __future__ import annotations

import re

from .words import Columns

OWNERS = frozenset(("он", "она", "они"))
OBJECT = re.compile("(?<=c)d(?=[,:.P])")  # what owns nothing that stands behind it


def settle_objects(rows: Columns) -> None:
    """Let his that owns nothing be him: заверил его, что; предупредил их о закрытии."""
    for match in OBJECT.finditer("".join(rows.letters)):
        if rows.names[match.start()] in OWNERS:
            rows.letters[match.start()], rows.cases[match.start()] = "R", "o"
