"""Units of a view: clauses between marks, and quotations that are speech."""

from __future__ import annotations

import re

from msgspec import structs

from detente.records import Record

from .view import View

LONGEST = 200  # items without a mark; no clause of an article comes near it, and it keeps the rules' time linear
CUTS = re.compile("[Q,;:.]")


class Unit(Record, frozen=True):
    """Items `first` to `last` (exclusive) of a view; `mark` is the separator that follows, empty for none."""

    quoted: bool
    first: int
    last: int
    mark: str


def units(view: View, ends_inside: frozenset[int]) -> list[Unit]:
    """Cut a view into units. A quotation whose inside ends a sentence (`ends_inside`) ends one itself."""
    found: list[Unit] = []
    letters = view.letters
    first = 0
    for match in CUTS.finditer(letters):
        i, letter = match.start(), match[0]
        mark = "" if letter == "Q" else letter
        if first < i:
            found += _clauses(first, i, mark)
        elif mark and found and (found[-1].mark == "" or letter == "."):
            found[-1] = structs.replace(found[-1], mark=letter)
        if not mark:
            found.append(Unit(True, i, i + 1, "." if i in ends_inside else ""))
        first = i + 1
    return found + _clauses(first, len(letters), "") if first < len(letters) else found


def _clauses(first: int, last: int, mark: str) -> list[Unit]:
    """What stands between two marks, as one clause, or as several that are short enough."""
    if last - first <= LONGEST:
        return [Unit(False, first, last, mark)]
    whole = range(first, last - LONGEST, LONGEST)
    return [*[Unit(False, start, start + LONGEST, "") for start in whole], Unit(False, whole[-1] + LONGEST, last, mark)]
