"""Dates as a text tells them, relative to the day it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from detente.records import Record, Span

from .calendar import RULES, Calendar, Case
from .rules import decide


class Dated(Record, frozen=True):
    """A date in a text. `value` is ISO 8601 as exact as the words are: 2025, 2025-06, 2025-W24 or 2025-06-14."""

    start: int
    stop: int
    value: str


class _Reader:
    """Reads the dates of a text in order; what was read before decides what 当天 and a bare day mean."""

    def __init__(self, folded: str, sent: date | None, calendar: Calendar) -> None:
        self._folded, self._calendar = folded, calendar
        self._today = sent
        self._day: date | None = None
        self._last: Dated | None = None
        self._told = False

    def read(self) -> Iterator[Dated]:
        stop = 0
        for place, _ in self._calendar.places.find(self._folded):
            if place < stop:
                continue
            match = self._calendar.pattern.match(self._folded, self._first(place, stop))
            if match and match.end() > match.start():
                stop = match.end()
                words = {name: text for name, group in self._calendar.groups if (text := match[group]) is not None}
                if dated := self._dated(words, Span(match.start(), stop)):
                    yield dated

    def _first(self, place: int, stop: int) -> int:
        """Where the number begins whose last digit is found."""
        while (
            place > stop
            and self._folded[place] in self._calendar.number_signs
            and (self._folded[place - 1] in self._calendar.number_signs)
        ):
            place -= 1
        return place

    def _dated(self, words: dict[str, str], place: Span) -> Dated | None:
        case = Case(words, place, self._folded, self._today, self._day, self._earlier(place), self._calendar)
        if words.keys() == {"day"} and case.lead.endswith(self._calendar.length):
            return None
        value, _ = decide(RULES, case)
        if value is None:
            return None
        dated = Dated(place.start, place.stop, value)
        self._remember(dated, words)
        return dated

    def _earlier(self, place: Span) -> str | None:
        """The date before in the same sentence, where that tells a year."""
        ends = self._calendar.sentence_ends
        near = self._last and self._told and ends.isdisjoint(self._folded[self._last.stop : place.start])
        return self._last.value if near and self._last else None

    def _remember(self, dated: Dated, words: dict[str, str]) -> None:
        self._last = dated
        self._told = bool(words.keys() & {"year", "years", "y"})
        if len(dated.value) == 10:
            day = date.fromisoformat(dated.value)
            if self._today is None or day <= self._today:
                self._day = day
            if self._today and self._folded.startswith(self._calendar.dateline, dated.stop):
                self._today = day


def find_dates(folded: str, sent: date | None, calendar: Calendar) -> tuple[Dated, ...]:
    """Return the dates of a folded text that was sent on a day, in order.

    Without a day only dates with their year are told. A date in brackets behind another (周二(14日)) decides for both.
    """
    found: list[Dated] = []
    opening, closing = calendar.brackets
    for dated in _Reader(folded, sent, calendar).read():
        inside = found and folded[found[-1].stop : dated.start] == opening and folded.startswith(closing, dated.stop)
        if inside:
            found[-1] = Dated(found[-1].start, dated.stop + len(closing), dated.value)
        else:
            found.append(dated)
    return tuple(found)
