"""Notes of what maps do not yet take into account, left in the transaction that makes them necessary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from detente.stages.world import may_recur

from .copies import in_parts
from .derived import held, named, said, settled, spoken, unsettled
from .questions import ask
from .recount import Recount
from .tables import clusters, documents

AT_ONCE = 250  # documents
DOCUMENT, COPY, PERSON, DAY = "document", "copy", "person", "day"
OF_A_DOCUMENT = (held, spoken, said, named, settled)


_ONE = select(unsettled.c.kind).limit(1)
# Of one day together, so that what was said then is looked at once.
_BY_DAY = (
    select(unsettled.c.key)
    .join(documents, documents.c.id == unsettled.c.key)
    .where(unsettled.c.kind == DOCUMENT)
    .order_by(documents.c.day, documents.c.id)
    .limit(AT_ONCE)
)


class Notes(NamedTuple):
    """What is to be done: documents that are new, or whose report lost a copy, people, and days of what actors said."""

    documents: tuple[str, ...]
    copies: tuple[str, ...]
    people: tuple[str, ...]
    days: tuple[tuple[str, str], ...]


def note(connection: Connection, kind: str, keys: Iterable[str]) -> None:
    """Leave notes; one that is there already stays."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    rows = [{"kind": kind, "key": key} for key in sorted(set(keys))]
    if rows:
        connection.execute(dialect.insert(unsettled).on_conflict_do_nothing(), rows)


def is_settled(connection: Connection) -> bool:
    """Return whether no notes are left."""
    return not ask(connection, _ONE)


def some_notes(connection: Connection) -> Notes:
    """Return notes: those of some documents, and all others."""
    found = {kind: tuple(connection.scalars(_keys_of(kind))) for kind in (COPY, PERSON, DAY)}
    some = tuple(connection.scalars(_BY_DAY))
    days = tuple((actor, day) for day, _, actor in (key.partition(" ") for key in found[DAY]))
    return Notes(some, found[COPY], found[PERSON], days)


def _keys_of(kind: str) -> Any:
    return select(unsettled.c.key).where(unsettled.c.kind == kind).order_by(unsettled.c.key)


def drop(connection: Connection, notes: Notes) -> None:
    """Take away notes that have been worked off."""
    keys = (notes.documents, notes.copies, notes.people, [f"{day} {actor}" for actor, day in notes.days])
    for kind, each in zip((DOCUMENT, COPY, PERSON, DAY), keys, strict=True):
        for part in in_parts(each):
            connection.execute(delete(unsettled).where(unsettled.c.kind == kind, unsettled.c.key.in_(part)))


def take_back(connection: Connection, keys: Iterable[str], most: int = 0) -> None:
    """Take out what maps have of documents, before these go or are read anew; notes tell whom else this concerns."""
    for part in in_parts(sorted(keys)):
        _take_back(connection, part, most)


def _take_back(connection: Connection, some: Sequence[str], most: int) -> None:
    count = Recount(connection, most)
    names = connection.scalars(select(settled.c.cluster).where(settled.c.document_id.in_(some)).distinct()).all()
    count.touch(some)
    count.touch_clusters(names)
    _note_others(connection, some)
    for table in OF_A_DOCUMENT:
        connection.execute(delete(table).where(table.c.document_id.in_(some)))
    count.finish()


def _note_others(connection: Connection, some: Sequence[str]) -> None:
    """Leave notes of the people that documents name, of the days of their reports, and of other copies of theirs."""
    note(connection, PERSON, connection.scalars(select(named.c.actor_id).where(named.c.document_id.in_(some)).distinct()))
    days = connection.execute(select(held.c.actor_id, held.c.day).where(held.c.document_id.in_(some), held.c.repeats.is_(None)).distinct())
    note(connection, DAY, [f"{day} {actor}" for actor, day in days if may_recur(actor, day)])
    among = select(clusters.c.cluster).where(clusters.c.document_id.in_(some))
    copies = connection.scalars(select(clusters.c.document_id).where(clusters.c.cluster.in_(among), clusters.c.document_id.not_in(some)))
    note(connection, COPY, copies)
    connection.execute(delete(unsettled).where(unsettled.c.kind.in_((DOCUMENT, COPY)), unsettled.c.key.in_(some)))
