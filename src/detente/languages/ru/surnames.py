"""Surnames that a text itself explains: beside a first name in the nominative their written form is the dictionary form.

Кемаль Эрсой tells that Эрсой is no form of Эрса, Томаш Веховский that Веховский is no adjective.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import compress

from .words import Columns, Row

VOWELS = frozenset("аеиоуыэюя")
SHORTEST = 4
LONGEST_INITIALS = 5  # И. О.
FAMILY = ("ов", "ев", "ин", "ын")
MEN = (("o", 2, ("ом", "ым", "ем")), ("g", 1, ("а",)), ("d", 1, ("у",)))  # case letter, length of an ending, endings
INSTRUMENTAL = ("ом", "ем", "ым", "им")
# Endings of the cases by how a surname ends: what is cut off, and endings with their case letters (see `forms.Form.case`).
DECLENSIONS = (
    (("ский", "цкий", "ый", "ой", "ий"), 2, (("ого", "g"), ("ому", "d"), ("ым", "o"), ("им", "o"), ("ом", "o"))),
    (("ая",), 2, (("ой", "g"), ("ую", "o"))),
    (("й", "ь"), 1, (("я", "g"), ("ю", "d"), ("ем", "o"), ("е", "o"))),
    (("ова", "ева", "ина", "ына"), 1, (("ой", "g"), ("у", "o"))),
    (("а",), 1, (("ы", "g"), ("и", "g"), ("е", "d"), ("у", "o"), ("ой", "o"), ("ей", "o"))),
    (("я",), 1, (("и", "g"), ("е", "d"), ("ю", "o"), ("ей", "o"))),
)
MASCULINE = (("а", "g"), ("у", "d"), ("ом", "o"), ("ым", "o"), ("ем", "o"), ("е", "o"))


def settle_surnames(columns: Columns, folded: str) -> Columns:
    """Return tokens with the surnames that the text explains in their dictionary form, wherever they stand."""
    full = list(_explained(columns, folded))
    if not full:
        return columns
    surnames = dict.fromkeys(row.name.rsplit(" ", 1)[1] for _, _, row in full)
    forms = {form: (name, case) for name in surnames for form, case in declined(name)} | {n: (n, "b") for n in surnames}
    settled = {first for first, _, _ in full}
    alone = [
        (i, i + 1, columns.row(i)._replace(name=forms[word][0], letter="K", case=_case(columns.cases[i], forms[word][1])))
        for i, word in _single(columns, folded, forms)
        if i not in settled
    ]
    return columns.replaced(sorted([*full, *alone], key=lambda part: part[0]))


def _case(found: str, told: str) -> str:
    """The case of a surname alone: what its form tells, of one that may be the nominative what was found."""
    return found if told == "b" and found in "nb" else told


def _explained(columns: Columns, folded: str) -> Iterator[tuple[int, int, Row]]:
    """The names of several parts whose first is in the nominative, each as it is written."""
    for i in [i for i, letter in enumerate(columns.letters) if letter == "K" and " " in columns.names[i]]:
        parts = folded[columns.starts[i] : columns.stops[i]].split()
        if len(parts) < 2 or len(parts[-1]) < SHORTEST or not parts[-1].isalpha():
            continue
        row = columns.row(i)
        if _is_nominative(parts, row.case):
            written = " ".join(parts).replace("ё", "е")
            yield i, i + 1, row._replace(name=written, case=row.case if row.case in "nb" else "b")
        elif surname := _undeclined(parts, row.case):
            yield i, i + 1, row._replace(name=f"{row.name.rsplit(' ', 1)[0]} {surname}")


def _undeclined(parts: list[str], case: str) -> str:
    """The dictionary form of a man's surname in another case, where his first name tells which; empty where it may be another."""
    last = parts[-1].replace("ё", "е")
    for told, cut, endings in MEN:
        stem = last[:-cut]
        if told == case and last.endswith(endings) and stem[-1:] not in VOWELS and (not last.endswith("ым") or stem.endswith(FAMILY)):
            return stem
    return ""


def _is_nominative(parts: list[str], case: str) -> bool:
    """Whether a name is one by its case, or its first part ends as only one does, or is a woman's before a bare surname."""
    first, last = parts[0], parts[-1]
    if len(first) < 3 or first.endswith("."):
        return False
    upright = first[-1] not in VOWELS and (case in "nb" or not first.endswith(INSTRUMENTAL))
    return case == "n" or upright or (first[-1] in "ая" and last[-1] not in VOWELS)


def _single(columns: Columns, folded: str, forms: Container[str]) -> Iterator[tuple[int, str]]:
    """The forms that stand with a capital, also behind initials, as they are written."""
    capital = map(str.isupper, map(folded.__getitem__, columns.starts))
    for i in compress(range(len(columns.starts)), capital):
        if columns.letters[i] in "SMGYTtO":
            continue
        initials, dot, surname = folded[columns.starts[i] : columns.stops[i]].rpartition(".")
        word = surname.strip().replace("ё", "е")
        if word in forms and (" " not in columns.names[i] or (dot and len(initials) < LONGEST_INITIALS)):
            yield i, word


def declined(surname: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a surname besides the nominative, each with its case letter.

    >>> [form for form, _ in declined("Полозов")][:3]
    ['Полозова', 'Полозову', 'Полозовом']
    """
    found = False
    for endings, cut, forms in DECLENSIONS:
        if surname.endswith(endings):
            found = True
            yield from ((surname[:-cut] + ending, case) for ending, case in forms)
    if not found and surname[-1] not in VOWELS:
        yield from ((surname + ending, case) for ending, case in MASCULINE)
