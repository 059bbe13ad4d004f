"""Meetings, calls and visits of two parties that reports tell of: which mentions are of one."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain

from detente.analysis.places import are_one_place, state_of
from detente.analysis.press import home_of
from detente.records import Event, Reading, Record
from detente.records.event import CALLED_OFF, PLANNED
from detente.text.calendar import day_of

MEETING, VISIT, CALL = "meeting", "visit", "call"
FAMILIES = {MEETING: MEETING, VISIT: MEETING, CALL: CALL}
NEAR = (0, -1, 1)  # days that reports of one meeting may be apart
LATELY = timedelta(days=180)  # how long after a meeting a report may mean it without its day
SOON = timedelta(days=3)  # how long after a meeting a report of it is an account
DAY = len("2026-03-04")

Key = tuple[str, tuple[str, str]]


class Told(Record, frozen=True):
    """A mention of a meeting, call or visit in a report that was published on `published`; what is unknown is empty.

    `is_first` is whether it is the first in its report.
    """

    document_id: str
    event_id: str
    type: str
    parties: tuple[str, str]
    date: str
    place: str
    language: str
    status: str
    published: str
    is_first: bool


class Gathering(Record, frozen=True):
    """What some mentions tell of as one: two parties, type, day, and the place as each language writes it.

    `accounts` are the reports that tell of it when it has just been, `others` those that tell of it before or long after.
    """

    parties: tuple[str, str]
    type: str
    date: str
    places: dict[str, str]
    mentions: tuple[tuple[str, str], ...]
    accounts: tuple[str, ...]
    others: tuple[str, ...]


def told_in(reading: Reading) -> Iterator[Told]:
    """Yield the mentions of meetings, calls and visits of two parties in a reading."""
    document = reading.document
    main = frozenset(reading.maps[0].parties if reading.maps else ())
    home = home_of(document.outlet, tuple({each.party for each in reading.mentions if each.party}))
    press = frozenset({home} & {each.party for each in reading.mentions})
    seen: set[str] = set()
    for event in reading.events:
        if event.type in FAMILIES and (pair := _pair(event, document.language, main, press)):
            is_first = FAMILIES[event.type] not in seen
            seen.add(FAMILIES[event.type])
            place, published = "" if event.type == CALL else event.place or "", (document.published or "")[:DAY]
            yield Told(document.id, event.id, event.type, pair, event.date or "", place, document.language, event.status, published, is_first)


def _pair(event: Event, language: str, main: frozenset[str], press: frozenset[str]) -> tuple[str, str] | None:
    """The two who take part.

    Of one: with the state that a visit leads to, the other main party of the report, or the state whose press it is, where that is named.
    """
    parties = frozenset(event.parties)
    if event.type == VISIT and len(parties) == 1 and (host := state_of(event.place, language)):
        parties |= {host}
    if len(parties) == 1:
        parties |= main if parties < main else press
    one, *others = sorted(parties) or [""]
    return (one, others[0]) if len(others) == 1 else None


def gatherings(mentions: Iterable[Told]) -> tuple[Gathering, ...]:
    """Return what was held, by day and parties; mentions of it in any language and before it are of one.

    A mention without a day is of the latest meeting of the two that has lately been when it is published; where none is
    known, the first of a report tells of one that was on the day of its publication.
    """
    known: dict[Key, _Known] = defaultdict(_Known)
    undated: list[Told] = []
    planned: list[Told] = []
    for told in sorted(mentions, key=lambda each: (each.date, each.published, each.document_id)):
        if len(told.date) == DAY and day_of(told.date):
            known[_key(told)].add_dated(told)
        elif told.status not in CALLED_OFF:
            (planned if told.status in PLANNED else undated).append(told)
    for told in sorted(undated, key=lambda each: (each.published, not each.is_first, each.document_id)):
        known[_key(told)].add_undated(told)
    for told in planned:
        known[_key(told)].add_plan(told)
    found = (_gathering(day, group) for each in known.values() for day, group in each.groups.items() if day in each.been)
    return tuple(sorted(found, key=lambda each: (each.date, each.parties, each.type)))


def _key(told: Told) -> Key:
    return FAMILIES[told.type], told.parties


class _Known:
    """The meetings, or the calls, of two parties: mentions by day; `days` in order, and the days on which something has `been`."""

    def __init__(self) -> None:
        self.groups: dict[str, list[Told]] = {}
        self.days: list[str] = []
        self.been: set[str] = set()
        self._announced: dict[str, list[str]] = defaultdict(list)

    def _put(self, told: Told, day: str) -> None:
        if day not in self.groups:
            self.groups[day] = []
            insort(self.days, day)
        self.groups[day].append(told)
        self._announced[told.document_id].append(day)
        if _has_been(told):
            self.been.add(day)

    def add_dated(self, told: Told) -> None:
        """Put a mention to the meeting that is known on its day, or on the one beside it."""
        here = day_of(told.date)
        near = ((here + timedelta(days=off)).isoformat() for off in NEAR) if here else ()
        self._put(told, next((day for day in near if day in self.groups), told.date))

    def add_undated(self, told: Told) -> None:
        """Put a mention that does not tell its day to the latest meeting that it can be of, else to one that its report announces."""
        announced = iter(self._announced[told.document_id])
        fitting = (day for day in chain(self._lately(told.published), announced) if day.startswith(told.date) and _fits(told, self.groups[day]))
        if (day := next(fitting, None)) is not None:
            self._put(told, day)
        elif told.is_first and told.published.startswith(told.date):
            self._put(told, told.published)

    def _lately(self, published: str) -> Iterator[str]:
        """The days, the latest first, on which something has been that was not long ago."""
        day = day_of(published)
        since = (day - LATELY).isoformat() if day else ""
        for each in reversed(self.days[: bisect_right(self.days, published)] if published else self.days):
            if each < since:
                return
            if each in self.been:
                yield each

    def add_plan(self, told: Told) -> None:
        """Put what a report tells first, as a plan without a day, to a meeting that was on the day of the report or the day before."""
        published = day_of(told.published)
        days = [(published - timedelta(days=ago)).isoformat() for ago in (0, 1)] if published and told.is_first else []
        if day := next((day for day in days if day in self.been and _fits(told, self.groups[day])), None):
            self._put(told, day)


def _fits(told: Told, group: Iterable[Told]) -> bool:
    """Whether a mention may be of a meeting by its place."""
    places = [each for each in group if each.place]
    return not told.place or not places or any(are_one_place(told.place, told.language, each.place, each.language) for each in places)


def _has_been(told: Told) -> bool:
    """Whether what a mention tells has been: it is told as held, or was planned for before the report."""
    if told.status in PLANNED:
        return bool(told.date) and told.date <= told.published
    return told.status not in CALLED_OFF


def _gathering(day: str, group: list[Told]) -> Gathering:
    documents = tuple(dict.fromkeys(told.document_id for told in group))
    accounts = {told.document_id for told in group if _is_account(told, day)}
    places: dict[str, str] = {}
    for told in group:
        if told.place and _has_been(told):
            places.setdefault(told.language, told.place)
    held = [told.type for told in group if _has_been(told)]
    return Gathering(
        group[0].parties, min(held, key=(MEETING, CALL, VISIT).index), day, places,
        tuple((told.document_id, told.event_id) for told in group),
        tuple(key for key in documents if key in accounts), tuple(key for key in documents if key not in accounts),
    )  # fmt: skip


def _is_account(told: Told, day: str) -> bool:
    """Whether a report tells of a meeting when it has just been; where nobody knows when it was, whether it tells it as held."""
    held, published = day_of(day), day_of(told.published)
    if held and published:
        return held <= published <= held + SOON
    return _has_been(told)
