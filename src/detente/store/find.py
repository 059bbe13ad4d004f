"""Passages that answer a query, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, select

from detente.index import Node, Phrase, excludes, is_whole, phrases, required, scores
from detente.index.hits import is_word
from detente.text.fold import fold

from .matching import FORMS
from .newest import Range, newest
from .passages import DAY_BITS, first_number
from .questions import among, ask
from .tables import documents, statements
from .wanted import DOCUMENTS, STATEMENTS, Wanted, filters_alone, with_filters

MOST_RANKED = 700  # passages; of more the newest are ranked, unless all are wanted
FIRST = 100  # of the best, among which whole words go before parts of others
BEYOND = (1 << 62) + (1 << 61)  # the numbers of all days


class Passage(NamedTuple):
    """A passage that answers a query: a statement by its number in the document, or a paragraph (None)."""

    document_id: str
    place: int
    statement: int | None
    start: int
    stop: int
    day: int
    score: float


def find(connection: Connection, query: Node, wanted: Wanted, limit: int) -> tuple[list[Passage], bool]:
    """Return the passages that answer a query, ranked, at most `limit` (0: all), and whether only the newest were ranked."""
    asked = tuple(phrases(query))
    most = max(MOST_RANKED, limit) if limit and wanted.statement_ids is None else None
    rows = _rows(connection, with_filters(query, wanted), wanted, most)
    was_cut = most is not None and len(rows) > most
    rows = _those_with_ids(connection, rows[:most], wanted)
    ranked = _ranked(rows, query, connection.dialect.name)
    ranked = _whole_first(connection, ranked, asked)
    found = _apart(_beside_nothing_missing(ranked, query), wanted)
    return list(islice(found, limit or None)), was_cut


def filtered(connection: Connection, wanted: Wanted) -> set[tuple[str, int]]:
    """Return the statements that filters alone let through, by document and number."""
    rows = _rows(connection, filters_alone(wanted), wanted._replace(within=STATEMENTS), None)
    return {(row.document_id, row.statement) for row in rows}


def _rows(connection: Connection, asked: Node, wanted: Wanted, most: int | None) -> Sequence[Row[Any]]:
    """The rows of passages, the newest first; one more than `most` tells that there are more."""
    within = Range(_since(wanted), _until(wanted), _of_statements(wanted))
    return newest(connection, asked, within, None if most is None else most + 1)


def _of_statements(wanted: Wanted) -> bool | None:
    """Whether statements are searched, or paragraphs, or both (None)."""
    if wanted.is_of_statements or wanted.within == STATEMENTS:
        return True
    return False if wanted.within == DOCUMENTS else None


def _since(wanted: Wanted) -> int:
    if wanted.since:
        return first_number(wanted.since)
    return first_number("0001") if wanted.until else 0


def _until(wanted: Wanted) -> int:
    """The number behind those of a day, month or year."""
    if not wanted.until:
        return BEYOND
    last = wanted.until + {4: "-12-31", 7: "-31"}.get(len(wanted.until), "")
    while not first_number(last):  # the 31st of a shorter month
        last = f"{last[:8]}{int(last[8:]) - 1:02}"
    return first_number(last) + (1 << DAY_BITS)


def _those_with_ids(connection: Connection, rows: Sequence[Row[Any]], wanted: Wanted) -> Sequence[Row[Any]]:
    """The rows of the only statements to find."""
    if wanted.statement_ids is None:
        return rows
    keys = sorted({row.document_id for row in rows})
    columns = statements.c
    found: set[tuple[str, int]] = set()
    for first in range(0, len(keys), FIRST):
        said = select(columns.document_id, columns.place, columns.id).where(columns.document_id.in_(keys[first : first + FIRST]))
        found |= {(row.document_id, row.place) for row in connection.execute(said) if row.id in wanted.statement_ids}
    return [row for row in rows if (row.document_id, row.statement) in found]


def _ranked(rows: Sequence[Row[Any]], query: Node, dialect: str) -> list[Passage]:
    """Passages by score, then the newest, then by document and place."""
    counter = FORMS[dialect].counter(tuple(phrases(query)), frozenset(required(query)))
    counts = list(map(counter, [row[-1] for row in rows]))
    lengths = [row.stop - row.start for row in rows]
    found = [
        (-round(score, 6), -(number >> DAY_BITS), document_id, place, statement, start, stop)
        for (number, document_id, place, statement, start, stop, _), score in zip(map(tuple, rows), scores(counts, lengths), strict=True)
    ]
    return [Passage(document_id, place, statement, start, stop, -day, -score) for score, day, document_id, place, statement, start, stop in sorted(found)]


def _whole_first(connection: Connection, ranked: list[Passage], asked: Sequence[Phrase]) -> list[Passage]:
    """The best passages with those last in which a Chinese word only stands within others: 京都 in 东京都."""
    words = [fold(phrase.words) for phrase in asked]
    if not ranked or not any(map(is_word, words)):
        return ranked
    best = ranked[:FIRST]
    texts = texts_of(connection, {passage.document_id for passage in best})
    parts = [not is_whole(texts[each.document_id][each.start : each.stop], words) for each in best]
    order = sorted(range(len(best)), key=parts.__getitem__)
    return [*(best[i] for i in order), *ranked[FIRST:]]


def texts_of(connection: Connection, keys: set[str]) -> dict[str, str]:
    """Return the texts of documents by id."""
    return dict(ask(connection, _texts(connection.dialect.name), {"some": sorted(keys)}))


@cache
def _texts(database: str) -> Select[Any]:
    return select(documents.c.id, documents.c.text).where(among(documents.c.id, "some", database))


def _beside_nothing_missing(ranked: list[Passage], query: Node) -> list[Passage]:
    """Passages without statements whose paragraph has what must be missing, where paragraphs are searched too."""
    around: dict[str, list[Passage]] = {}
    for each in ranked:
        if each.statement is None:
            around.setdefault(each.document_id, []).append(each)
    if not around or not excludes(query):
        return ranked
    return [each for each in ranked if any(one.start <= each.start < one.stop for one in around.get(each.document_id, ()))]


def _apart(ranked: Sequence[Passage], wanted: Wanted) -> Iterator[Passage]:
    """Each document once, where documents are wanted; else each statement once, and paragraphs without a found statement."""
    said: dict[str, list[int]] = {}
    for each in ranked:
        if each.statement is not None:
            said.setdefault(each.document_id, []).append(each.start)
    seen: set[tuple[str, int | None]] = set()
    for each in ranked:
        is_paragraph = each.statement is None
        if wanted.within == DOCUMENTS:
            key: tuple[str, int | None] = (each.document_id, None)
        elif is_paragraph and any(each.start <= start < each.stop for start in said.get(each.document_id, ())):
            continue
        else:
            key = (each.document_id, -1 - each.place if is_paragraph else each.statement)
        if key not in seen:
            seen.add(key)
            yield each
