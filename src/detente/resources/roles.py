"""Who held which office, and when: for whom a person spoke on a day, and whom an office meant."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from msgspec.structs import replace

from detente.records import Record

from .gazetteer import ACTORS, Entry, Gazetteer
from .load import load_tsv
from .rulers import rulers_on, turns_of_rulers

FULL_DATE = 10
EARLIEST = "0001-01-01"
LONGEST_SPANS = {4: 366, 7: 31}  # in days, of a year and of a month, by the length of their dates


class Role(Record, frozen=True):
    """A person in an office of a state or body. `since` is inclusive, `until` exclusive; a coarser date leaves a month or
    year open, an empty one is not known. Nothing is known of the time after `known_until`. An office that does not speak
    for a state is its holder's own (an opposition leader's).
    """

    person: str
    office: str
    of: str
    since: str
    until: str
    known_until: str
    speaks: bool = True


@cache
def load_roles() -> tuple[Role, ...]:
    """Return the roles of all people of the gazetteer."""
    columns = ("person_id", "office_id", "of", "since", "until", "known_until")
    private = {row["id"] for row in load_tsv(ACTORS / "offices.tsv", ("id", "speaks")) if row["speaks"] != "state"}
    return tuple(
        Role(row["person_id"], office := row["office_id"], row["of"], row["since"], row["until"], row["known_until"],
             office not in private)
        for row in load_tsv(ACTORS / "roles.tsv", columns)
    )  # fmt: skip


@cache
def load_shared_offices() -> frozenset[str]:
    """Return the offices that several people of one state hold at a time.

    >>> "office:ambassador" in load_shared_offices(), "office:president" in load_shared_offices()
    (True, False)
    """
    return frozenset(row["id"] for row in load_tsv(ACTORS / "shared.tsv", ("id", "example", "source")))


def may_hold(role: Role, day: str) -> bool:
    """Return whether a role may be held on a day, as far as its dates tell.

    >>> role = Role("person:x", "office:president", "US", "2017-01-20", "2021-01", "2025-06")
    >>> [may_hold(role, day) for day in ("2017-01-19", "2017-01-20", "2021-01-31", "2021-02-01")]
    [False, True, True, False]
    """
    return day >= role.since and not has_ended(role, day)


def has_ended(role: Role, day: str) -> bool:
    """Return whether a role is over for certain: a coarse date counts to its end."""
    if day < role.until or not role.until:
        return False
    return len(role.until) == FULL_DATE or not day.startswith(role.until)


def surely_held(role: Role, day: str) -> bool:
    """Return whether a role is held for certain: both dates say so, and the time is known.

    >>> role = Role("person:x", "office:president", "US", "2017-01-20", "2021-01", "2025-06")
    >>> [surely_held(role, day) for day in ("2019-05-14", "2021-01-02")]
    [True, False]
    """
    began = role.since and (day >= role.since if len(role.since) == FULL_DATE else day[: len(role.since)] > role.since)
    goes_on = day < role.until if role.until else day[: len(role.known_until)] <= role.known_until
    return bool(began) and goes_on


def holders_on(day: str, roles: Iterable[Role]) -> dict[tuple[str, str], str]:
    """Return the one person that an office of a state means on a day, where the roles are sure."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for role in roles:
        if may_hold(role, day):
            found[role.office, role.of].add(role.person if surely_held(role, day) else "")
    return {office: person for office, (person, *more) in found.items() if person and not more}


def parties_on(day: str, roles: Iterable[Role]) -> dict[str, tuple[str, ...]]:
    """Return for whom people spoke on a day, by their offices: for nobody after the last and between two.

    People are left out whose offices all begin later: what they did before is not known.
    """
    found: dict[str, tuple[str, ...]] = {}
    for role in roles:
        holds = may_hold(role, day)
        if holds or has_ended(role, day):
            found[role.person] = found.get(role.person, ()) + (role.of,) * (holds and role.speaks)
    return found


def period_of(day: str) -> str:
    """Return the first of the days around a day on all of which the same people hold the same offices.

    >>> period_of("2021-01-18") == period_of("2021-01-19"), period_of("2021-01-19") == period_of("2021-01-20")
    (True, False)
    """
    turns = _turns()
    return turns[bisect_right(turns, day) - 1]


@cache
def _turns() -> tuple[str, ...]:
    """The days on which what is known of a role may change, in order, and one before them all."""
    return tuple(sorted({EARLIEST, *(day for role in load_roles() for day in _turns_of(role)), *turns_of_rulers()}))


def _turns_of(role: Role) -> Iterator[str]:
    """Where its dates begin, and where those end that leave a month or year open."""
    for told in filter(None, (role.since, role.until)):
        yield told + EARLIEST[len(told) :]
        if len(told) < FULL_DATE:
            yield day_after(told)
    if role.known_until:
        yield day_after(role.known_until)


def day_after(told: str) -> str:
    """Return the day that follows a day, a month or a year.

    >>> day_after("2021"), day_after("2021-12"), day_after("2021-02-28")
    ('2022-01-01', '2022-01-01', '2021-03-01')
    """
    first, size = told + EARLIEST[len(told) :], len(told)
    after = (date.fromisoformat(first) + timedelta(LONGEST_SPANS.get(size, 1))).isoformat()
    return after[:size] + EARLIEST[size:]


def dated(gazetteer: Gazetteer, day: str) -> Gazetteer:
    """Return a gazetteer as of a day: people speak for the offices that they hold then.

    >>> from .gazetteer import load_gazetteer
    >>> en = load_gazetteer("en")
    >>> [dated(en, day).entries["Joe Biden"].party for day in ("2016-05-01", "2018-05-01", "2022-05-01")]
    ['US', None, 'US']
    >>> dated(en, "2022-05-01").holders["office:president", "US"]
    'person:biden'
    """
    entries = dict(gazetteer.entries)
    for person, held in parties_on(day, load_roles()).items():
        names = gazetteer.people.get(person, ())
        party = entries[names[0]].party if names else None
        if party and party not in held:
            entries.update(dict.fromkeys(names, Entry(person, "person", next(iter(held), None))))
    return replace(gazetteer, entries=entries, holders=holders_on(day, load_roles()), rulers=rulers_on(day))
