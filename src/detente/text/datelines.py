"""Datelines: the places that a text says it was sent from, as it writes them.

Not in Chinese: there an agency writes from abroad as well, and names whose office it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OPENING = 1500  # characters in which a dateline stands
MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? \\d"
PLACE = "[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}"
DATELINES = {
    "en": (
        # MANILA (AFP) - · PUTRAJAYA, Aug 28 (Bernama) --
        re.compile("(?:^|\\n)([A-Z][A-Z.]+(?: [A-Z][A-Z.]+){0,2})(?=[,/:(]| [(-]| [\u2013\u2014])"),
        re.compile(f"^({PLACE})(?=, {MONTH})", re.MULTILINE),  # Tete, March 19, Mana:
        re.compile(f"^(?:By )?{PLACE}(?: and {PLACE})? in ({PLACE})$", re.MULTILINE),  # Harriet Mowbray in Kingston
    ),
    # МИНСК, 14 мая · Минск, 14 мая /Корр. · 14 мая, Минск
    "ru": (re.compile(r"^(?:\d{1,2} [а-я]+, )?([А-Я][А-Яа-я-]{2,}(?: [А-Я][А-Яа-я-]+)?)(?:[.,] \d{1,2} [а-яА-Я]{3,}| /)", re.MULTILINE),),
}


def dateline_places(folded: str, language: str) -> Iterator[str]:
    """Yield the places of the datelines and bylines in the opening of a folded text, with capitals where it has capitals.

    >>> list(dateline_places("KARACHI, March 3 - The port was closed.", "en"))
    ['Karachi']
    """
    for pattern in DATELINES.get(language, ()):
        for match in pattern.finditer(folded, 0, OPENING):
            yield match[1].title()
