"""Keeps up what maps rest on, as readings come and go.

Whoever writes a reading leaves a note in the same transaction; notes are worked off many at a time, each time whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from detente.records import Reading
from detente.stages.world import may_recur, named_in

from . import persons, reports
from .copies import in_parts
from .derived import held, named, said, settled, spoken
from .facts import Facts, facts_of
from .notes import Notes, drop, some_notes
from .query import whole_readings
from .recount import Recount
from .repeats import Repeats, repeats_in
from .tables import clusters, statements

Key = tuple[str, int]

_STATEMENT = (held.c.document_id == bindparam("document"), held.c.statement == bindparam("number"))
_RENAME = update(held).where(*_STATEMENT).values(actor_id=bindparam("actor"), utterance=held.c.id)
_REPEAT = update(held).where(*_STATEMENT).values(repeats=bindparam("told"), utterance=held.c.id)
_REPEAT_SAID = update(said).where(said.c.document_id == bindparam("document"), said.c.place == bindparam("number"))
_CLUSTER = update(settled).where(settled.c.document_id == bindparam("document")).values(cluster=bindparam("name"))


class _Reports:
    """The reports that came and went, by who spoke."""

    def __init__(self) -> None:
        self.came: dict[str, dict[Key, date]] = defaultdict(dict)
        self.went: dict[str, set[date]] = defaultdict(set)

    def add(self, actor: str, key: Key, day: str) -> None:
        if may_recur(actor, day):
            self.came[actor][key] = date.fromisoformat(day)

    def drop(self, actor: str, key: Key, day: str) -> None:
        if may_recur(actor, day):
            self.came[actor].pop(key, None)
            self.went[actor].add(date.fromisoformat(day))


def settle(connection: Connection, most: int = 0) -> None:
    """Work off notes: those of some documents, and all others; about so many changes of sums are held."""
    notes, told, count = some_notes(connection), _Reports(), Recount(connection, most)
    for actor, day in notes.days:
        told.went[actor].add(date.fromisoformat(day))
    _take_in(connection, notes, told, count)
    changes = [
        reports.renew(connection, actor, told.came.get(actor, {}), told.went.get(actor, set()))
        for actor in sorted(told.came.keys() | told.went.keys())
    ]
    count.touch({document for each in changes for document in each.documents()})
    for each in changes:
        each.write(connection)
    count.finish()
    drop(connection, notes)


def _take_in(connection: Connection, notes: Notes, told: _Reports, count: Recount) -> None:
    """Keep what documents tell, and of others what changes by it; readings are held no longer than this takes."""
    readings = {each.document.id: each for each in whole_readings(connection, notes.documents)}
    renamed = persons.renew(connection, {*notes.people, *_insert_named(connection, readings.values())})
    spoke = _rename(connection, renamed, told, count)
    members = _members(connection, {*readings, *notes.copies, *spoke})
    again = repeats_in(connection, members, readings)
    count.touch(readings)
    _repeat(connection, members, again, readings, count, told)
    _count_clusters(connection, members, count)
    _insert(connection, readings, members, again, told)


def _insert_named(connection: Connection, readings: Iterable[Reading]) -> set[str]:
    """Keep whom documents name; returns these people."""
    rows = [
        {"document_id": reading.document.id, "actor_id": each.actor_id, "party": each.party, "offices": " ".join(sorted(each.offices))}
        for reading in readings for each in named_in(reading)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(named), rows)
    return {str(row["actor_id"]) for row in rows}


def _rename(connection: Connection, renamed: persons.Renamed, told: _Reports, count: Recount) -> set[str]:
    """Give statements the ids that their speakers go by now; returns their documents."""
    rows: list[dict[str, Any]] = []
    for part in in_parts(sorted(renamed)):
        for row in connection.execute(_spoken_by(part)):
            new, key = renamed[row.speaker_id], (row.document_id, row.statement)
            if row.repeats is None:
                told.drop(row.actor_id, key, row.day)
                told.add(new, key, row.day)
            rows.append({"document": row.document_id, "number": row.statement, "actor": new})
    spoke = {row["document"] for row in rows}
    if rows:
        count.touch(spoke)
        connection.execute(_RENAME, rows)
    return spoke


def _spoken_by(speakers: Sequence[str]) -> Any:
    columns = held.c.document_id, held.c.statement, held.c.actor_id, held.c.day, held.c.repeats, statements.c.speaker_id
    joint = (statements.c.document_id == held.c.document_id) & (statements.c.place == held.c.statement)
    return select(*columns).join(statements, joint).where(statements.c.speaker_id.in_(speakers)).distinct()


def _members(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """The documents of the clusters of some, with the clusters."""
    found: dict[str, str] = {}
    for part in in_parts(sorted(keys)):
        among = select(clusters.c.cluster).where(clusters.c.document_id.in_(part))
        query = select(clusters.c.document_id, clusters.c.cluster).where(clusters.c.cluster.in_(among))
        found.update((row.document_id, row.cluster) for row in connection.execute(query))
    return found


def _repeat(
    connection: Connection, members: dict[str, str], again: Repeats, fresh: dict[str, Reading], count: Recount, told: _Reports
) -> None:
    """Say of statements that are there what they repeat now."""
    before: Repeats = {}
    for part in in_parts(sorted(members.keys() - fresh.keys())):
        query = select(said.c.document_id, said.c.place, said.c.repeats).where(said.c.document_id.in_(part), said.c.repeats.is_not(None))
        before.update({(row.document_id, row.place): row.repeats for row in connection.execute(query)})
    changed = {key for key in before.keys() | again.keys() if key[0] not in fresh and before.get(key) != again.get(key)}
    count.touch({document for document, _ in changed})
    rows = [{"document": document, "number": place, "told": again.get((document, place))} for document, place in sorted(changed)]
    if not rows:
        return
    for part in in_parts(sorted({document for document, _ in changed})):
        query = select(held.c.document_id, held.c.statement, held.c.actor_id, held.c.day).where(held.c.document_id.in_(part)).distinct()
        for row in connection.execute(query):
            key = (row.document_id, row.statement)
            if key in changed and (key in before) != (key in again):
                (told.drop if key in again else told.add)(row.actor_id, key, row.day)
    connection.execute(_REPEAT, rows)
    connection.execute(_REPEAT_SAID.values(repeats=bindparam("told")), rows)


def _count_clusters(connection: Connection, members: dict[str, str], count: Recount) -> None:
    """Count documents in the clusters that they are in now."""
    rows: list[dict[str, str]] = []
    for part in in_parts(sorted(members)):
        for row in connection.execute(select(settled.c.document_id, settled.c.cluster).where(settled.c.document_id.in_(part))):
            if row.cluster != members[row.document_id]:
                rows.append({"document": row.document_id, "name": members[row.document_id], "before": row.cluster})
    count.touch_clusters({*members.values(), *(row["before"] for row in rows)})
    if rows:
        connection.execute(_CLUSTER, [{"document": row["document"], "name": row["name"]} for row in rows])


def _insert(connection: Connection, readings: dict[str, Reading], members: dict[str, str], again: Repeats, told: _Reports) -> None:
    """Keep what new documents tell."""
    speakers = {s.speaker.actor_id for reading in readings.values() for s in reading.statements if s.speaker}
    ids, shared = persons.goes_by(connection, speakers), persons.known().shared
    facts = [facts_of(reading, ids, shared) for reading in readings.values()]
    for row in (row for each in facts for row in each.said):
        row["repeats"] = again.get((row["document_id"], row["place"]))
    for row in (row for each in facts for row in each.held):
        key = (row["document_id"], row["statement"])
        row["repeats"] = again.get(key)
        if key not in again:
            told.add(row["actor_id"], key, row["day"])
    _write(connection, facts, members)


def _write(connection: Connection, facts: Sequence[Facts], members: dict[str, str]) -> None:
    rows = {
        settled: [{**each.settled, "cluster": members[each.settled["document_id"]]} for each in facts],
        said: [row for each in facts for row in each.said], spoken: [row for each in facts for row in each.spoken],
        held: [row for each in facts for row in each.held],
    }  # fmt: skip
    for table, some in rows.items():
        if some:
            connection.execute(insert(table), some)
