"""What is searched: the paragraphs of articles and the words of statements, as terms, with marks of who speaks and of what.

Each passage is one row, so that a phrase is looked for in a paragraph or a statement, and evidence is at hand. Its number
begins with its day: the database's own order is by day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from detente.index import mark_value, terms
from detente.index.terms import folded_terms
from detente.records import Span, Statement
from detente.text.fold import fold

# Of a passage: terms, and how often one of them; PostgreSQL keeps no positions beyond 16,383, and 255 of a term.
MOST_TERMS, MOST_OF_ONE = 8000, 255
OVERLAP = 50  # terms that the pieces of a longer one share
DAY_BITS = 40  # of a passage's number, below its day
DAY = len("2019-05-14")


class Terms(NamedTuple):
    """The terms of a passage in their order, and marks: terms that filters look for."""

    words: tuple[str, ...]
    marks: tuple[str, ...]


class Article(NamedTuple):
    """What of an article is searched; `boilerplate` is left out."""

    id: str
    language: str
    outlet: str | None
    published: str | None
    text: str
    boilerplate: Sequence[Span]


def passages_of(article: Article, statements: Sequence[Statement], homes: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the passages of an article, numbered within it; `homes` are the countries of outlets by id."""
    marks = _article_marks(article, homes)
    day = (article.published or "")[:DAY]
    folded = fold(article.text)
    rows = [_row(day, None, piece, marks) for span in _paragraphs(article) for piece in _pieces((span,), folded)]
    for number, statement in enumerate(statements):
        said, told = statement.said_on or day, (*marks, *_statement_marks(statement))
        rows += [_row(said, number, piece, told) for piece in _pieces(statement.content, folded)]
    return [{"document_id": article.id, "place": place, **row} for place, row in enumerate(rows)]


class _Piece(NamedTuple):
    start: int
    stop: int
    words: tuple[str, ...]


def _row(day: str, statement: int | None, piece: _Piece, marks: tuple[str, ...]) -> dict[str, Any]:
    return {"id": first_number(day), "statement": statement, "start": piece.start, "stop": piece.stop,
            "terms": Terms(piece.words, marks)}  # fmt: skip


def first_number(day: str) -> int:
    """Return the first number of the passages of a day, month or year; what has no day comes before all.

    >>> first_number("") < first_number("2019") == first_number("2019-01-01") < first_number("2019-01-02")
    True
    """
    try:
        return date.fromisoformat((day + "-01-01")[:DAY]).toordinal() << DAY_BITS
    except ValueError:
        return 0


def _paragraphs(article: Article) -> Iterator[Span]:
    """The lines that hold something and are no boilerplate."""
    start = 0
    for line in article.text.split("\n"):
        stop = start + len(line)
        if line.strip() and not any(span.start <= start and stop <= span.stop for span in article.boilerplate):
            yield Span(start, stop)
        start = stop + 1


def _pieces(spans: Sequence[Span], folded: str) -> Iterator[_Piece]:
    """The terms of spans of a folded text that are read as one; very many are several pieces, each beginning with the last terms before."""
    found = [(term.text, span.start + term.start, span.start + term.stop) for span in spans for term in folded_terms(folded[span.start : span.stop])]
    first, last = 0, 0
    while last < len(found):
        last = _last_that_fits(found, first)
        is_whole = (first, last) == (0, len(found))
        start, stop = (spans[0].start, spans[-1].stop) if is_whole else (found[first][1], found[last - 1][2])
        yield _Piece(start, stop, tuple([word for word, _, _ in found[first:last]]))
        first = last - OVERLAP


def _last_that_fits(found: Sequence[tuple[str, int, int]], first: int) -> int:
    """Where the piece stops that begins with a term."""
    if len(found) - first <= MOST_OF_ONE:
        return len(found)
    counts: Counter[str] = Counter()
    for last in range(first, min(first + MOST_TERMS, len(found))):
        counts[found[last][0]] += 1
        if counts[found[last][0]] > MOST_OF_ONE:
            return last
    return min(first + MOST_TERMS, len(found))


def _article_marks(article: Article, homes: Mapping[str, str]) -> tuple[str, ...]:
    found = [mark("language", article.language)]
    if article.outlet:
        found.append(mark("outlet", article.outlet))
    if country := homes.get(article.outlet or ""):
        found.append(mark("country", country))
    return tuple(found)


def _statement_marks(statement: Statement) -> Iterator[str]:
    yield mark("act", statement.act or "unknown")
    yield from (mark("topic", topic) for topic in statement.topics)
    if speaker := statement.speaker:
        yield from (mark("party", party) for party in (speaker.party or "").split("+") if party)
        yield mark("actor", speaker.actor_id)
        names = f"{speaker.name} {speaker.actor_id.partition(':')[2]}"
        yield from dict.fromkeys(mark("speaker", term.text) for term in terms(names))


def mark(kind: str, value: str) -> str:
    """Return the term that filters look for.

    >>> mark("party", "RU"), mark("topic", "arms-control")
    ('party=ru', 'topic=arms_control')
    """
    return f"{kind}={mark_value(value)}"


def numbered(rows: Iterable[dict[str, Any]], last: Mapping[int, int]) -> list[dict[str, Any]]:
    """Return passages with numbers of their own, in the order of these; `last` are the highest there are, by the first of a day."""
    at = dict(last)
    found = []
    for row in rows:
        at[row["id"]] = number = at.get(row["id"], row["id"]) + 1
        found.append({**row, "id": number})
    return sorted(found, key=lambda row: int(row["id"]))
