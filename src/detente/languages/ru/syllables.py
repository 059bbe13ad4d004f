"""Names of three short words, each of which may be another word: Чо Сон Хван, с Чо Сон Хваном."""

from __future__ import annotations

import re
from itertools import compress

from .words import Columns

LONGEST = 5
ENDINGS = ("ом", "ем", "а", "у", "е", "я", "ю")
INSTRUMENTAL = ("ом", "ем")
OTHERWISE = frozenset("SMGYOTt")
MIDDLE = re.compile("(?<=[kK])[PBVvaqdlw](?=[kK])")
FUNCTION = frozenset("PB")

Parts = tuple[str, str, str]


def take_syllables(columns: Columns, folded: str, leading: frozenset[str]) -> None:
    """Count three short words with capitals as parts of a name where the first is in `leading`, the names of families.

    The last is in the dictionary form, which the same name elsewhere tells, or the ending of who does something with somebody.
    """
    written = [folded[start:stop] for start, stop in zip(columns.starts, columns.stops, strict=True)]
    first = compress(range(len(written) - 2), map(leading.__contains__, written))
    found = {i: (written[i], written[i + 1], written[i + 2]) for i in first if _opens(columns, folded, i, written)}
    names = frozenset(found.values())
    for i, parts in found.items():
        last = _upright(parts, names)
        for k, name in zip(range(i, i + 3), (*parts[:2], last), strict=True):
            columns.letters[k], columns.cases[k], columns.names[k] = "k", "b", name
        if last != parts[2]:
            columns.cases[i + 2] = "o"


def take_middle(columns: Columns, folded: str) -> None:
    """Count a word with a capital between two names as one: Тарик Раза Гилани."""
    for i in [match.start() for match in MIDDLE.finditer("".join(columns.letters))]:
        word = folded[columns.starts[i] : columns.stops[i]]
        close = all(folded[columns.stops[k] : columns.starts[k + 1]] == " " for k in (i - 1, i))
        if close and word.isalpha() and word[0].isupper() and word[1:].islower() and folded[columns.starts[i + 1]].isupper():
            columns.letters[i], columns.cases[i], columns.names[i] = "k", "b", word


def _opens(columns: Columns, folded: str, i: int, written: list[str]) -> bool:
    """Whether such a name opens at the name of a family: not at a preposition at the head of a sentence (До Нового Года)."""
    if not _is_syllable(written[i + 1]) or not _is_last(written[i + 2]):
        return False
    if any(folded[columns.stops[k] : columns.starts[k + 1]] != " " for k in (i, i + 1)):
        return False
    at_head = columns.letters[i] in FUNCTION and (i == 0 or columns.letters[i - 1] in ".\n\u201c-:")
    return not at_head and OTHERWISE.isdisjoint(columns.letters[i : i + 3])


def _is_syllable(word: str) -> bool:
    return len(word) <= LONGEST and word.isalpha() and word[0].isupper() and word[1:].islower()


def _is_last(word: str) -> bool:
    return _is_syllable(word) or (word.endswith(ENDINGS) and _is_syllable(word[:-2]))


def _upright(parts: Parts, names: frozenset[Parts]) -> str:
    """The last part of a name in the dictionary form."""
    *others, last = parts
    bare = (last[: -len(ending)] for ending in ENDINGS if last.endswith(ending))
    told = next((name for name in bare if (*others, name) in names), None)
    return told or (last[:-2] if last.endswith(INSTRUMENTAL) and len(last) > LONGEST else last)
