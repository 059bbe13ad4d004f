"""The calendar of a language: how its texts tell dates."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from detente.text.calendar import Calendar
from detente.text.match import Matcher

from .load import DATA, load_toml

TABLES = ("digits", "years", "months", "weeks", "weekdays", "days", "since", "units")
LISTS = ("length", "dateline", "brackets")
CAPITAL = ("years", "months", "weeks", "days", "since")  # their words may open a sentence
SIDES = ("ahead", "coming", "past")


@cache
def load_calendar(language: str) -> Calendar:
    """Return the calendar of a language.

    >>> from datetime import date
    >>> from detente.text.dates import find_dates
    >>> [d.value for d in find_dates("6月底前,上周五", date(2025, 6, 18), load_calendar("zh"))]
    ['2025-06', '2025-06-13']
    """
    raw = load_toml(DATA / "languages" / language / "dates.toml")
    for name in CAPITAL:
        raw[name] |= {word[0].upper() + word[1:]: offset for word, offset in raw[name].items()}
    pattern = raw["pattern"]
    for name in TABLES:
        joint = "" if name in ("digits", "weekdays") else "|"
        pattern = pattern.replace(f"{{{name}}}", joint.join(re.escape(word) for word in sorted(raw[name], key=lambda w: (-len(w), w))))
    signs = frozenset((*"0123456789", *raw["digits"], *raw["tens"]))
    parts: dict[str, Any] = {name: raw[name] for name in TABLES} | {name: tuple(raw[name]) for name in LISTS}
    parts |= {name: re.compile(raw[name]) for name in SIDES}
    parts["sentence_ends"] = frozenset(raw["sentence_ends"])
    compiled = re.compile(pattern, re.VERBOSE)
    # what stands behind _ in a group's name only tells it from others of the same meaning
    groups = tuple((name.partition("_")[0], number) for name, number in compiled.groupindex.items())
    return Calendar(compiled, groups, Matcher(_places(raw, signs)), signs, **parts)


def _places(raw: dict[str, Any], signs: frozenset[str]) -> list[str]:
    words = [word for name in CAPITAL for word in raw[name]]
    words += [lead + day for lead in raw["lone"] for day in raw["weekdays"]]
    words += [sign for sign in raw["digits"] if len(sign) > 1]
    return words + [sign + mark for sign in sorted(signs) if len(sign) == 1 for mark in raw["marks"]]
