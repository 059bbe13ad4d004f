"""Readings with what the whole store knows of them: who is one, what was said once, and what copies repeat."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Select, func, select

from detente.pipeline import World
from detente.records import Joined, Reading
from detente.stages.world import rename

from .copies import in_parts
from .derived import held, joined, named, said, settled
from .evidence import first_reports
from .persons import known
from .query import readings_of
from .slim import paths_of
from .sums import Asked, heard
from .tables import statements

AT_ONCE = 200  # documents


def world_of(connection: Connection, asked: Asked) -> World:
    """Return the readings in which either of two parties speaks, in their order, as the store knows them."""
    people = tuple(_people(connection, asked))
    ids = {member: each.actor_id for each in people for member in each.members if member != each.actor_id}
    readings = tuple(_readings(connection, asked, ids))
    again = _repeated(connection, asked)
    same = _same(connection, asked)
    firsts = first_reports(connection, set(again.values()) - {""})
    same |= {later: firsts.get(first, first) for later, first in again.items() if first}
    return World(readings, people, same, frozenset(again), _copies(connection, asked))


def people_of(connection: Connection, actors: set[str]) -> tuple[Joined, ...]:
    """Return those that some people are one with."""
    found: dict[str, Joined] = {}
    for part in in_parts(sorted(actors)):
        for rest in connection.scalars(select(joined.c.rest).where(joined.c.actor_id.in_(part))):
            each = msgspec.json.decode(rest, type=Joined)
            found[each.actor_id] = each
    return tuple(found[key] for key in sorted(found))


def _people(connection: Connection, asked: Asked) -> Iterator[Joined]:
    """Those who are named in the documents and go by several ids."""
    there = select(named.c.actor_id).where(*heard(asked, named.c.document_id))
    names = select(joined.c.goes_by).where(joined.c.actor_id.in_(there))
    for rest in connection.scalars(select(joined.c.rest).where(joined.c.actor_id == joined.c.goes_by, joined.c.goes_by.in_(names)).order_by(joined.c.goes_by)):
        yield msgspec.json.decode(rest, type=Joined)


def _readings(connection: Connection, asked: Asked, ids: dict[str, str]) -> Iterator[Reading]:
    query = select(settled.c.document_id).where(*heard(asked, settled.c.document_id)).order_by(settled.c.day, settled.c.document_id)
    shared = known().shared
    for part in in_parts(connection.scalars(query).all()):
        paths = paths_of(connection, part)
        for reading in readings_of(connection, {key: paths[key] for key in part}):
            yield rename(reading, ids, shared)


def _statements(asked: Asked) -> Select[str, str | None]:
    joint = (statements.c.document_id == said.c.document_id) & (statements.c.place == said.c.place)
    return select(statements.c.id, said.c.repeats).join(said, joint).where(*heard(asked, said.c.document_id))


def _repeated(connection: Connection, asked: Asked) -> dict[str, str]:
    return {row.id: row.repeats for row in connection.execute(_statements(asked).where(said.c.repeats.is_not(None)))}


def _same(connection: Connection, asked: Asked) -> dict[str, str]:
    """The first report of each utterance by the ids of its later ones."""
    query = select(held.c.id, held.c.utterance).where(*heard(asked, held.c.document_id), held.c.repeats.is_(None))
    return {row.id: row.utterance for row in connection.execute(query.where(held.c.id != held.c.utterance).distinct())}


def _copies(connection: Connection, asked: Asked) -> dict[str, str]:
    """The clusters of documents that have copies."""
    several = select(settled.c.cluster).group_by(settled.c.cluster).having(func.count() > 1)
    query = select(settled.c.document_id, settled.c.cluster).where(*heard(asked, settled.c.document_id), settled.c.cluster.in_(several))
    return {row.document_id: row.cluster for row in connection.execute(query)}
