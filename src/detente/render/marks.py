"""The typographic marks of `data/ui/marks.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

import msgspec

from detente.records import Record

from .interface import asset


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
    return msgspec.convert(tomllib.loads(asset("marks.toml")), Marks)
