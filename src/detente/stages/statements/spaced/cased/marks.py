"""Marks that part the clauses of a sentence."""

from __future__ import annotations

import re

LATTER = re.compile(",[Bw]?[Rd]-")  # …, а тот — на министра
MARKS = ",;:-()"
LAST = re.compile(f".*[{re.escape(MARKS)}]", re.DOTALL)


def behind_mark(letters: str, first: int, last: int) -> int:
    """Return where items go on behind the last mark between two of them, the first where none is.

    >>> behind_mark("n,V:c", 0, 5), behind_mark("nVc", 1, 3)
    (4, 1)
    """
    mark = LAST.match(letters, first, last)
    return mark.end() if mark else first
