"""The map as rows, for tables, spreadsheets and programs: one row a side of a cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

import msgspec

from detente.analysis.uncertainty import Estimate

from .cells import as_csv
from .picture import Half, Row, halves, picture_of
from .report import Report, index_statements
from .sure import sure_of_cell, told_by


class MapRow(TypedDict):
    """One side of a cell. Lists are joined by `; `, so that a row holds nothing but plain values.

    `sure` is how surely the cell has its relation, `told` how many statements of the side the articles tell of, each with its
    interval (`detente.analysis.uncertainty`).
    """

    topic: str
    topic_label: str
    relation: str
    by: str | None
    party: str
    party_label: str
    statements: int
    own_word: bool
    per: str | None
    words: str
    sources: str
    documents: int
    evidence: str
    score: float
    method: str
    sure: float | None
    sure_low: float | None
    sure_high: float | None
    told: float | None
    told_low: float | None
    told_high: float | None


COLUMNS = tuple(MapRow.__annotations__)


def map_rows(report: Report) -> list[MapRow]:
    """Return a row for every side of every cell, in the order of the picture, left before right."""
    return list(_rows(report))


def render_csv(report: Report) -> str:
    """Return the rows as CSV (RFC 4180); a text that a spreadsheet would run gets an apostrophe before it."""
    return as_csv(COLUMNS, (row.values() for row in map_rows(report)))


def render_json(report: Report) -> str:
    """Return the map, its rows and what was read as indented JSON."""
    content: dict[str, Any] = {
        "parties": report.map.parties,
        "rows": map_rows(report),
        "actors": report.joined,
        "same": report.same,
        "copies": report.copies,
        "reliability": report.reliability,
        "documents": [_document(reading.document) for reading in report.readings],
        "failures": [{"path": failed.document.path, "failures": failed.failures} for failed in report.failures],
        "made_by": [
            msgspec.to_builtins(made_by) for made_by in dict.fromkeys(reading.made_by for reading in report.readings)
        ],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _document(document: msgspec.Struct) -> dict[str, Any]:
    keys = (
        "id",
        "path",
        "url",
        "language",
        "script",
        "title",
        "outlet",
        "credit",
        "published",
        "text_sha256",
    )
    return {key: getattr(document, key) for key in keys}


def _rows(report: Report) -> Iterator[MapRow]:
    index = index_statements(report.readings)
    documents = {statement_id: source.reading.document.id for statement_id, source in index.items()}
    for group in picture_of(report):
        for row in group.rows:
            read = {documents[key] for key in row.cell.evidence if key in documents}
            for half in halves(row):
                yield _row(row, half, len(read), sure_of_cell(row.cell, index, report), told_by(row.cell, half.party, index, report))


def _row(row: Row, half: Half, documents: int, sure: Estimate | None, told: Estimate | None) -> MapRow:
    cell, side = row.cell, row.cell.sides.get(half.party)
    return MapRow(
        topic=cell.topic,
        topic_label=row.label,
        relation=cell.relation,
        by=cell.by,
        party=half.party,
        party_label=half.label,
        statements=half.statements,
        own_word=side is not None and side.own_word,
        per=half.per,
        words=half.words,
        sources="; ".join(half.sources),
        documents=documents,
        evidence="; ".join(cell.evidence),
        score=cell.score,
        method=cell.method,
        sure=sure.value if sure else None,
        sure_low=sure.low if sure else None,
        sure_high=sure.high if sure else None,
        told=told.value if told else None,
        told_low=told.low if told else None,
        told_high=told.high if told else None,
    )
