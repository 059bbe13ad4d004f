"""Abbreviations of several states: РК is Kazakhstan, or the Republic of Korea in a text about Seoul."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from detente.resources.gazetteer import Entry
from detente.resources.load import DATA, load_tsv

from .words import Columns

SIDES = frozenset("SMG")


def settle_shorts(columns: Columns, folded: str, entries: Mapping[str, Entry]) -> None:
    """Let each abbreviation that may mean several states be the one of them that a text names most by other words."""
    shorts = _shorts()
    if not any(map(folded.__contains__, shorts)):
        return
    written = [folded[start:stop] for start, stop in zip(columns.starts, columns.stops, strict=True)]
    places = [i for i, word in enumerate(written) if word in shorts]
    if not places:
        return
    named = [name for name, letter, word in zip(columns.names, columns.letters, written, strict=True) if letter in SIDES and word not in shorts]
    sides = map(entries.get, named)
    counts = Counter([entry.party for entry in sides if entry and entry.party])
    for i in places:
        party = max(shorts[written[i]], key=lambda party: counts[party])
        if counts[party]:
            columns.names[i], columns.letters[i], columns.cases[i] = _named(party, entries), "S", "b"


def _named(party: str, entries: Mapping[str, Entry]) -> str:
    """The first name that the gazetteer has for a party."""
    return next(name for name, entry in entries.items() if entry.party == party and entry.kind in ("state", "organisation"))


@cache
def _shorts() -> dict[str, tuple[str, ...]]:
    rows = load_tsv(DATA / "languages" / "ru" / "shorts.tsv", ("short", "states", "example"))
    return {row["short"]: tuple(row["states"].split(",")) for row in rows}
