"""Datelines: the places that a text says it was sent from, as it writes them.

Not in Chinese: there an agency writes from abroad as well, and names whose office it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OPENING = 1500  # characters in which a dateline stands
MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? \\d"
PLACE = "[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}"
NAME = "[A-Z][\\w\u2019'.-]+(?: [A-Z][\\w\u2019'.-]+){1,3}"
DATELINES = {
    "en": (
        # MANILA (AFP) - · PUTRAJAYA, Aug 28 (Bernama) --
        re.compile("(?:^|\\n)([A-Z][A-Z.]+(?: [A-Z][A-Z.]+){0,2})(?=[,/:(]| [(-]| [\u2013\u2014])"),
        re.compile(f"^({PLACE})(?=, {MONTH})", re.MULTILINE),  # Tete, March 19, Mana:
        # By Harriet Mowbray in Kingston; without By between two lines, of which the second tells the day: no headline (Talks Resume in Lima)
        re.compile(f"^(?:By|From) {NAME}(?: and {NAME})?(?: in|,) ({PLACE})$", re.MULTILINE),
        re.compile(f"(?<=\\n){NAME}(?: and {NAME})? in ({PLACE})(?=\\s*\\n[^\\n]*\\d)"),
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
