"""People who are one in several documents, kept up as these come and go.

Who is one is decided among those whose names could be one; nobody else's names matter to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select

from detente.records import Joined
from detente.resources.gazetteer import load_display
from detente.resources.roles import load_shared_offices
from detente.stages.world import Named, Person, join_people, keys_of, may_be_one, person_of

from .copies import in_parts
from .derived import joined, named, sounds

Renamed = dict[str, str]

_SHARING = select(sounds).where(sounds.c.party == bindparam("party"), sounds.c.key.in_(bindparam("keys", expanding=True)))


class Known(NamedTuple):
    """The names of listed people, and the offices that tell nobody apart."""

    listed: dict[str, tuple[str, ...]]
    shared: frozenset[str]


@cache
def known() -> Known:
    """Return what is known of people beforehand."""
    return Known({actor: tuple(names.values()) for actor, names in load_display().items()}, load_shared_offices())


def goes_by(connection: Connection, actors: Iterable[str]) -> Renamed:
    """Return the ids that people go by, of those who go by another than their own."""
    found: Renamed = {}
    for part in in_parts(sorted(set(actors))):
        query = select(joined.c.actor_id, joined.c.goes_by).where(joined.c.actor_id.in_(part))
        found.update((row.actor_id, row.goes_by) for row in connection.execute(query) if row.actor_id != row.goes_by)
    return found


def renew(connection: Connection, touched: Collection[str]) -> Renamed:
    """Decide anew who is one among people whom other documents name now, and those like them.

    Returns the ids that people go by who went by others before.
    """
    told = known()
    nearby = _nearby(connection, touched, told)
    persons = people(connection, sorted(actor for actor, near in nearby.items() if near))
    now = {member: each for each in join_people(persons) for member in each.members}
    before = goes_by(connection, nearby)
    _replace(connection, nearby, now)
    after = {actor: each.actor_id for actor, each in now.items()}
    return {a: after.get(a, a) for a in sorted(nearby) if after.get(a, a) != before.get(a, a)}


def _replace(connection: Connection, actors: Iterable[str], now: dict[str, Joined]) -> None:
    for part in in_parts(sorted(actors)):
        connection.execute(delete(joined).where(joined.c.actor_id.in_(part)))
    rows = [{"actor_id": actor, "goes_by": each.actor_id, "rest": msgspec.json.encode(each)} for actor, each in sorted(now.items())]
    if rows:
        connection.execute(insert(joined), rows)


def _nearby(connection: Connection, touched: Collection[str], told: Known) -> dict[str, set[str]]:
    """Those whose names could be one with those of people touched, directly or through others, with whom they could be."""
    found: dict[str, set[str]] = {}
    ends = set(touched)
    while ends:
        before = _keys(connection, ends)
        now = _renew_keys(connection, ends & set(touched), before)
        sharing = _sharing(connection, {key for keys in (*before.values(), *now.values()) for key in keys})
        for actor in sorted(ends):
            me = person_of(actor, (), *told)
            keys = before.get(actor, set()) | now.get(actor, set())
            others = {other for key in keys for other in sharing.get(key, ()) if other != actor}
            found[actor] = {other for other in others if may_be_one(me, person_of(other, (), *told))}
        ends = {other for actor in ends for other in found[actor]} - found.keys()
    return found


Key = tuple[str, str]


def _keys(connection: Connection, actors: Iterable[str]) -> dict[str, set[Key]]:
    """The keys that people were found by."""
    found: dict[str, set[Key]] = {}
    for part in in_parts(sorted(actors)):
        for row in connection.execute(select(sounds).where(sounds.c.actor_id.in_(part))):
            found.setdefault(row.actor_id, set()).add((row.party, row.key))
    return found


def _renew_keys(connection: Connection, actors: Collection[str], before: dict[str, set[Key]]) -> dict[str, set[Key]]:
    """The keys that people are found by now; nobody is who is not named any more."""
    sides = _sides(connection, sorted(actors))
    now = {actor: {(side, key) for key in keys_of(person_of(actor, (), *known()))} for actor, side in sides.items()}
    changed = [actor for actor in sorted(actors) if before.get(actor, set()) != now.get(actor, set())]
    for part in in_parts(changed):
        connection.execute(delete(sounds).where(sounds.c.actor_id.in_(part)))
    rows = [{"party": party, "key": key, "actor_id": actor} for actor in changed for party, key in sorted(now.get(actor, ()))]
    if rows:
        connection.execute(insert(sounds), rows)
    return now


def _sides(connection: Connection, actors: list[str]) -> dict[str, str]:
    """The sides of people who are named: of several, that of the first document by id; empty where none tells one."""
    found: dict[str, str] = {}
    for part in in_parts(actors):
        mine = named.c.actor_id.in_(part)
        found.update(dict.fromkeys(connection.scalars(select(named.c.actor_id).where(mine).distinct()), ""))
        first = select(named.c.actor_id, func.min(named.c.document_id).label("document")).where(mine, named.c.party.is_not(None))
        told = first.group_by(named.c.actor_id).subquery()
        joint = (named.c.actor_id == told.c.actor_id) & (named.c.document_id == told.c.document)
        found.update((row.actor_id, row.party) for row in connection.execute(select(named.c.actor_id, named.c.party).join(told, joint)))
    return found


def _sharing(connection: Connection, keys: Collection[Key]) -> dict[Key, list[str]]:
    """The people who are found by keys; asked side by side, as SQLite would look through all for pairs in a list."""
    found: dict[Key, list[str]] = defaultdict(list)
    for party, pairs in groupby(sorted(keys), key=itemgetter(0)):
        for part in in_parts([key for _, key in pairs]):
            for row in connection.execute(_SHARING, {"party": party, "keys": part}):
                found[row.party, row.key].append(row.actor_id)
    return found


def people(connection: Connection, actors: list[str]) -> tuple[Person, ...]:
    """Return people as the documents name them that are there."""
    told = known()
    rows: dict[str, list[tuple[str, Named]]] = {}
    for part in in_parts(actors):
        query = select(named).where(named.c.actor_id.in_(part)).order_by(named.c.document_id)
        for row in connection.execute(query):
            each = Named(row.actor_id, row.party, frozenset(row.offices.split()))
            rows.setdefault(row.actor_id, []).append((row.document_id, each))
    return tuple(person_of(actor, rows[actor], *told) for actor in sorted(rows))
