"""What filters let through: documents, each with those of its statements, and what the whole store knows of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, and_, false, func, literal, or_, select

from detente.records import Joined, Reading
from detente.resources.outlets import outlets_of

from .copies import in_parts
from .days import in_days
from .derived import joined, said, settled
from .find import filtered
from .given import is_given
from .persons import goes_by
from .query import readings_of
from .tables import documents, sources, statements
from .wanted import ANYTHING, Speaker, Wanted

AT_ONCE = 200  # documents


class Chosen(NamedTuple):
    """A document that filters let through.

    `statements` are the numbers of its statements that they let through. `report` is the document that was printed first
    of the copies of this one, `repeats` the statements, by number, that only repeat an earlier copy. `sources` are where it
    was found. `goes_by` are the ids that people go by in maps, of those who go by others than in readings.
    """

    reading: Reading
    statements: frozenset[int]
    sources: tuple[str, ...]
    report: str
    repeats: frozenset[int]
    goes_by: Mapping[str, str]


def chosen(connection: Connection, wanted: Wanted = ANYTHING) -> Iterator[Chosen]:
    """Yield what filters let through, by day and id.

    A document is let through that has a statement which is; where nothing is asked that only statements have, also one
    that was itself published in the days asked for.
    """
    wanted = with_ids(connection, wanted)
    keys = connection.scalars(_documents(wanted)).all()
    for first in range(0, len(keys), AT_ONCE):
        yield from _chosen(connection, keys[first : first + AT_ONCE], wanted)


def with_ids(connection: Connection, wanted: Wanted) -> Wanted:
    """Return filters with speakers by all ids under which a search finds them, and by those that they go by in maps."""
    if not wanted.speakers:
        return wanted
    places = filtered(connection, Wanted(speakers=wanted.speakers))
    ids = {key for speaker in wanted.speakers for key in speaker.ids} | _speakers(connection, places)
    return wanted._replace(speakers=(Speaker("", tuple(sorted(_one_with(connection, ids)))),))


def _speakers(connection: Connection, places: Collection[tuple[str, int]]) -> set[str]:
    """The speakers of statements, given by document and number."""
    found: set[str] = set()
    for part in in_parts(sorted({key for key, _ in places})):
        query = select(statements.c.document_id, statements.c.place, statements.c.speaker_id).where(statements.c.document_id.in_(part))
        found.update(row.speaker_id for row in connection.execute(query) if (row.document_id, row.place) in places)
    return found


def _one_with(connection: Connection, ids: Iterable[str]) -> set[str]:
    """All ids of those who have one of these."""
    names = set(goes_by(connection, ids).values()) | set(ids)
    found: set[str] = set(names)
    for part in in_parts(sorted(names)):
        found.update(connection.scalars(select(joined.c.actor_id).where(joined.c.goes_by.in_(part))))
    return found


def _documents(wanted: Wanted) -> Select[str]:
    """The query for the documents that may be let through, in order."""
    query = select(documents.c.id).join(settled, settled.c.document_id == documents.c.id).where(*of_documents(wanted))
    return query.order_by(settled.c.day, documents.c.id)


def of_documents(wanted: Wanted) -> Iterator[Any]:
    """Yield the conditions that documents meet which are let through."""
    columns = documents.c
    if wanted.outlets:
        yield columns.outlet.in_(wanted.outlets)
    if wanted.countries:
        known = [outlet for country in wanted.countries for outlet in outlets_of(country)]
        yield columns.outlet.in_(known) if known else false()
    if wanted.languages:
        yield columns.language.in_(wanted.languages)
    if wanted.is_of_statements or wanted.since or wanted.until:
        of_statement = columns.id.in_(_statements(wanted).with_only_columns(said.c.document_id))
        yield of_statement if wanted.is_of_statements else or_(of_statement, and_(*in_days(columns.day, wanted.since, wanted.until)))


def _statements(wanted: Wanted) -> Select[str, int]:
    joint = and_(statements.c.document_id == said.c.document_id, statements.c.place == said.c.place)
    return select(said.c.document_id, said.c.place).join(statements, joint).where(*of_statements(wanted))


def of_statements(wanted: Wanted) -> Iterator[Any]:
    """Yield the conditions that statements meet which are let through; `said` and `statements` are joined for them."""
    if wanted.parties:
        sides = literal("+").concat(func.coalesce(statements.c.party, "")).concat("+")
        yield or_(*(sides.contains(f"+{party}+", autoescape=True) for party in wanted.parties))
    if wanted.topics:
        yield or_(*(said.c.topics.contains(f" {topic} ", autoescape=True) for topic in wanted.topics))
    if wanted.speakers:
        yield statements.c.speaker_id.in_([key for speaker in wanted.speakers for key in speaker.ids])
    if wanted.acts:
        yield func.coalesce(statements.c.act, "unknown").in_(wanted.acts)
    yield from in_days(said.c.day, wanted.since, wanted.until)
    if wanted.statement_ids is not None:
        yield is_given(statements.c.id, wanted.statement_ids)


def _chosen(connection: Connection, keys: Sequence[str], wanted: Wanted) -> Iterator[Chosen]:
    let_through = _places(connection, _statements(wanted).where(said.c.document_id.in_(keys)))
    again = select(said.c.document_id, said.c.place).where(said.c.document_id.in_(keys), said.c.repeats.is_not(None))
    repeats = _places(connection, again)
    clusters = select(settled.c.document_id, settled.c.cluster).where(settled.c.document_id.in_(keys))
    reports = dict(connection.execute(clusters).all())
    found = sources_of(connection, keys)
    readings = tuple(readings_of(connection, {key: found[key][0] for key in keys}))
    renamed = goes_by(connection, {actor for reading in readings for actor in _actors(reading)})
    for reading in readings:
        key = reading.document.id
        yield Chosen(reading, frozenset(let_through[key]), found[key], reports[key], frozenset(repeats[key]), renamed)


def _places(connection: Connection, query: Select[str, int]) -> dict[str, set[int]]:
    """The numbers of statements by document."""
    found: dict[str, set[int]] = defaultdict(set)
    for key, place in connection.execute(query):
        found[key].add(place)
    return found


def _actors(reading: Reading) -> Iterator[str]:
    """Those who speak, are spoken to, and take part in events."""
    for statement in reading.statements:
        yield from (each.actor_id for each in (statement.speaker, statement.addressee) if each)
    for event in reading.events:
        yield from event.participants


def sources_of(connection: Connection, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return where documents were found, by id, in order of their names."""
    found: dict[str, tuple[str, ...]] = {}
    query = select(sources.c.document_id, sources.c.source).where(sources.c.document_id.in_(keys)).order_by(sources.c.source)
    for row in connection.execute(query):
        found[row.document_id] = (*found.get(row.document_id, ()), row.source)
    return found


def everybody(connection: Connection) -> tuple[Joined, ...]:
    """Return the people whom maps know, each once."""
    query = select(joined.c.rest).where(joined.c.actor_id == joined.c.goes_by).order_by(joined.c.goes_by)
    return tuple(msgspec.json.decode(rest, type=Joined) for rest in connection.scalars(query))
