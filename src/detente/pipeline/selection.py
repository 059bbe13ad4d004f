"""A part of what was read: some topics, a period."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import msgspec

from detente.records import Reading, Statement

DAY = re.compile(r"\d{4}(-\d\d){0,2}")


class Selection(NamedTuple):
    """Topics by id (none: all) and the first and last day, month or year, in ISO 8601 (empty: open)."""

    topics: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""


def iso_day(value: str | date | None) -> str:
    """Return a day, month or year in ISO 8601; nothing for None. Raises ValueError for what is none.

    >>> iso_day("2019-05"), iso_day(date(2019, 5, 16))
    ('2019-05', '2019-05-16')
    """
    day = str(value or "").strip()
    try:
        if day and not DAY.fullmatch(day):
            raise ValueError(day)
        if day:
            date.fromisoformat((day + "-01-01")[:10])
    except ValueError:
        raise ValueError(f"{day!r} is no date; write it as 2019-05-16, 2019-05 or 2019") from None
    return day


def date_of(statement: Statement, reading: Reading) -> str:
    """Return the day on which something was said, else on which the document was published, else nothing."""
    return (statement.said_on or reading.document.published or "")[:10]


def select(reading: Reading, selection: Selection) -> Reading:
    """Return a reading with only the selected statements and their positions; undated ones belong to no period."""
    if selection == Selection():
        return reading
    kept = tuple(s for s in reading.statements if _is_selected(s, date_of(s, reading), selection))
    ids = {statement.id for statement in kept}
    positions = tuple(
        p for p in reading.positions if p.evidence_id in ids and (not selection.topics or p.topic in selection.topics)
    )
    return msgspec.structs.replace(reading, statements=kept, positions=positions)


def _is_selected(statement: Statement, day: str, selection: Selection) -> bool:
    topics, since, until = selection
    if topics and topics.isdisjoint(statement.topics):
        return False
    if (since or until) and not day:
        return False
    return day[: len(since)] >= since and day[: len(until)] <= (until or day)
