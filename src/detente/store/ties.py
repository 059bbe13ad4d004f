"""How often who took which side on what, summed in the database: what networks are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Integer, Select, Text, bindparam, case, cast, func, literal, select

from detente.records import Reading

from .claims import SUMMED, conditions, with_tables
from .derived import held, settled
from .sides import kept
from .slim import slim_readings
from .tables import statements
from .wanted import ANYTHING, Wanted

MONTH, DAY = 7, 10  # characters of a month and a day in ISO 8601


class Tied(NamedTuple):
    """Whose claims are summed: of each `actor`, `party` or `outlet`, on each topic, with their sides told apart or not.

    Claims that are the same count once: of an utterance (`include`), a `document`, a `week`, a `month`, a `year`, or at all
    (`across`). `every` month, quarter or year is summed for itself, if any.
    """

    rows: str
    tells_sides: bool
    duplicates: str
    every: str = ""


def ties(connection: Connection, tied: Tied, wanted: Wanted = ANYTHING) -> list[tuple[str, str, str, int, int]]:
    """Return the sums in order: period, row, topic, side (0 where not told apart), number."""
    names = wanted.parties if tied.rows == "party" else [key for speaker in wanted.speakers for key in speaker.ids]
    if is_kept(tied, wanted) and (found := kept(connection, tied.rows, names, wanted.topics, tells_sides=tied.tells_sides)):
        return [("", row[0], row[1], row[2], row[3]) for row in found]
    query = _by_period(tied, wanted) if tied.every else _whole(tied, wanted)
    return [(row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(query)]


def is_kept(tied: Tied, wanted: Wanted) -> bool:
    """Whether the store has the sums: those of documents over the whole time, whatever rows and topics are wanted."""
    rest = wanted._replace(topics=())
    if tied.rows == "party":
        rest = rest._replace(parties=())
    if tied.rows == "actor" and all(speaker.ids for speaker in wanted.speakers):
        rest = rest._replace(speakers=())
    return tied.duplicates == "document" and not tied.every and rest == ANYTHING


class Behind(NamedTuple):
    """A claim with its statement: a document with this statement alone."""

    row: str
    topic: str
    agreement: int
    reading: Reading


def behind(connection: Connection, tied: Tied, rows: tuple[str, ...], topics: tuple[str, ...], wanted: Wanted, most: int) -> Iterator[Behind]:
    """Yield the claims of some rows on some topics that sums count, also those that repeat each other, by topic and day; at most so many."""
    told = SUMMED[tied.rows], held.c.topic, SUMMED["agreement"], held.c.document_id, held.c.statement
    query = _counting(select(*told, settled.c.day).distinct(), tied, wanted).join(settled, settled.c.document_id == held.c.document_id)
    query = query.where(SUMMED[tied.rows].in_(rows), held.c.topic.in_(topics))
    places = (held.c.topic, settled.c.day, held.c.document_id, held.c.statement, SUMMED[tied.rows])
    found = connection.execute(query.order_by(*places).limit(most or None)).all()
    for row, topic, agreement, document, number, _ in found:
        yield Behind(row, topic, agreement, next(slim_readings(connection, [(document, number)])))


_SPEAKER = (
    select(statements.c.speaker)
    .join(held, (held.c.document_id == statements.c.document_id) & (held.c.statement == statements.c.place))
    .where(held.c.actor_id == bindparam("actor"))
    .order_by(held.c.day, held.c.document_id, held.c.place)
    .limit(1)
)


def called(connection: Connection, actors: Iterable[str]) -> dict[str, str]:
    """Return how some actors are called where they are heard first."""
    found = {actor: connection.scalar(_SPEAKER, {"actor": actor}) for actor in sorted(actors)}
    return {actor: name for actor, name in found.items() if name}


def _whole(tied: Tied, wanted: Wanted) -> Select[Any]:
    keys = _keys(tied)
    number = func.count() if tied.duplicates == "include" and tied.rows == "party" else func.count(func.distinct(_same(tied)))
    query = select(literal(""), *keys, *_no_side(tied), number)
    return _counting(query, tied, wanted).group_by(*keys).order_by(*keys)


def _by_period(tied: Tied, wanted: Wanted) -> Select[Any]:
    """Of claims that are the same the first one counts, in its period."""
    keys = _keys(tied)
    named = [key.label(f"key_{i}") for i, key in enumerate(keys)]
    first = _counting(select(*named, func.min(held.c.day).label("day")), tied, wanted).where(held.c.day != "")
    once = first.group_by(*keys, *([] if tied.duplicates == "across" else [_same(tied)])).subquery()
    told = _period(once.c.day, tied.every).label("period"), *(once.c[key.name] for key in named)
    return select(*told, *_no_side(tied), func.count()).group_by(*told).order_by(*told)


def _keys(tied: Tied) -> list[Any]:
    return [SUMMED[tied.rows], held.c.topic, *([SUMMED["agreement"]] if tied.tells_sides else [])]


def _no_side(tied: Tied) -> list[Any]:
    """In place of the side where sides are not told apart."""
    return [] if tied.tells_sides else [literal(0)]


def _counting(query: Select[Any], tied: Tied, wanted: Wanted) -> Select[Any]:
    """The claims that count, of a row that has a name; with the tables of their keys."""
    one_report = held.c.is_own if tied.rows == "outlet" else held.c.leads
    query = with_tables(query, tied.rows, wanted).where(one_report, held.c.repeats.is_(None), SUMMED[tied.rows] != "", *conditions(wanted))
    return query.where(SUMMED["agreement"] != 0) if tied.tells_sides else query


def _same(tied: Tied) -> Any:
    """What claims share that are the same, beside row, topic and side."""
    return {
        "include": held.c.utterance, "document": held.c.document_id, "week": _week(held.c.day), "month": func.substr(held.c.day, 1, MONTH),
        "year": func.substr(held.c.day, 1, 4), "across": literal(""),
    }[tied.duplicates]  # fmt: skip


def _number(day: Any, start: int, length: int) -> Any:
    return cast(func.substr(day, start, length), Integer)


def _week(day: Any) -> Any:
    """The number of a week that begins on Monday, by the count of days since the year 0; both databases reckon it alike."""
    month = _number(day, 6, 2)
    year = _number(day, 1, 4) - case((month <= 2, 1), else_=0)
    since_march = month + case((month > 2, -3), else_=9)
    days = 365 * year + year // 4 - year // 100 + year // 400 + (153 * since_march + 2) // 5 + _number(day, 9, 2)
    return case((func.length(day) == DAY, cast((days + 1) // 7, Text)), else_=day)


def _period(day: Any, every: str) -> Any:
    if every == "quarter":
        quarter = func.substr(day, 1, 4) + "-Q" + cast((_number(day, 6, 2) + 2) // 3, Text)
        return case((func.length(day) >= MONTH, quarter), else_=day)
    return func.substr(day, 1, MONTH if every == "month" else 4)
