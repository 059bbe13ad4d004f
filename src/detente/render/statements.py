"""One reading as rows and as a small table: a row a statement, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TypedDict

from detente.records import Reading, Statement
from detente.text.spans import line_of

from .citation import exact_words, speaker_name, via_chain
from .evidence import act_name, party_name
from .interface import Interface, interface
from .report import Labels, first_offset
from .width import printable

HEADINGS = ("field.where", "field.speaker", "field.act", "field.topic", "field.via", "field.rule")


class StatementRow(TypedDict):
    """One statement. Lists are joined by `; `; `line` counts from 1."""

    line: int
    speaker: str
    party: str | None
    act: str | None
    polarity: float | None
    topics: str
    words: str
    via: str
    said_on: str | None
    score: float
    method: str


def statement_rows(reading: Reading, labels: Labels, ui: str) -> list[StatementRow]:
    """Return a row for every statement of a reading."""
    return [_row(reading, statement, labels, interface(ui)) for statement in reading.statements]


def render_statements(reading: Reading, labels: Labels, ui: str) -> str:
    """Return the statements as text: a line who and what, a line the exact words."""
    words = interface(ui)
    head = printable(reading.document.title or reading.document.path)
    body = (
        f"{row['line']:>4}  {_who(statement, labels, words)}\n      │ {row['words']}"
        for row, statement in zip(statement_rows(reading, labels, ui), reading.statements, strict=True)
    )
    return "\n".join((head, *body))


def render_statements_html(reading: Reading, labels: Labels, ui: str) -> str:
    """Return the statements as an HTML table for a notebook's cell."""
    words = interface(ui)
    head = "".join(f'<th scope="col">{escape(words.text(key))}</th>' for key in HEADINGS)
    title = escape(printable(reading.document.title or reading.document.path))
    body = "".join(_html_rows(reading, labels, words))
    return f'<table lang="{ui}"><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(reading: Reading, statement: Statement, labels: Labels, words: Interface) -> StatementRow:
    return StatementRow(
        line=line_of(reading.document.text, first_offset(statement)),
        speaker=speaker_name(statement, labels, words),
        party=statement.speaker.party if statement.speaker else None,
        act=statement.act,
        polarity=statement.polarity,
        topics="; ".join(statement.topics),
        words=exact_words(reading, statement),
        via=via_chain(statement, labels, words),
        said_on=statement.said_on,
        score=statement.score,
        method=statement.method,
    )


def _who(statement: Statement, labels: Labels, words: Interface) -> str:
    party = words.text("cite.party", party=party_name(statement, labels, words))
    return speaker_name(statement, labels, words) + party + words.text("list.dot") + act_name(statement, words)


def _html_rows(reading: Reading, labels: Labels, words: Interface) -> Iterator[str]:
    for statement in reading.statements:
        row = _row(reading, statement, labels, words)
        who = row["speaker"] + words.text("cite.party", party=party_name(statement, labels, words))
        topics = words.text("list.comma").join(map(labels.topic, statement.topics))
        cells = (str(row["line"]), who, act_name(statement, words), topics, row["via"], row["method"])
        facts = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        yield f'<tr>{facts}</tr><tr><td></td><td colspan="5" style="text-align:left">{escape(row["words"])}</td></tr>'
