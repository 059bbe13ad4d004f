"""Claims of a store: what all its analyses count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, false, func, select

from detente.records import Claim
from detente.resources.outlets import outlets_of

from .days import in_days
from .derived import held, said, settled
from .given import is_given
from .tables import documents, positions, statements
from .wanted import ANYTHING, Wanted

UNKNOWN_ACT = "unknown"
# What networks sum claims by, each as a column.
SUMMED: dict[str, Any] = {
    "actor": held.c.actor_id,
    "party": held.c.party,
    "outlet": func.coalesce(documents.c.outlet, ""),
    "agreement": held.c.agreement,
}
_AT_POSITION = and_(positions.c.document_id == held.c.document_id, positions.c.place == held.c.place)
_AT_STATEMENT = and_(statements.c.document_id == held.c.document_id, statements.c.place == held.c.statement)
_AT_SAID = and_(said.c.document_id == held.c.document_id, said.c.place == held.c.statement)
_WHOLE = (
    select(
        held.c.id, held.c.document_id, settled.c.cluster, held.c.utterance, held.c.day, held.c.actor_id, statements.c.speaker, held.c.party,
        held.c.sides, held.c.topic, statements.c.act, positions.c.stance, positions.c.on_topic, held.c.is_own, held.c.leads,
        held.c.repeats, said.c.via, documents.c.outlet, documents.c.language,
    )
    .join(positions, _AT_POSITION)
    .join(statements, _AT_STATEMENT)
    .join(said, _AT_SAID)
    .join(settled, settled.c.document_id == held.c.document_id)
    .join(documents, documents.c.id == held.c.document_id)
    .order_by(settled.c.day, held.c.document_id, held.c.place, held.c.party)
)  # fmt: skip


def claims(connection: Connection, wanted: Wanted = ANYTHING) -> Iterator[Claim]:
    """Yield the claims that filters let through, by the days and ids of their documents, in the order of the text."""
    for row in connection.execution_options(yield_per=1000).execute(_WHOLE.where(*conditions(wanted))):
        yield _claim(row)


def with_tables(query: Select[Any], rows: str, wanted: Wanted) -> Select[Any]:
    """Return a query with the tables that its rows and filters need, and no others: joining costs most."""
    query = query.select_from(held)
    if wanted.acts:
        query = query.join(statements, _AT_STATEMENT)
    if rows == "outlet" or wanted.outlets or wanted.countries or wanted.languages:
        query = query.join(documents, documents.c.id == held.c.document_id)
    return query


def conditions(wanted: Wanted) -> Iterator[Any]:
    """Yield the conditions that claims meet which filters let through; `documents` and `statements` are joined for theirs."""
    if wanted.parties:
        yield held.c.party.in_(wanted.parties)
    if wanted.topics:
        yield held.c.topic.in_(wanted.topics)
    if wanted.speakers:
        yield held.c.actor_id.in_([key for speaker in wanted.speakers for key in speaker.ids])
    if wanted.acts:
        yield func.coalesce(statements.c.act, UNKNOWN_ACT).in_(wanted.acts)
    if wanted.outlets:
        yield documents.c.outlet.in_(wanted.outlets)
    if wanted.countries:
        known = [outlet for country in wanted.countries for outlet in outlets_of(country)]
        yield documents.c.outlet.in_(known) if known else false()
    if wanted.languages:
        yield documents.c.language.in_(wanted.languages)
    yield from in_days(held.c.day, wanted.since, wanted.until)
    if wanted.statement_ids is not None:
        yield is_given(held.c.id, wanted.statement_ids)


def _claim(row: Any) -> Claim:
    relays = msgspec.json.decode(row.via) if row.via else ()
    return Claim(
        row.id, row.document_id, row.cluster, row.utterance, row.day, row.actor_id, row.speaker or "", row.party,
        tuple(row.sides.split("+")) if row.sides else (), row.topic, row.act, row.stance, row.on_topic, row.is_own,
        row.leads and row.repeats is None, tuple(key for key, _ in relays), row.outlet, row.language,
    )  # fmt: skip
