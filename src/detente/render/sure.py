"""How sure rows of maps and their counts are: intervals from what the gate measured on gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from detente.analysis.uncertainty import Estimate, Judged, Rates, cell, count
from detente.records import RELATIONS, Cell, Meetings, Tried
from detente.stages.maps import is_own

from .interface import Interface
from .report import Report, Source, sides_of
from .tally import tally_of


def rates_of(report: Report) -> Rates:
    """Return what was measured of the languages of a map."""
    return {each.language: each.gold for each in report.reliability if each.gold}


def how_sure(words: Interface, relations: Mapping[str, Mapping[str, int]], measured: Rates) -> str:
    """Return how often rows of some relations are right, each with its interval; `relations` says in which languages they are told."""
    told = ((words.text(f"relation.{name}"), cell(name, relations[name], measured)) for name in RELATIONS if name in relations)
    return shares(words, words.text("sure.rows"), told)


def ledgers_measured(words: Interface, measured: Meetings) -> str:
    """Return how right ledgers of commitments were on unseen meetings."""
    fate = round(100 * sum(each.right for each in measured.fates.values()) / measured.commitments.right)
    return words.text("commitments.measured", meetings=measured.meetings, fate=fate, **_rights(measured.commitments))


def accounts_measured(words: Interface, measured: Meetings) -> str:
    """Return how right comparisons of accounts were on unseen meetings."""
    right, found, told = (sum(getattr(each, name) for each in measured.accounts.values()) for name in ("right", "found", "told"))
    return words.text("accounts.measured", meetings=measured.meetings, **_rights(Tried(right, found, told)))


def _rights(tried: Tried) -> dict[str, int]:
    return {"precision": round(100 * tried.right / tried.found), "recall": round(100 * tried.right / tried.told)}


def how_sure_of_meetings(words: Interface, judged: Mapping[str, Judged], meetings: int) -> str:
    """Return how often findings of some kinds, by their names, were right on unseen meetings; nothing where none was found."""
    told = [(name, each.sure) for name, each in judged.items() if each.found]
    return shares(words, words.text("sure.unseen", meetings=meetings), told)


def such(words: Interface, judged: Mapping[str, Judged]) -> dict[str, str]:
    """Return by kind how surely one that was found is right, in words."""
    return {kind: words.text("sure.such", **percents(each.sure)) for kind, each in judged.items()}


def shares(words: Interface, head: str, told: Iterable[tuple[str, Estimate | None]]) -> str:
    """Return shares by name, each with its interval, behind a head; nothing where none is known."""
    parts = [words.text("sure.relation", relation=name, **percents(share)) for name, share in told if share]
    return head + words.text("list.colon") + words.text("list.semicolon").join(parts) + words.text("list.stop") if parts else ""


def percents(share: Estimate) -> dict[str, int]:
    """Return a share and its interval in per cent, as the words of the interface take them.

    >>> percents(Estimate(0.75, 0.4677, 0.9111))
    {'n': 75, 'low': 47, 'high': 91}
    """
    return {"n": round(100 * share.value), "low": round(100 * share.low), "high": round(100 * share.high)}


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
