"""What the words of a date mean: one rule a way of telling it, over the words of a calendar.

A language brings one pattern with named groups and the words of its calendar; nothing here knows any of them.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from detente.records import Record, Span

from .match import Matcher

Offsets = dict[str, int]
LONGEST_LEAD = 60  # characters before a date in which something may say that it is still to come
SURELY_NEAREST = 13  # days; the same day of another month is at least 28 days from this one, so 15 from today


class Calendar(NamedTuple):
    """What a language tells dates with: a pattern, the offsets of its words, and what stands around a date.

    `places` finds where a date may be: its words, and a digit with what may stand behind it.

    Groups of the pattern, by what they mean and their number: `y m d` digits; `year month day` numbers; `years months
    weeks days since` words with an offset; `weekday` of a week, `lone` without one; `count` and `unit`, so long ago.
    `ahead` stands before dates to come and `coming` behind them,
    `past` before past ones.
    """

    pattern: re.Pattern[str]
    groups: tuple[tuple[str, int], ...]
    places: Matcher
    number_signs: frozenset[str]
    digits: Offsets
    years: Offsets
    months: Offsets
    weeks: Offsets
    weekdays: Offsets
    days: Offsets
    since: Offsets
    units: dict[str, str]
    ahead: re.Pattern[str]
    coming: re.Pattern[str]
    past: re.Pattern[str]
    length: tuple[str, ...]
    dateline: tuple[str, ...]
    brackets: tuple[str, str]
    sentence_ends: frozenset[str]


class Case(Record, frozen=True):
    """A date under judgement: its words by group, where it stands, the day of the report and the date before it."""

    words: dict[str, str]
    place: Span
    folded: str
    today: date | None
    day: date | None
    earlier: str | None
    calendar: Calendar

    @property
    def lead(self) -> str:
        """What stands before the date."""
        return self.folded[max(0, self.place.start - LONGEST_LEAD) : self.place.start]

    @property
    def is_past(self) -> bool:
        """Whether it is led in as past."""
        return self.calendar.past.search(self.lead) is not None

    @property
    def is_ahead(self) -> bool:
        """Whether it is told as still to come."""
        if not (self.calendar.ahead.search(self.lead) or self.calendar.coming.match(self.folded, self.place.stop)):
            return False
        return not self.is_past


def number(words: str, digits: Offsets) -> int:
    """Return the value of a number in digits, in a language's digits, or in tens and ones.

    >>> digits = {"一": 1, "二": 2, "四": 4, "〇": 0}
    >>> [number(w, digits) for w in ("14", "十四", "二十", "二〇二四")]
    [14, 14, 20, 2024]
    """
    if words.isdecimal():
        return int(words)
    if words in digits:
        return digits[words]
    if "十" in words:
        tens, _, ones = words.partition("十")
        return 10 * digits.get(tens, 1) + digits.get(ones, 0)
    value = 0
    for sign in words:
        value = 10 * value + digits[sign]
    return value


def day_of(value: str | None) -> date | None:
    """Return the day that an ISO 8601 time lies on, or nothing where it is not known or there is no such day.

    >>> day_of("2025-06-14T18:30"), day_of("2025-02-30"), day_of(None)
    (datetime.date(2025, 6, 14), None, None)
    """
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def is_after(value: str, day: str) -> bool:
    """Return whether a date, as exact as it is told, begins after a day.

    >>> is_after("2025-W26", "2025-06-18"), is_after("2025-06", "2025-06-18"), is_after("2025-07", "2025-06-18")
    (True, False, True)
    """
    return (date.fromisoformat(f"{value}-1").isoformat() if "W" in value else value) > day


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _shifted(today: date, months: int) -> tuple[int, int]:
    at = today.year * 12 + today.month - 1 + months
    return at // 12, at % 12 + 1


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def by_digits(case: Case) -> str | None:
    """2025-06-14."""
    words = case.words
    return _iso(int(words["y"]), int(words["m"]), int(words["d"])) if "y" in words else None


def by_distance(case: Case) -> str | None:
    """So many days, weeks, months or years ago; as exact as the unit."""
    if "count" not in case.words or case.today is None:
        return None
    count, unit = number(case.words["count"], case.calendar.digits), case.calendar.units[case.words["unit"]]
    if unit == "days":
        return (case.today - timedelta(count)).isoformat()
    if unit == "weeks":
        return _week(case.today - timedelta(7 * count))
    if unit == "months":
        year, month = _shifted(case.today, -count)
        return f"{year}-{month:02}"
    return f"{case.today.year - count:04}"


def by_week(case: Case) -> str | None:
    """A week counted from this one, and its day where one is told."""
    if "weeks" not in case.words or case.today is None:
        return None
    monday = case.today - timedelta(case.today.weekday()) + timedelta(7 * case.calendar.weeks[case.words["weeks"]])
    if "weekday" in case.words:
        return (monday + timedelta(case.calendar.weekdays[case.words["weekday"]] - 1)).isoformat()
    return _week(monday)


def by_weekday(case: Case) -> str | None:
    """The last such day of the week up to the report, or the next one when it is still to come."""
    if "lone" not in case.words or case.today is None:
        return None
    weekday = case.calendar.weekdays[case.words["lone"]]
    back = (case.today.isoweekday() - weekday) % 7
    return (case.today + timedelta(-back % 7 if case.is_ahead else -back)).isoformat()


def by_day_word(case: Case) -> str | None:
    """Yesterday, today, tomorrow."""
    if "days" not in case.words or case.today is None:
        return None
    return (case.today + timedelta(case.calendar.days[case.words["days"]])).isoformat()


def by_day_before(case: Case) -> str | None:
    """The same day or the next one, counted from the day named last."""
    day = case.day or case.today
    if "since" not in case.words or day is None:
        return None
    return (day + timedelta(case.calendar.since[case.words["since"]])).isoformat()


def by_month_word(case: Case) -> str | None:
    """This, last or next month, and its day where one is told."""
    if "months" not in case.words or case.today is None:
        return None
    year, month = _shifted(case.today, case.calendar.months[case.words["months"]])
    if "day" in case.words:
        return _iso(year, month, number(case.words["day"], case.calendar.digits))
    return f"{year}-{month:02}"


def by_year(case: Case) -> str | None:
    """A year by its number or counted from this one, with month and day where they are told."""
    words, calendar = case.words, case.calendar
    if "year" in words:
        year = number(words["year"], calendar.digits)
    elif "years" in words and case.today:
        year = case.today.year + calendar.years[words["years"]]
    else:
        return None
    return _in_year(year, words, calendar.digits)


def by_month(case: Case) -> str | None:
    """A month without its year: that of the date before it in the sentence, else the one nearest to the report."""
    words, digits = case.words, case.calendar.digits
    if "month" not in words or "year" in words or "years" in words:
        return None
    if case.earlier:
        return _in_year(int(case.earlier[:4]), words, digits)
    if case.today is None:
        return None
    month = number(words["month"], digits)
    now = _months(case.today.year, case.today.month)
    near = [_months(case.today.year + shift, month) for shift in (-1, 0, 1)]
    is_ahead, is_past = case.is_ahead, case.is_past
    near = [m for m in near if not (is_ahead and m < now) and not (is_past and m >= now)]
    months = min(near, key=lambda m: (abs(m - now), m))
    return _in_year((months - 1) // 12, words, digits)


def by_day(case: Case) -> str | None:
    """A day without its month: that of the date before it in the sentence, else the one nearest to the report."""
    if case.words.keys() != {"day"}:
        return None
    day = number(case.words["day"], case.calendar.digits)
    if case.earlier and len(case.earlier) >= 7 and "W" not in case.earlier:
        return _iso(int(case.earlier[:4]), int(case.earlier[5:7]), day)
    if case.today is None:
        return None
    return _nearest(day, case.today, case.is_ahead)


def _nearest(day: int, today: date, is_ahead: bool) -> str | None:
    """The date with this day of the month that is nearest to today, or the next one; of two as near the earlier."""
    if abs(day - today.day) <= SURELY_NEAREST and (not is_ahead or day >= today.day):
        return _iso(today.year, today.month, day)
    near = [iso for shift in (-1, 0, 1) if (iso := _iso(*_shifted(today, shift), day))]
    if is_ahead:
        near = [iso for iso in near if iso >= today.isoformat()] or near
    return min(near, key=lambda iso: (abs((date.fromisoformat(iso) - today).days), iso), default=None)


# the commonest first: no two of them answer for the same words
RULES = (
    by_day,
    by_month,
    by_day_before,
    by_weekday,
    by_day_word,
    by_year,
    by_month_word,
    by_week,
    by_distance,
    by_digits,
)


def _months(year: int, month: int) -> int:
    return 12 * year + month


def _in_year(year: int, words: dict[str, str], digits: Offsets) -> str | None:
    if "month" not in words:
        return f"{year:04}"
    month = number(words["month"], digits)
    if "day" in words:
        return _iso(year, month, number(words["day"], digits))
    return f"{year:04}-{month:02}" if 1 <= month <= 12 else None
