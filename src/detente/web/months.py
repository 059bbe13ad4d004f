"""The relations of a map period by period: the last ones, as a table whose figures a chart draws."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from detente.analysis.periods import Phase, period_of, periods_of
from detente.analysis.uncertainty import Rates
from detente.analysis.uncertainty import cell as sure_of
from detente.desk.stored import StoredMap
from detente.pipeline import Selection
from detente.records import Record
from detente.render.matrix.shown import mark
from detente.render.sure import rates_of
from detente.render.tally import tally_of

from .drawn import DOUBTFUL
from .shell import Shell

SHOWN = 24  # periods
MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Month(Record, frozen=True):
    """A topic in a period."""

    relation: str
    by: str | None
    statements: int
    sign: str
    is_doubtful: bool


class Period(Record, frozen=True):
    """A period, with its first and last month."""

    name: str
    since: str
    until: str


class Matrix(Record, frozen=True):
    """Topics by period; `before` and `after` are the last periods of the tables beside this one, where there is one."""

    every: str
    periods: tuple[Period, ...]
    topics: dict[str, dict[str, Month]]
    before: str
    after: str

    def line(self, topic: str) -> list[int]:
        """Return how many statements there are on a topic in each period."""
        told = self.topics.get(topic, {})
        return [told[period.name].statements if period.name in told else 0 for period in self.periods]


def matrix_of(shell: Shell, found: StoredMap, every: str, to: str) -> Matrix:
    """Return the relations of a map in the periods up to one (none: the last in which something was published)."""
    tally, asked = tally_of(found.report), found.asked
    since, until = asked.selection.since, asked.selection.until
    first, last = max(tally.first[:7], _first_month(since)), min(tally.last[:7], _last_month(until) or tally.last[:7])
    if not tally.last or first > last:
        return Matrix(every, (), {}, "", "")
    stop = min(_last_month(_months_of(to)[1]), last) if to else last
    periods = _periods(max(stop, first), every, first)
    window = Selection(asked.selection.topics, max(since, periods[0].since), _earlier(until, periods[-1].until))
    rows, reports = shell.store.maps.months(asked._replace(selection=window))
    phases = periods_of(rows, asked.pair, every, reports).phases
    before = _plus(periods[0].since, -1) if periods[0].since > first else ""
    after = min(_plus(periods[-1].until, SHOWN * MONTHS[every]), last) if periods[-1].until < last else ""
    return Matrix(every, periods, _topics(phases, asked.pair, rates_of(found.report)), before, after)


def _topics(phases: Iterable[Phase], pair: tuple[str, str], measured: Rates) -> dict[str, dict[str, Month]]:
    doubtful, found = _doubts(measured), defaultdict[str, dict[str, Month]](dict)
    for each in phases:
        is_doubtful = doubtful(each.relation, frozenset(each.languages))
        found[each.topic][each.period] = Month(each.relation, each.by, each.number, mark(each.relation, each.by, pair), is_doubtful)
    return dict(found)


def _doubts(measured: Rates) -> Callable[[str, frozenset[str]], bool]:
    """What tells whether relations are right less often than they should be, in some languages."""

    @cache
    def is_doubtful(relation: str, languages: frozenset[str]) -> bool:
        estimate = sure_of(relation, dict.fromkeys(sorted(languages), 1), measured)
        return estimate is not None and estimate.value < DOUBTFUL

    return is_doubtful


def _periods(last: str, every: str, first: str) -> tuple[Period, ...]:
    """The periods up to a month, the earliest first, none of them before a month."""
    found = [_period(last, every)]
    while len(found) < SHOWN and found[-1].since > first:
        found.append(_period(_plus(found[-1].since, -1), every))
    return tuple(reversed(found))


def _period(month: str, every: str) -> Period:
    name = period_of(month, every)
    return Period(name, *_months_of(name))


def _months_of(name: str) -> tuple[str, str]:
    """The first and the last month of a period.

    >>> _months_of("2031-Q2"), _months_of("2031"), _months_of("2031-05")
    (('2031-04', '2031-06'), ('2031-01', '2031-12'), ('2031-05', '2031-05'))
    """
    year, _, rest = name.partition("-")
    if rest.startswith("Q"):
        return f"{year}-{3 * int(rest[1:]) - 2:02}", f"{year}-{3 * int(rest[1:]):02}"
    return _first_month(name), _last_month(name)


def _first_month(day: str) -> str:
    return day[:7] if len(day) >= 7 else day and f"{day}-01"


def _last_month(day: str) -> str:
    return day[:7] if len(day) >= 7 else day and f"{day}-12"


def _earlier(day: str, month: str) -> str:
    """A day, month or year, unless it ends after a month.

    >>> _earlier("2031-05-10", "2031-05"), _earlier("2031", "2031-05"), _earlier("", "2031-05")
    ('2031-05-10', '2031-05', '2031-05')
    """
    return day if day and _last_month(day) <= month and len(day) > 7 else min(_last_month(day) or month, month)


def _plus(month: str, number: int) -> str:
    """A month so many later.

    >>> _plus("2031-01", -1), _plus("2031-11", 3)
    ('2030-12', '2032-02')
    """
    all_of_them = 12 * int(month[:4]) + int(month[5:7]) - 1 + number
    return f"{all_of_them // 12:04}-{all_of_them % 12 + 1:02}"
