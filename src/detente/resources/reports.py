"""Reporting verbs, and nouns with the light verbs that make them report, by their dictionary forms."""

from __future__ import annotations

from functools import cache

from detente.records import Record

from .cues import load_cues
from .load import DATA, DataError, load_tsv, split
from .verbs import TAKES, VerbForm


class Light(Record, frozen=True):
    """A noun that reports: the preposition that stands before it, if one does, and the form that it makes."""

    preposition: str
    form: VerbForm


class Reports(Record, frozen=True):
    """Forms by verb, and light verbs with the nouns that they make report."""

    forms: dict[str, VerbForm]
    lights: dict[str, dict[str, Light]]


STAND_TAKES = frozenset({"that", "to", "noun", "quote", "any"})


@cache
def load_reports(code: str) -> Reports:
    """Return the reporting verbs and nouns of a language that is matched by dictionary forms.

    >>> load_reports("ru").forms["заявить"].frame
    'say'
    """
    folder = DATA / "languages" / code
    forms = {}
    for row in load_cues(code, ("cue", "frame", "takes")):
        forms[row["cue"]] = VerbForm(row["cue"], (), frozenset(), row["frame"], _takes(row["takes"], row["cue"]))
    lights: dict[str, dict[str, Light]] = {}
    for row in load_tsv(folder / "stands.tsv", ("noun", "frame", "verbs")):
        frame = "joint" if row["frame"] == "joint" else "stand"
        form = VerbForm(f"{row['frame']}:{row['noun']}", (), frozenset(), frame, STAND_TAKES)
        for verb in split(row["verbs"]):
            head, _, preposition = verb.partition(" ")
            lights.setdefault(head, {})[row["noun"]] = Light(preposition, form)
    return Reports(forms, lights)


def _takes(cell: str, cue: str) -> frozenset[str]:
    takes = frozenset(cell.split())
    if unknown := sorted(t for t in takes - TAKES if not t.startswith("+")):
        raise DataError(f"{cue}: nothing is called {unknown[0]!r}; there are {', '.join(sorted(TAKES))}, +preposition")
    return takes
