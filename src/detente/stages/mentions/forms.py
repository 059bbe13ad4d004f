"""The forms that a person goes by behind an office: the whole name, and the parts of it that a text has alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

LONGEST_WITH_SHORT_SURNAME = 3
SURNAME = 2  # characters of a surname that no list has: 泽渡
DOT, HYPHEN = "\xb7", "-"


def form_parts(name: str, form: str, folded: str, surnames: frozenset[str]) -> tuple[str, ...]:
    """Return the forms a name goes by: whole, and for a foreign one its last part (哈特利 of 约翰·哈特利).

    Where the text has its first part alone and never the last, the family name stands first (Hungarian ones do); of a
    longer one the text tells which parts stand alone (埃雷拉 of 马蒂亚斯·埃雷拉·冯·贝克); so does a surname of two characters
    (岸本 of 岸本武彦, 泽渡 of 泽渡直美).
    """
    if form == "latin":
        parts = name.split()
        return (name, parts[-1]) if len(parts) > 1 else (name,)
    if DOT not in name:
        return (name, name[:SURNAME]) if _has_long_surname(name, folded, surnames) else (name,)
    first, *middle, last = name.split(DOT)
    if len(first) > 1 and last and not _stands_alone(last, f"{DOT}{last}", folded) and _stands_alone(first, f"{first}{DOT}", folded):
        return name, first
    alone = _parts_alone((first, *middle, last), name, folded) if middle and folded.count(last) <= folded.count(name) else ()
    forms = alone and (name, *alone) or ((name, last) if len(last) > 1 else (name,))
    return tuple(dict.fromkeys((*forms, *_ends_alone((first, *middle, last), name, folded))))


def _ends_alone(parts: tuple[str, ...], name: str, folded: str) -> Iterator[str]:
    """The ends of a long name, and the two surnames that a hyphen joins, that a text has alone: 门德斯·迪亚斯, 辛格 of 古尔布兰-辛格."""
    ends = (DOT.join(parts[i:]) for i in range(1, len(parts) - 1))
    yield from (end for end in ends if _stands_alone(end, name, folded))
    halves = parts[-1].split(HYPHEN) if HYPHEN in parts[-1] else []
    yield from (half for half in halves if len(half) > 1 and _stands_alone(half, parts[-1], folded))


def _has_long_surname(name: str, folded: str, surnames: frozenset[str]) -> bool:
    """Whether the first two characters of a name are its surname: a known one, or one that no name of one character opens."""
    known = len(name) > LONGEST_WITH_SHORT_SURNAME and name[:SURNAME] in surnames
    odd = len(name) >= LONGEST_WITH_SHORT_SURNAME and (name[0] not in surnames or len(name) > LONGEST_WITH_SHORT_SURNAME)
    return (known or odd) and len(name) <= LONGEST_WITH_SHORT_SURNAME + SURNAME and _stands_alone(name[:SURNAME], name, folded)


def _parts_alone(parts: tuple[str, ...], name: str, folded: str) -> tuple[str, ...]:
    """The longest neighbouring parts of a long name that a text has elsewhere than inside it."""
    runs = (DOT.join(parts[i:j]) for i, j in combinations(range(len(parts) + 1), 2) if 0 < j - i < len(parts))
    alone = [run for run in runs if len(run) > 1 and _stands_alone(run, name, folded)]
    longest = max(map(len, alone), default=0)
    return tuple(run for run in alone if len(run) == longest)


def _stands_alone(part: str, inside: str, folded: str) -> bool:
    """Whether a text has a part of a name elsewhere than inside the whole one."""
    return folded.count(part) > folded.count(inside)
