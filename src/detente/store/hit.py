"""What a search finds, with all that a line of its results tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from detente.index import Node, find_hits, phrases
from detente.index.hits import Spans
from detente.records import Record, Statement

from .find import Passage, find
from .passages import DAY
from .questions import among, ask
from .rows import content_of
from .slim import statements_at
from .tables import documents, sources
from .wanted import Wanted

OF_STATEMENTS = ("statement_id", "speaker_id", "speaker", "party", "act")
AT_ONCE = 200  # passages whose rows are fetched together


class Hit(Record, frozen=True):
    """A statement or paragraph that answers a query.

    `text` are its words; `hits` are spans of `text`, `start` and `stop` are places in the document's text. `date` is the
    day it was said, else published. What only a statement has is null of a paragraph.
    """

    kind: str
    document_id: str
    statement_id: str | None
    start: int
    stop: int
    date: str | None
    outlet: str | None
    language: str
    title: str | None
    speaker_id: str | None
    speaker: str | None
    party: str | None
    act: str | None
    topics: tuple[str, ...]
    text: str
    hits: tuple[tuple[int, int], ...]
    source: str
    url: str | None
    score: float


class Found(NamedTuple):
    """Hits, the best first; `was_cut` tells that so many passages answer that only the newest were ranked."""

    hits: tuple[Hit, ...]
    was_cut: bool


def search(connection: Connection, query: Node, wanted: Wanted, limit: int) -> Found:
    """Return what answers a query, at most `limit` hits (0: all)."""
    passages, was_cut = find(connection, query, wanted, limit)
    hits = [hit for i in range(0, len(passages), AT_ONCE) for hit in _hits(connection, passages[i : i + AT_ONCE], query)]
    return Found(tuple(hits), was_cut)


def _hits(connection: Connection, passages: Sequence[Passage], query: Node) -> list[Hit]:
    asked = tuple(phrases(query))
    keys = sorted({each.document_id for each in passages})
    articles = {row.id: row for row in ask(connection, _articles(connection.dialect.name), {"some": keys})}
    told = statements_at(connection, ((each.document_id, each.statement) for each in passages if each.statement is not None))
    found = []
    for passage in passages:
        article = articles[passage.document_id]
        statement = None if passage.statement is None else told.get((passage.document_id, passage.statement))
        words = content_of(statement.content, article.text) if statement else article.text[passage.start : passage.stop]
        found.append(_hit(passage, article, statement, words, find_hits(words, asked)))
    return found


def _hit(passage: Passage, article: Row[Any], statement: Statement | None, words: str, hits: Spans) -> Hit:
    published = article.published and article.published[:DAY]
    common: dict[str, Any] = {
        "document_id": passage.document_id, "start": passage.start, "stop": passage.stop, "outlet": article.outlet,
        "language": article.language, "title": article.title, "text": words, "hits": hits, "source": article.source,
        "url": article.url, "score": passage.score,
    }  # fmt: skip
    if statement is None:
        common |= dict.fromkeys(OF_STATEMENTS)
        return Hit(**common, kind="paragraph", date=published, topics=())
    who = statement.speaker
    said = (statement.id, *((who.actor_id, who.name, who.party) if who else (None,) * 3), statement.act)
    common |= zip(OF_STATEMENTS, said, strict=True)
    return Hit(**common, kind="statement", date=statement.said_on or published, topics=statement.topics)


@cache
def _articles(database: str) -> Any:
    """The query for documents, each with its first source by name."""
    columns = documents.c
    first = func.min(sources.c.source).label("source")
    wanted = columns.id, columns.title, columns.outlet, columns.published, columns.language, columns.url, columns.text
    joined = select(*wanted, first).join(sources, sources.c.document_id == columns.id)
    return joined.where(among(columns.id, "some", database)).group_by(columns.id)
