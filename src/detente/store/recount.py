"""Sums over what maps rest on: made of any documents, and kept up as these change.

A kind of sum is a query for scope, topic, key and number. A scope is the documents in which a side speaks, or both of two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ARRAY, Connection, Select, Text, bindparam, case, cast, delete, func, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from detente.stages.maps import MONTH

from .copies import in_parts
from .derived import counts, held, said, settled, spoken
from .questions import of_some
from .sides import sides_of
from .tables import documents, pairs, parties

Sums = Counter[tuple[str, str, str, str]]
Queries = Iterator[Select[Any]]
NONE = literal("")
TAB = "\t"
MOST, MOST_REMOVING = 20_000, 100_000  # changes that are held: by each who adds, and by who removes
ROWS = 5_000  # changes written at once
AT_ONCE = 100  # documents or clusters whose sums are made together
_NAMES = [column.name for column in counts.columns]
NUMBERS = ("statements", "unknown", "untopical")  # of a document

_other = parties.alias("other")
_both = (parties.c.document_id == _other.c.document_id) & (parties.c.party < _other.c.party)
_once = held.c.repeats.is_(None)
THROUGH = func.coalesce(said.c.via, settled.c.publisher)


def flag(is_so: Any) -> Any:
    """Return a column of the words 1 and 0."""
    return case((is_so, "1"), else_="0")


def month(day: Any) -> Any:
    """Return a column of the month of a day; of a day that is not known so precisely, what is known."""
    return func.substr(day, 1, MONTH)


def topic_key() -> Any:
    """Return a column of whether a topic is sure, and of how sure the statement is."""
    return flag(held.c.is_sure) + cast(held.c.score, Text)


def deed_key() -> Any:
    """Return a column of who does what, in whose word."""
    return held.c.sides + TAB + flag(held.c.is_own) + TAB + held.c.deed


def month_key() -> Any:
    """Return a column of who does what when, in whose word, in which language, and how that counts."""
    return month(held.c.day) + TAB + documents.c.language + TAB + flag(held.c.is_sure) + flag(held.c.leads) + TAB + deed_key()


def _scoped(*columns: Any) -> tuple[Select[Any], Select[Any]]:
    """Queries over the documents in which a side speaks, and over those in which both of two do."""
    pair = parties.c.party + "+" + _other.c.party
    return (
        select(parties.c.party, NONE, *columns).group_by(parties.c.party),
        select(pair, NONE, *columns).join(_other, _both).group_by(pair),
    )


def _documents() -> Queries:
    for query in _scoped(documents.c.language, func.count()):
        joined = query.join(settled, settled.c.document_id == parties.c.document_id)
        yield joined.join(documents, documents.c.id == parties.c.document_id).group_by(documents.c.language)


def _statements() -> Queries:
    for name in NUMBERS:
        for query in _scoped(literal(name), func.sum(settled.c[name])):
            yield query.join(settled, settled.c.document_id == parties.c.document_id)


def _through_all() -> Queries:
    query = select(parties.c.party, NONE, THROUGH, func.count()).join(said, said.c.document_id == parties.c.document_id)
    yield query.join(settled, settled.c.document_id == said.c.document_id).group_by(parties.c.party, THROUGH)


def _topics() -> Queries:
    key = topic_key()
    query = select(parties.c.party, held.c.topic, key, func.count()).join(held, held.c.document_id == parties.c.document_id)
    yield query.where(_once).group_by(parties.c.party, held.c.topic, key)


def _deeds() -> Queries:
    key = deed_key()
    yield select(held.c.party, held.c.topic, key, func.count()).where(_once, held.c.party != "").group_by(held.c.party, held.c.topic, key)


def _months() -> Queries:
    """What is done, by the month of the day."""
    key = month_key()
    query = select(held.c.party, held.c.topic, key, func.count()).join(documents, documents.c.id == held.c.document_id)
    yield query.where(_once, held.c.party != "").group_by(held.c.party, held.c.topic, key)


def _told() -> Queries:
    query = select(held.c.party, held.c.topic, NONE, func.count()).where(_once, held.c.leads, held.c.party != "")
    yield query.group_by(held.c.party, held.c.topic)


def _through_cells() -> Queries:
    is_of = (said.c.document_id == held.c.document_id) & (said.c.place == held.c.statement)
    query = select(held.c.party, held.c.topic, THROUGH, func.count()).join(said, is_of)
    yield query.join(settled, settled.c.document_id == held.c.document_id).where(held.c.party != "").group_by(
        held.c.party, held.c.topic, THROUGH
    )


def _on_topics() -> Queries:
    yield select(spoken.c.topic, NONE, NONE, func.count()).where(spoken.c.topic != "").group_by(spoken.c.topic)


def _silent() -> Queries:
    yield select(settled.c.silent, NONE, NONE, func.count()).where(settled.c.silent.is_not(None)).group_by(settled.c.silent)


def _reports() -> Queries:
    for query in _scoped(NONE, func.count(settled.c.cluster.distinct())):
        yield query.join(settled, settled.c.document_id == parties.c.document_id)


def _most(scope: Any, number: Any, condition: Any) -> Select[Any]:
    """A sum in which of copies the one with most counts."""
    table = number.table
    query = select(scope.label("scope"), func.max(number).label("number")).join(settled, settled.c.document_id == table.c.document_id)
    each = query.where(condition).group_by(settled.c.cluster, scope).subquery()
    return select(each.c.scope, NONE, NONE, func.sum(each.c.number)).group_by(each.c.scope)


def _by_month(condition: Any) -> Queries:
    """Reports by the month of the first copy in which a side speaks, or both of two."""
    first = month(func.min(settled.c.day)).label("month")
    one, pair = select(parties.c.party.label("scope"), first), select((parties.c.party + "+" + _other.c.party).label("scope"), first)
    for query in (one, pair.join(_other, _both)):
        told = query.join(settled, settled.c.document_id == parties.c.document_id).where(condition)
        each = told.group_by(settled.c.cluster, query.selected_columns.scope).subquery()
        yield select(each.c.scope, NONE, each.c.month, func.count()).group_by(each.c.scope, each.c.month)


# Kinds that add up document by document, each with the columns by which it is of some; then those of clusters.
OF_DOCUMENTS: dict[str, tuple[Callable[[], Queries], *tuple[Any, ...]]] = {
    "documents": (_documents, settled.c.document_id), "statements": (_statements, settled.c.document_id),
    "through": (_through_all, said.c.document_id), "topics": (_topics, held.c.document_id), "deeds": (_deeds, held.c.document_id),
    "told": (_told, held.c.document_id), "through-cell": (_through_cells, held.c.document_id), "silent": (_silent, settled.c.document_id),
    "topic": (_on_topics, spoken.c.document_id), "months": (_months, held.c.document_id, documents.c.id),
}  # fmt: skip


def sums_of(connection: Connection, some: Collection[str]) -> Sums:
    """Return the sums of documents, by their ids."""
    found: Sums = Counter()
    for kind, (make, *columns) in OF_DOCUMENTS.items():
        for part in in_parts(sorted(some)):
            for query in make():
                found.update(_summed(connection, kind, query.where(*of_some(connection, part, *columns))))
    for part in in_parts(sorted(some)):
        found.update(sides_of(connection, part))
    return found


def sums_of_clusters(connection: Connection, some: Collection[str]) -> Sums:
    """Return the sums of clusters, by their names as they are counted."""
    found: Sums = Counter()
    for part in in_parts(sorted(some)):
        among = settled.c.cluster.in_(part)
        for query in _reports():
            found.update(_summed(connection, "reports", query.where(among)))
        for query in _by_month(among):
            found.update(_summed(connection, "month", query))
        found.update(_summed(connection, "speaking", _most(parties.c.party, parties.c.statements, among)))
        found.update(_summed(connection, "weight", _most(pairs.c.one + "+" + pairs.c.other, pairs.c.weight, among)))
    return found


def _summed(connection: Connection, kind: str, query: Select[Any]) -> Sums:
    return Counter({(kind, scope, topic, key): int(number) for scope, topic, key, number in connection.execute(query)})


class Recount:
    """Keeps sums up while what they are sums of is changed: what is touched is first taken off, and added in the end.

    Of changes only about so many (0: as many as who adds) are held; then they are written, and what else changes is added to them.
    """

    def __init__(self, connection: Connection, most: int = 0) -> None:
        self._connection, self._most = connection, most or MOST
        self._documents: set[str] = set()
        self._clusters: set[str] = set()
        self._changed: Sums = Counter()
        self._is_lessened = False

    def touch(self, keys: Iterable[str]) -> None:
        """Say that documents are about to change."""
        fresh = set(keys) - self._documents
        self._take(sums_of, fresh, -1)
        self._documents |= fresh

    def touch_clusters(self, names: Iterable[str]) -> None:
        """Say that clusters are about to gain or lose documents, or that these change."""
        fresh = set(names) - self._clusters
        self._take(sums_of_clusters, fresh, -1)
        self._clusters |= fresh

    def finish(self) -> None:
        """Add what is there now, and write what has changed."""
        self._take(sums_of, self._documents, 1)
        self._take(sums_of_clusters, self._clusters, 1)
        self._write()
        if self._is_lessened:
            self._connection.execute(delete(counts).where(counts.c.number == 0))

    def _take(self, sums: Callable[[Connection, Collection[str]], Sums], keys: Collection[str], sign: int) -> None:
        """Add sums, or take them off, of some keys after the other."""
        for part in in_parts(sorted(keys), AT_ONCE):
            found = sums(self._connection, part)
            (self._changed.update if sign > 0 else self._changed.subtract)(found)
            if len(self._changed) > self._most:
                self._write()

    def _write(self) -> None:
        """Write what has changed so far."""
        rows = [(*key, number) for key, number in sorted(self._changed.items()) if number]
        for part in in_parts(rows, ROWS):
            _add(self._connection, part)
        self._is_lessened = self._is_lessened or any(row[-1] < 0 for row in rows)
        self._changed.clear()


def _add(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add to sums; PostgreSQL is given all of them at once."""
    is_server = connection.dialect.name == "postgresql"
    values = [dict(zip(_NAMES, row, strict=True)) for row in rows]
    connection.execute(_adding(connection.dialect.name), dict(zip(_NAMES, map(list, zip(*rows, strict=True)), strict=True)) if is_server else values)


@cache
def _adding(database: str) -> Any:
    add: Any
    if database == "postgresql":
        given = func.unnest(*(bindparam(column.name, type_=ARRAY(column.type)) for column in counts.columns)).table_valued(*_NAMES).render_derived()
        add = postgresql.insert(counts).from_select(_NAMES, select(*given.c))
    else:
        add = sqlite.insert(counts)
    keys = [column.name for column in counts.primary_key]
    return add.on_conflict_do_update(index_elements=keys, set_={"number": counts.c.number + add.excluded.number})


def check(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with the sums."""
    kept: Sums = Counter({tuple(row[:4]): row[4] for row in connection.execute(select(counts))})
    everything = connection.scalars(select(settled.c.document_id)).all()
    there: Sums = Counter()
    for part in in_parts(everything):
        there.update(sums_of(connection, part))
    for part in in_parts(connection.scalars(select(settled.c.cluster).distinct()).all()):
        there.update(sums_of_clusters(connection, part))
    for key in sorted(kept.keys() | there.keys()):
        if kept[key] != there[key]:
            yield f"{' '.join(filter(None, key))}: {kept[key]} counted, {there[key]} there"
