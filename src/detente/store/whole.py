"""Whether what maps rest on is what follows from the readings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, select

from detente.records import Reading
from detente.stages.world import join_people, may_recur

from . import persons, recount, reports
from .copies import in_parts
from .derived import held, joined, named, said, settled, spoken
from .facts import facts_of
from .repeats import repeats_in
from .tables import clusters

WRONG = "maps rest on something else than it has; remove it and add it again"
DECIDED = {"actor_id", "repeats", "utterance", "leads", "cluster"}  # by other readings too


def is_told(connection: Connection, reading: Reading) -> bool:
    """Return whether the rows of a document are what its reading tells; one that is not yet taken into account has none."""
    key = reading.document.id
    if connection.scalar(select(settled.c.document_id).where(settled.c.document_id == key)) is None:
        return True
    facts = facts_of(reading, {}, persons.known().shared)
    wanted = {settled: [facts.settled], said: facts.said, spoken: facts.spoken, held: facts.held}
    for table, rows in wanted.items():
        columns = [column for column in table.columns if column.name not in DECIDED]
        there = connection.execute(select(*columns).where(table.c.document_id == key)).all()
        if sorted(map(repr, map(tuple, there))) != sorted(repr(tuple(row[c.name] for c in columns)) for row in rows):
            return False
    return True


def check(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with what is decided of documents together: who is one, what was said once, sums."""
    yield from _people(connection)
    yield from _repeats(connection)
    yield from _utterances(connection)
    yield from recount.check(connection)


def _people(connection: Connection) -> Iterator[str]:
    actors = list(connection.scalars(select(named.c.actor_id).distinct().order_by(named.c.actor_id)))
    now = {member: each.actor_id for each in join_people(persons.people(connection, actors)) for member in each.members}
    kept = {row.actor_id: row.goes_by for row in connection.execute(select(joined.c.actor_id, joined.c.goes_by))}
    yield from (f"{actor}: goes by {kept.get(actor)} and should by {now.get(actor)}" for actor in sorted(now.keys() | kept.keys())
                if now.get(actor) != kept.get(actor))  # fmt: skip


def _repeats(connection: Connection) -> Iterator[str]:
    query = select(clusters.c.document_id, clusters.c.cluster).join(settled, settled.c.document_id == clusters.c.document_id)
    now = repeats_in(connection, {row.document_id: row.cluster for row in connection.execute(query)}, {})
    rows = connection.execute(select(said.c.document_id, said.c.place, said.c.repeats).where(said.c.repeats.is_not(None)))
    kept = {(row.document_id, row.place): row.repeats for row in rows}
    for key in sorted(now.keys() | kept.keys()):
        if now.get(key) != kept.get(key):
            yield f"{key[0]}: its statement {key[1]} is counted as what it repeats no more"


def _utterances(connection: Connection) -> Iterator[str]:
    for actor in connection.scalars(select(held.c.actor_id).distinct().order_by(held.c.actor_id)).all():
        days = connection.scalars(select(held.c.day).where(held.c.actor_id == actor).distinct()).all()
        for part in in_parts([date.fromisoformat(day) for day in days if may_recur(actor, day)]):
            changes = reports.renew(connection, actor, {}, part)
            yield from (f"{key}: a statement counted as of another utterance" for key in sorted(changes.documents()))
