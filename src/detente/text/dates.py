"""Dates as a text tells them, relative to the day it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from detente.records import Record, Span

from .calendar import RULES, Calendar, Case
from .rules import decide

LONGEST_LEAD = 60  # characters before a date in which something may say that it is still to come


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
                words = {n.partition("_")[0]: text for n, text in match.groupdict().items() if text is not None}
                if dated := self._dated(words, match.start(), stop):
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

    def _dated(self, words: dict[str, str], start: int, stop: int) -> Dated | None:
        before = self._folded[max(0, start - LONGEST_LEAD) : start]
        if words.keys() == {"day"} and before.endswith(self._calendar.length):
            return None
        value, _ = decide(RULES, self._case(words, Span(start, stop), before))
        if value is None:
            return None
        dated = Dated(start, stop, value)
        self._remember(dated, words)
        return dated

    def _case(self, words: dict[str, str], place: Span, before: str) -> Case:
        ends = self._calendar.sentence_ends
        near = self._last and self._told and ends.isdisjoint(self._folded[self._last.stop : place.start])
        earlier = self._last.value if near and self._last else None
        calendar = self._calendar
        is_past = calendar.past.search(before) is not None
        is_ahead = calendar.ahead.search(before) or calendar.coming.match(self._folded, place.stop)
        return Case(words, self._today, self._day, earlier, bool(is_ahead) and not is_past, is_past, calendar)

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
