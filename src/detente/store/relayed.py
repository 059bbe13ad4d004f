"""Through whom came what filters let through: who published it, who passed it on and who speaks, and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, and_, func, select

from detente.records import Came, Relay, Speaker

from .chosen import of_documents, of_statements, with_ids
from .derived import said, settled
from .persons import goes_by
from .recount import month
from .tables import documents, statements
from .wanted import ANYTHING, Wanted

AT_ONCE = 5_000  # statements whose people are looked up together
_AT = and_(statements.c.document_id == said.c.document_id, statements.c.place == said.c.place)
_CAME = (
    select(documents.c.id.label("document"), documents.c.outlet, statements.c.id, statements.c.rest)
    .join(settled, settled.c.document_id == documents.c.id)
    .join(said, said.c.document_id == documents.c.id)
    .join(statements, _AT)
    .where(said.c.repeats.is_(None))
    .order_by(settled.c.day, documents.c.id, said.c.place)
)


class _Rest(msgspec.Struct, frozen=True):
    """Of what a statement has beside its columns, who speaks and through whom it came."""

    speaker: Speaker | None
    via: tuple[tuple[Relay, ...], ...]


def relayed(connection: Connection, wanted: Wanted = ANYTHING) -> Iterator[Came]:
    """Yield the statements that filters let through, by the days and ids of their documents; those left out that only repeat a copy."""
    wanted = with_ids(connection, wanted)
    decode = msgspec.json.Decoder(_Rest).decode
    query = _CAME.where(*of_documents(wanted), *of_statements(wanted))
    for part in connection.execution_options(yield_per=AT_ONCE).execute(query).partitions():
        told = [(row, decode(row.rest)) for row in part]
        names = goes_by(connection, {key for _, rest in told for key in _people(rest)})
        for row, rest in told:
            yield Came(row.id, row.document, row.outlet, rest.speaker, rest.via, names)


def _people(rest: _Rest) -> Iterator[str]:
    if rest.speaker:
        yield rest.speaker.actor_id
    yield from (relay.actor_id for hop in rest.via for relay in hop)


def published(connection: Connection, wanted: Wanted = ANYTHING) -> Counter[tuple[str, str]]:
    """Return how many documents each outlet published in each language, of those that filters let through."""
    columns = func.coalesce(documents.c.outlet, ""), documents.c.language
    query = select(*columns, func.count()).join(settled, settled.c.document_id == documents.c.id)
    rows = connection.execute(query.where(*of_documents(with_ids(connection, wanted))).group_by(*columns))
    return Counter({(outlet, language): number for outlet, language, number in rows})


def read_by_month(connection: Connection, wanted: Wanted = ANYTHING) -> Counter[str]:
    """Return how many reports there are in each month, of the documents that filters let through; copies once, with the first of them.

    Of a day that is not known so precisely, what is known is told.
    """
    first = select(func.min(settled.c.day).label("day")).join(documents, settled.c.document_id == documents.c.id)
    each = first.where(*of_documents(with_ids(connection, wanted))).group_by(settled.c.cluster).subquery()
    at = month(each.c.day)
    rows = connection.execute(select(at, func.count()).group_by(at)).all()
    return Counter({told: int(number) for told, number in rows})
