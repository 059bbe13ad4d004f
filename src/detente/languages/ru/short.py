"""Abbreviations that several states share: РК is the one of them that the text names most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from detente.resources.gazetteer import Entry

from .words import Columns

STATES = frozenset("SM")


def settle_short(rows: Columns, shared: Iterable[str], entries: Mapping[str, Entry]) -> None:
    """Put the name of a state in place of each abbreviation; `shared` holds lines such as `РК: Казахстан, Республика Корея`, the usual one first."""
    meanings = {form: names.split(", ") for form, _, names in (row.partition(": ") for row in shared)}
    places = [i for i, name in enumerate(rows.names) if name in meanings]
    if not places:
        return
    told = (entries.get(name) for name, letter in zip(rows.names, rows.letters, strict=True) if letter in STATES and name not in meanings)
    counts = Counter(entry.party for entry in told if entry)
    for i in places:
        rows.names[i] = max(meanings[rows.names[i]], key=lambda name: counts[entries[name].party])
