"""What two parties did and said in time: events, and the statements of each day with the relation on each topic."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable

from detente.records import Record, Saying

from .happenings import Happening, in_time
from .relations import Related, relations
from .speaking import Share


class On(Record, frozen=True):
    """How many statements of a day are on a topic, and the relation of the two parties by these alone (none: empty)."""

    topic: str
    statements: int
    relation: str
    by: str


class Day(Record, frozen=True):
    """What two parties say on a day (none: it is not known): statements by party, each once; `statement_ids` are utterances."""

    date: str
    sides: tuple[Share, ...]
    topics: tuple[On, ...]
    reports: int
    statement_ids: tuple[str, ...]


Moment = Happening | Day


def days_of_sayings(sayings: Iterable[Saying], pair: tuple[str, str]) -> tuple[Day, ...]:
    """Return what is said on each day, in order of time."""
    told: dict[str, list[Saying]] = defaultdict(list)
    for each in sayings:
        told[each.day].append(each)
    days = (_day(day, told[day], pair) for day in sorted(told))
    return tuple(day for day in days if day.statement_ids)


def latest(sayings: Iterable[Saying], most: int) -> list[Saying]:
    """Return of what is given from the latest report back what was said on the last `most` days (0: all), and on days unknown.

    It reads on until reports are earlier than these days: nothing is said after it is reported.
    """
    if not most:
        return list(sayings)
    days: list[str] = []  # the last ones, in order
    seen: list[Saying] = []
    for each in sayings:
        if len(days) == most and each.published < days[0]:
            break
        if each.day and each.day not in days and (len(days) < most or each.day > days[0]):
            insort(days, each.day)
            del days[:-most]
        seen.append(each)
    return [each for each in seen if not each.day or each.day in days]


def moments(happenings: Iterable[Happening], days: Iterable[Day], most: int = 0) -> tuple[Moment, ...]:
    """Return events and days in order of time, those of no day first, an event before the statements of its day; at most the last so many (0: all)."""
    found: list[Moment] = [*happenings, *days]
    found.sort(key=lambda each: (each.date, "~") if isinstance(each, Day) else in_time(each))
    return tuple(found[-most:])


def _day(day: str, told: list[Saying], pair: tuple[str, str]) -> Day:
    own = [each for each in told if each.is_own and each.party in pair]
    related = relations(told, pair)
    by_topic: dict[str, set[str]] = defaultdict(set)
    for each in own:
        by_topic[each.topic].add(each.utterance)
    topics = sorted(by_topic, key=lambda topic: (-len(by_topic[topic]), topic))
    return Day(
        day,
        tuple(Share(party, len({each.utterance for each in own if each.party == party})) for party in pair),
        tuple(_on(topic, len(by_topic[topic]), related.get(topic)) for topic in topics),
        len({each.report for each in own}), tuple(dict.fromkeys(each.utterance for each in own)),
    )  # fmt: skip


def _on(topic: str, number: int, related: Related | None) -> On:
    return On(topic, number, related.relation if related else "", related.by if related else "")
