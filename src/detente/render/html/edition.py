"""The statements of a report, numbered as the page shows them, with the side that each speaks for."""

from __future__ import annotations

from detente.records import Record, Statement
from detente.render.interface import Interface, interface
from detente.render.report import Report, Source, index_statements, sides_of, utterances

SIDES = ("left", "right")


class Edition(Record, frozen=True):
    """What the parts of a page share: report, interface, statements in order, and by id their numbers and reports."""

    report: Report
    words: Interface
    sources: tuple[Source, ...]
    numbers: dict[str, int]
    reports: dict[str, tuple[Source, ...]]


def edition_of(report: Report) -> Edition:
    """Return a report with its statements numbered from 1."""
    index = index_statements(report.readings)
    numbers = {statement_id: source.place + 1 for statement_id, source in index.items()}
    sources = tuple(index.values())
    return Edition(report, interface(report.ui), sources, numbers, utterances(sources, report.same))


def side_style(edition: Edition, source: Source) -> str:
    """Return left, right, both or other: the class by which a statement is drawn."""
    return style_of(source.statement, edition.report.map.parties)


def style_of(statement: Statement, parties: tuple[str, str]) -> str:
    """Return left, right, both or other, by the parties of a map for which a statement speaks."""
    return style_in(sides_of(statement, parties), parties)


def style_in(sides: tuple[str, ...], parties: tuple[str, str]) -> str:
    """Return left, right, both or other, by those parties of a map that something is of."""
    if len(sides) == 2:
        return "both"
    return SIDES[parties.index(sides[0])] if sides else "other"
