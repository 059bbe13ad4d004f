"""What is counted over all documents of a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .report import Report, Source, Tally, evidence_of, index_statements, sides_of, sources_of
from .width import printable


def tally_of(report: Report) -> Tally:
    """Return what is counted: as it was told, else over the readings."""
    return report.tally or _counted(report)


def _counted(report: Report) -> Tally:
    index = index_statements(report.readings)
    documents = [reading.document for reading in report.readings]
    days = sorted(document.published[:10] for document in documents if document.published)
    return Tally(
        documents=len(documents),
        independent=len({report.copies.get(document.id, document.id) for document in documents}),
        languages=tuple(sorted({document.language.split("-")[0] for document in documents})),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        statements=len(index),
        outlets=len({name for source in index.values() for name in sources_of(source, report.labels)}),
        unknown_acts=sum(source.statement.act is None for source in index.values()),
        without_topic=sum(not source.statement.topics for source in index.values()),
        sources=dict(_sources(report, index)),
    )


def _sources(report: Report, index: dict[str, Source]) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    for cell in report.map.cells:
        evidence = evidence_of(cell, index)
        for party in report.map.parties:
            mine = (source for source in evidence if party in sides_of(source.statement, report.map.parties))
            told = Counter(printable(name) for source in mine for name in sources_of(source, report.labels))
            yield (cell.topic, party), most_first(told)


def most_first(told: Counter[str]) -> tuple[str, ...]:
    """Return names, those that are told most first.

    >>> most_first(Counter(["Coast", "Harbour", "Harbour", "Bay"]))
    ('Harbour', 'Bay', 'Coast')
    """
    return tuple(sorted(told, key=lambda name: (-told[name], name)))
