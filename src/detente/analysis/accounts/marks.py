"""What a telling has in common with one in another language: dates, numbers and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from detente.analysis.places import place_key
from detente.resources.calendar import load_calendar
from detente.resources.gazetteer import load_gazetteer
from detente.resources.places import place_ids, place_names
from detente.text.dates import find_dates

NUMBER = re.compile(r"\d{2,}")
NAME = re.compile(r"(?<![^\W\d_])[A-Z\u0410-\u042f\u0401][^\W\d_]+(?:[- ][A-Z\u0410-\u042f\u0401][^\W\d_]+)*")
CHINESE = re.compile("[\u3400-\u9fff]+")
LONGEST = 5  # characters of a Chinese name of a place


def marks_of(folded: str, language: str, day: date | None, pair: tuple[str, str]) -> frozenset[str]:
    """Return the dates, numbers and places of a folded text, the dates as seen from a day; capitals of the two name mostly sides.

    >>> sorted(marks_of("Tokyo said 120 boats would leave Sapporo on July 15", "en", date(2031, 6, 5), ("JP", "RU")))
    ['120', '2031-07-15', 'JP:Sapporo']
    """
    dates = find_dates(folded, day, load_calendar(language))
    rest = list(folded)
    for dated in dates:
        rest[dated.start : dated.stop] = " " * (dated.stop - dated.start)
    plain = "".join(rest)
    places = (key for key in _places(plain, language) if key not in _capitals(pair))
    return frozenset((*(dated.value for dated in dates), *NUMBER.findall(plain), *places))


@cache
def _capitals(pair: tuple[str, str]) -> frozenset[str]:
    return frozenset(key for name, key in place_names("en").items() if name in load_gazetteer("en").capitals and key.partition(":")[0] in pair)


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
