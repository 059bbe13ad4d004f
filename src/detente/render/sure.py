"""How sure rows of maps and their counts are: intervals from what the gate measured on gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from detente.analysis.uncertainty import Estimate, Rates, cell, count
from detente.records import RELATIONS, Cell
from detente.stages.maps import is_own

from .interface import Interface
from .report import Report, Source, sides_of
from .tally import tally_of


def rates_of(report: Report) -> Rates:
    """Return what was measured of the languages of a map."""
    return {each.language: each.gold for each in report.reliability if each.gold}


def how_sure(words: Interface, relations: Mapping[str, Mapping[str, int]], measured: Rates) -> str:
    """Return how often rows of some relations are right, each with its interval; `relations` says in which languages they are told."""
    parts = []
    for name in (each for each in RELATIONS if each in relations):
        if found := cell(name, relations[name], measured):
            low, value, high = (round(100 * share) for share in (found.low, found.value, found.high))
            parts.append(words.text("sure.relation", relation=words.text(f"relation.{name}"), n=value, low=low, high=high))
    return words.text("sure.rows") + words.text("list.colon") + words.text("list.semicolon").join(parts) + words.text("list.stop") if parts else ""


def sure_of_map(report: Report, words: Interface) -> str:
    """Return how often rows like those of a map are right in the languages that were read; nothing where that is not measured."""
    languages = dict.fromkeys(tally_of(report).languages, 1)
    return how_sure(words, {each.relation: languages for each in report.map.cells}, rates_of(report))


def sure_of_cell(cell_: Cell, index: Mapping[str, Source], report: Report) -> Estimate | None:
    """Return how surely a row has its relation."""
    told = Counter(index[key].reading.document.language for key in cell_.evidence if key in index)
    return cell(cell_.relation, told, rates_of(report))


def told_by(cell_: Cell, party: str, index: Mapping[str, Source], report: Report) -> Estimate | None:
    """Return how many independent statements of a side in a row the articles tell of, judged by those found in its own word."""
    first: dict[str, str] = {}
    for source in (index[key] for key in cell_.evidence if key in index):
        document, statement = source.reading.document, source.statement
        is_copy = report.copies.get(document.id, document.id) != document.id
        if is_own(statement) and party in sides_of(statement, report.map.parties) and not is_copy:
            first.setdefault(report.same.get(statement.id, statement.id), document.language)
    return count(Counter(first.values()), "claims", rates_of(report))
