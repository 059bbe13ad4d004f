"""The typographic marks of `data/ui/marks.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from detente.records import Record
from detente.resources.load import load_toml

from .interface import UI


class Marks(Record, frozen=True):
    """Marks that matter when words are cut or wrapped for display; `pairs` are opening and closing marks."""

    wide_clause: str
    narrow_clause: str
    loose_end: str
    pairs: tuple[str, ...]
    no_line_start: str
    sentence_end: str


@cache
def marks() -> Marks:
    """Return the marks, read once."""
    return msgspec.convert(load_toml(UI / "marks.toml"), Marks)
