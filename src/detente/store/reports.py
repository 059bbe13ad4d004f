"""What was said once and reported several times, kept up as reports come and go.

Reports are taken in the order of their documents' ids, as `same_utterances` takes them. Which utterance a report is of
depends on those before it within two days; so only what comes after a change, and is like it, is decided anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, select, update

from detente.stages.world import ADJACENT, Reported, is_same, reported

from .copies import in_parts
from .derived import held
from .facts import deed_in
from .tables import documents, statements

Key = tuple[str, int]
REACH = 2  # days between two reports of one utterance, at most

_CONTENT = (
    select(held, statements.c.content, documents.c.language)
    .join(statements, (statements.c.document_id == held.c.document_id) & (statements.c.place == held.c.statement))
    .join(documents, documents.c.id == held.c.document_id)
    .where(held.c.actor_id == bindparam("actor"), held.c.day.in_(bindparam("days", expanding=True)), held.c.repeats.is_(None))
    .order_by(held.c.document_id, held.c.statement, held.c.place)
)
_UTTERANCE = update(held).where(held.c.document_id == bindparam("document"), held.c.statement == bindparam("number"))
_LEADS = update(held).where(held.c.document_id == bindparam("document"), held.c.place == bindparam("at"), held.c.party == bindparam("side"))


class Changes(NamedTuple):
    """The statements that are of another utterance now, and the rows that begin or cease to count."""

    utterances: dict[Key, str]
    leads: dict[tuple[str, int, str], bool]

    def documents(self) -> set[str]:
        """Return the documents that are changed."""
        return {key[0] for key in self.utterances} | {key[0] for key in self.leads}

    def write(self, connection: Connection) -> None:
        """Write what has changed."""
        if self.utterances:
            rows = [{"document": d, "number": n, "utterance": value} for (d, n), value in sorted(self.utterances.items())]
            connection.execute(_UTTERANCE.values(utterance=bindparam("utterance")), rows)
        if self.leads:
            leads = [{"document": d, "at": n, "side": side, "leads": value} for (d, n, side), value in sorted(self.leads.items())]
            connection.execute(_LEADS.values(leads=bindparam("leads")), leads)


class _Report:
    """A statement as it is reported, the utterance that it is of, and its rows."""

    def __init__(self, rows: list[Row[Any]]) -> None:
        first = rows[0]
        self.key: Key = (first.document_id, first.statement)
        self.id: str = first.id
        self.day, self.rows = date.fromisoformat(first.day), rows
        self.before: str = first.utterance
        self.utterance = self.before

    @cached_property
    def said(self) -> Reported:
        first, deed = self.rows[0], deed_in(self.rows[0].deed)
        topics = {row.topic for row in self.rows}
        return reported(first.id, first.document_id, first.language, topics, deed.act, deed.sign, first.content)


class _Actor:
    """The reports of what an actor said, those of days that have been asked for."""

    def __init__(self, connection: Connection, actor: str) -> None:
        self._connection, self._actor = connection, actor
        self._days: dict[date, list[_Report]] = {}
        self.by_id: dict[str, _Report] = {}
        self._members: dict[str, set[Key]] = {}
        self._by_key: dict[Key, _Report] = {}

    def load(self, days: Iterable[date]) -> None:
        """Fetch the reports of days."""
        missing = sorted(set(days) - self._days.keys())
        for part in in_parts([day.isoformat() for day in missing]):
            rows = self._connection.execute(_CONTENT, {"actor": self._actor, "days": part})
            for _, group in groupby(rows, key=lambda row: (row.document_id, row.statement)):
                self._add(_Report(list(group)))
        for day in missing:
            self._days.setdefault(day, [])

    def _add(self, report: _Report) -> None:
        self._days.setdefault(report.day, []).append(report)
        self.by_id[report.id] = self._by_key[report.key] = report
        self._members.setdefault(report.utterance, set()).add(report.key)

    def at(self, key: Key) -> _Report:
        return self._by_key[key]

    def around(self, day: date, reach: int = REACH) -> Iterator[_Report]:
        """Yield the reports of days nearby."""
        days = [day + timedelta(i) for i in range(-reach, reach + 1)]
        self.load(days)
        for each in days:
            yield from self._days[each]

    def decide(self, report: _Report) -> str:
        """Return the utterance that a report is of, by those that come before it."""
        for apart in ADJACENT:
            for first in self._days.get(report.day + apart, ()):
                if first.key >= report.key:
                    break
                if first.utterance == first.id and all(is_same(known.said, report.said) for known in self._before(first, report)):
                    return first.id
        return report.id

    def _before(self, first: _Report, report: _Report) -> list[_Report]:
        """The reports of an utterance before another one, the first of all first: it is the likeliest to differ."""
        others = (key for key in self._members.get(first.id, ()) if first.key < key < report.key)
        return [first, *(self._by_key[key] for key in sorted(others))]

    def move(self, report: _Report, utterance: str) -> None:
        """Say which utterance a report is of."""
        self._members.get(report.utterance, set()).discard(report.key)
        self._members.setdefault(utterance, set()).add(report.key)
        report.utterance = utterance

    def reports(self, utterance: str) -> list[_Report]:
        """Return the reports of an utterance."""
        return [self._by_key[key] for key in sorted(self._members.get(utterance, ()))]


def renew(connection: Connection, actor: str, fresh: Mapping[Key, date], days: Collection[date]) -> Changes:
    """Decide anew what reports of an actor are of, after `fresh` ones came, and others went that were of `days`."""
    near = _Actor(connection, actor)
    near.load(day + timedelta(i) for day in {*days, *fresh.values()} for i in range(-REACH, REACH + 1))
    waiting = [*fresh, *{report.key for day in days for report in near.around(day)}]
    heapify(waiting)
    touched: set[str] = set()
    last: Key | None = None
    while waiting:
        key = heappop(waiting)
        if key != last:
            for later in _decide(near, near.at(key), touched, is_fresh=key in fresh):
                heappush(waiting, later)
        last = key
    return _changes(near, touched)


def _decide(near: _Actor, report: _Report, touched: set[str], *, is_fresh: bool) -> list[Key]:
    """Decide what a report is of; returns the later ones that this may concern."""
    around = list(near.around(report.day))
    before, now = report.utterance, near.decide(report)
    touched.update((before, now))
    if before == now and not is_fresh:
        return []
    near.move(report, now)
    firsts = [near.by_id[each].said for each in {before, now} if each in near.by_id]
    return [other.key for other in around if other.key > report.key and any(_is_near(first, other) for first in firsts)]


def _is_near(first: Reported, other: _Report) -> bool:
    return first.id == other.id or is_same(first, other.said)


def _changes(near: _Actor, touched: set[str]) -> Changes:
    """What is to be written: of utterances that were touched, one report counts for each side on each topic."""
    leads: dict[tuple[str, int, str], bool] = {}
    for utterance in sorted(touched):
        told: set[tuple[str, str]] = set()
        for report in near.reports(utterance):
            for row in report.rows:
                now = row.is_own and (row.party, row.topic) not in told
                if row.is_own:
                    told.add((row.party, row.topic))
                if now != row.leads:
                    leads[row.document_id, row.place, row.party] = now
    moved = {each.key: each.utterance for each in near.by_id.values() if each.utterance != each.before}
    return Changes(moved, leads)
