"""What a sentence about a meeting is on, where words apart tell it together, and where a single word hints at it."""

from __future__ import annotations

import re
from functools import cache

from detente.records import Record

from .load import DATA, load_tsv


class Matter(Record, frozen=True):
    """A pattern over folded text in small letters, with \u0435 for \u0451, that shows a topic, and the topics that give way to it."""

    topic: str
    over: frozenset[str]
    pattern: re.Pattern[str]


@cache
def load_matters(language: str) -> tuple[Matter, ...]:
    """Return the matters of a language.

    >>> {each.topic for each in load_matters("en") if each.pattern.search("they will release eleven sailors by sunday")}
    {'consular'}
    """
    rows = load_tsv(DATA / "languages" / language / "matters.tsv", ("topic", "pattern", "example"))
    return tuple(Matter(row["topic"], frozenset(row["over"].split()), re.compile(row["pattern"])) for row in rows)


@cache
def load_hints(language: str) -> dict[str, re.Pattern[str]]:
    """Return by topic what hints at it, where nothing names one.

    >>> [topic for topic, pattern in load_hints("en").items() if pattern.search("the refinery will sell diesel")]
    ['energy']
    """
    rows = load_tsv(DATA / "languages" / language / "hints.tsv", ("topic", "pattern", "example"))
    return {row["topic"]: re.compile(row["pattern"]) for row in rows}
