"""Content heads: patterns that tell what a content does."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .load import DATA, load_tsv

SIGNS = {"+": 1.0, "-": -1.0, "": 0.0}


class Head(NamedTuple):
    """A pattern over folded content with the act and polarity that it shows."""

    act: str
    polarity: float
    pattern: re.Pattern[str]


@cache
def load_heads(language: str) -> tuple[Head, ...]:
    """Return the heads of a language in the order in which they decide."""
    path = DATA / "languages" / language / "heads.tsv"
    rows = load_tsv(path, ("act", "polarity", "pattern", "example"))
    return tuple(Head(row["act"], SIGNS[row["polarity"]], re.compile(row["pattern"])) for row in rows)
