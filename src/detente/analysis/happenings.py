"""Events out of their mentions: what several articles, in whatever language, tell of one event is one.

Two mentions are of one event if they are of one type, the parties of one are among those of the other, their places are
not two, and their days are one: as exactly as they are told, a day apart at most between articles. A mention without a
date is of an event that is told of at that time: held at most `SINCE` days before the article, or planned within `UNTIL`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from detente.records import Record, Told
from detente.records.event import PLANNED

from .places import are_one_place

TYPES = ("meeting", "call", "visit")
SINCE, UNTIL, APART, NEARBY = timedelta(3), timedelta(60), timedelta(1), 2
DAY, MONTH, YEAR, WEEK, REPORTED = "day", "month", "year", "week", "reported"
PRECISIONS = {10: DAY, 8: WEEK, 7: MONTH, 4: YEAR, 0: REPORTED}  # by the length of what ISO 8601 tells
FINALITY = {status: i for i, status in enumerate(("proposed", "agreed", "postponed", "cancelled", "held"))}


class Happening(Record, frozen=True):
    """An event: `date` as exactly as it is told, else the first day on which it was reported (`precision` then says so).

    `status` is what the latest report says. `reports` counts articles, copies once; `mentions` are ids of events as
    readings have them, `documents` those of the articles, both in order of time; `places` is where it was, as each language
    writes it.
    """

    type: str
    status: str
    date: str
    precision: str
    places: dict[str, str]
    parties: tuple[str, ...]
    participants: tuple[str, ...]
    reports: int
    first: str
    last: str
    documents: tuple[str, ...]
    mentions: tuple[str, ...]
    outlets: tuple[str, ...]


class _Case:
    """An event as it becomes known."""

    def __init__(self, told: list[Told]) -> None:
        first = told[0]
        self.told, self.type, self.status = told, first.event.type, first.event.status
        self.parties = {party for each in told for party in each.event.parties}
        self.participants = dict.fromkeys(who for each in told for who in each.event.participants)
        self.date = max((each.event.date or "" for each in told), key=_exactness)
        places = [each.event.place for each in told if each.event.place]
        self.places = {first.language: places[0]} if places else {}
        self.published = (days_of(first.day) or (None,))[0]

    def add(self, other: _Case) -> None:
        """Take what another article tells of it."""
        if other._standing() >= self._standing():
            self.status = other.status
        self.told += other.told
        self.parties |= other.parties
        self.participants |= other.participants
        self.date = max(self.date, other.date, key=_exactness)
        self.places = {**other.places, **self.places}

    def is_of(self, other: _Case) -> bool:
        """Whether another article may tell of it."""
        among = self.parties <= other.parties or other.parties <= self.parties
        return self.type == other.type and among and self._fits(other) and self._is_then(other)

    def _fits(self, other: _Case) -> bool:
        """Whether places are not two, in whatever languages."""
        return all(are_one_place(mine, its, yours, others) for its, mine in self.places.items() for others, yours in other.places.items())

    def _is_then(self, other: _Case) -> bool:
        one, two = days_of(self.date), days_of(other.date)
        if one and two:
            return one[0] - APART <= two[1] and two[0] - APART <= one[1]
        if dated := one or two:
            return _is_told(other if one else self, dated)
        planned = {self.status in PLANNED, other.status in PLANNED}
        apart = UNTIL if planned == {True} else SINCE
        return len(planned) == 1 and bool(self.published and other.published and abs(self.published - other.published) <= apart)

    def _standing(self) -> tuple[str, int]:
        """How late its status was told, and how final that is."""
        return self.told[-1].day, FINALITY.get(self.status, 0)

    def whole(self) -> Happening:
        """Return it as a record."""
        days = [each.day for each in self.told if each.day]
        first, last = min(days, default=""), max(days, default="")
        precision = PRECISIONS.get(len(self.date), DAY)
        return Happening(
            self.type, self.status, self.date or first, precision, self.places,
            tuple(sorted(self.parties)), tuple(self.participants), len({each.report for each in self.told}), first, last,
            tuple(dict.fromkeys(each.document_id for each in self.told)), tuple(each.event.id for each in self.told),
            tuple(dict.fromkeys(each.outlet for each in self.told if each.outlet)),
        )  # fmt: skip


def happenings(told: Iterable[Told], parties: Iterable[str] = (), actors: Iterable[str] = ()) -> tuple[Happening, ...]:
    """Return the events of mentions that are given by day, in order of time: those with all of some parties and one of some actors."""
    wanted, people = frozenset(parties), frozenset(actors)
    known: dict[int, list[_Case]] = defaultdict(list)
    found: list[_Case] = []
    for case in _in_documents(told):
        if case.parties >= wanted and (not people or not people.isdisjoint(case.participants)):
            same = next((each for key in _months(case, NEARBY) for each in known[key] if each.is_of(case)), None)
            if same:
                same.add(case)
            else:
                found.append(case)
                for key in _months(case):
                    known[key].append(case)
    return tuple(sorted((case.whole() for case in found), key=in_time))


def _in_documents(told: Iterable[Told]) -> list[_Case]:
    """Events of one article each: mentions of the same one together."""
    found: dict[tuple[str, str], list[Told]] = {}
    for each in told:
        found.setdefault((each.document_id, each.event.same_as or each.event.id), []).append(each)
    return [_Case(together) for together in found.values()]


def _months(case: _Case, more: int = 0) -> list[int]:
    """The months, counted from the year 0, in which an event may be, with so many more on both sides."""
    days = days_of(case.date) or days_of(case.told[0].day)
    if days is None:
        return [0]
    first, last = (day.year * 12 + day.month for day in days)
    return list(range(first - more, last + more + 1))


def _is_told(bare: _Case, days: tuple[date, date]) -> bool:
    """Whether an article that gives no date tells of what is on some days."""
    if bare.published is None:
        return False
    if bare.status in PLANNED:
        return days[0] - UNTIL <= bare.published <= days[1]
    return days[0] <= bare.published <= days[1] + SINCE


def in_time(each: Happening) -> tuple[str, str, str, tuple[str, ...]]:
    """Return what puts events in order of time: the first day on which each may be; those of no day come first."""
    days = days_of(each.date)
    return days[0].isoformat() if days else "", each.date, each.type, each.mentions


def days_of(told: str) -> tuple[date, date] | None:
    """Return the first and the last day of a day, week, month or year as ISO 8601 has it; nothing of anything else.

    >>> days_of("2031-02")
    (datetime.date(2031, 2, 1), datetime.date(2031, 2, 28))
    """
    try:
        if len(told) in (len("2031-W06"), len("2031-02-03")):
            first = date.fromisoformat(told)
            return first, first + timedelta(6 if "W" in told else 0)
        year, month = int(told[:4]), int(told[5:7] or 1)
        after = date(year + 1, 1, 1) if len(told) == len("2031") or month == 12 else date(year, month + 1, 1)
        return date(year, month, 1), after - timedelta(1)
    except ValueError:
        return None


def _exactness(told: str) -> int:
    return {10: 4, 8: 3, 7: 2, 4: 1}.get(len(told), 0)
