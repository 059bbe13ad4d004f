"""What a telling has in common with one in another language: dates, numbers and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from detente.resources.calendar import load_calendar
from detente.resources.places import place_ids
from detente.text.dates import find_dates

from .places import place_key

NUMBER = re.compile(r"\d{2,}")
NAME = re.compile(r"(?<![^\W\d_])[A-Z\u0410-\u042f\u0401][^\W\d_]+(?:[- ][A-Z\u0410-\u042f\u0401][^\W\d_]+)*")
CHINESE = re.compile("[\u3400-\u9fff]+")
LONGEST = 5  # characters of a Chinese name of a place


def marks_of(folded: str, language: str, day: date | None) -> frozenset[str]:
    """Return the dates, numbers and places of a folded text, the dates as seen from a day.

    >>> sorted(marks_of("120 boats would leave Sapporo on July 15", "en", date(2031, 6, 5)))
    ['120', '2031-07-15', 'JP:Sapporo']
    """
    dates = find_dates(folded, day, load_calendar(language))
    rest = list(folded)
    for dated in dates:
        rest[dated.start : dated.stop] = " " * (dated.stop - dated.start)
    plain = "".join(rest)
    return frozenset((*(dated.value for dated in dates), *NUMBER.findall(plain), *_places(plain, language)))


def _places(text: str, language: str) -> Iterator[str]:
    for match in NAME.finditer(text):
        for name in (match.group(), *match.group().split(" ")):
            if key := place_key(name, language):
                yield key
    known = place_ids(language)
    for run in CHINESE.findall(text):
        for first in range(len(run)):
            names = (run[first:stop] for stop in range(first + 2, min(first + LONGEST, len(run)) + 1))
            yield from (known[name] for name in names if name in known)
