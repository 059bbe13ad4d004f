"""A document as its outlet publishes one, with its statements marked, and the same report elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import msgspec
from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import Response

from detente.records import DialogueMap, Reading
from detente.render.html.article import language_tag, render_article
from detente.render.html.cards import SIGNS
from detente.render.html.edition import edition_of
from detente.render.html.segments import PASSAGE, Part
from detente.render.report import Report
from detente.resources.names import find_party
from detente.resources.reliability import load_reliability
from detente.views.maps import ReadingView, labels_of
from detente.web.asked import Filters, ForMaps, listed
from detente.web.beside import actors_in, events_in, named_in
from detente.web.beside import listed as listed_as
from detente.web.cards import card_of
from detente.web.shell import InShell, Shell, as_csv, as_json, safe

router = APIRouter(tags=["documents"])
Passage = Annotated[str, Query(pattern=r"^([0-9]{1,9}-[0-9]{1,9})?$", description="Show these words, by their offsets in the text: 120-155")]
MOST = 6  # earlier, later and other copies that a page lists


@router.get("/documents/{key}.json", response_class=Response, summary="The reading of a document")
def as_rows(shell: InShell, key: str) -> Response:
    """Return the reading of a document as JSON."""
    return as_json(msgspec.json.encode(_reading(shell, key)).decode())


@router.get("/documents/{key}.csv", response_class=Response, summary="The statements of a document as CSV")
def as_table(shell: InShell, key: str) -> Response:
    """Return the statements of a document as CSV."""
    from detente.render.cells import as_csv as written
    from detente.render.statements import StatementRow

    rows = ReadingView(_reading(shell, key), ui=shell.ui).to_rows()
    return as_csv(written(tuple(StatementRow.__annotations__), (row.values() for row in rows)))


@router.get("/documents/{key}", response_class=Response, summary="A document, as a page")
def show(shell: InShell, filters: ForMaps, key: str, words: Passage = "") -> Response:
    """Show a document with its statements marked by the side that they speak for, and the words that are asked for."""
    reading = _reading(shell, key)
    pair = _pair(shell, filters, reading)
    report = _report(shell, reading, pair)
    edition, labels = edition_of(report), report.labels
    around = shell.store.maps.around(key, pair, MOST)
    named = filters.model_copy(update={"parties": ",".join(filter(None, pair))})
    return shell.page(
        "document.html", named, document=reading.document, article=safe(render_article(edition, reading, 1, (*named_in(reading, pair), *_asked(words)))),
        cards=[card_of(report, source) for source in edition.sources], is_chinese=reading.document.language.startswith("zh"),
        actors=actors_in(reading, pair, labels), events=events_in(reading, labels), signs=SIGNS, tag=language_tag(reading.document),
        around={name: listed_as(found, labels) for name, found in around._asdict().items()}, names=[labels.party(party) for party in pair if party],
    )  # fmt: skip


def _asked(words: str) -> Iterator[Part]:
    """The words that an address asks for, as a part of the text.

    >>> [(part.start, part.stop) for part in _asked("12-40")], list(_asked(""))
    ([(12, 40)], [])
    """
    start, _, stop = words.partition("-")
    if start and int(start) < int(stop):
        yield Part(int(start), int(stop), 0, PASSAGE)


def _reading(shell: Shell, key: str) -> Reading:
    for kept in shell.store.kept([key]):
        return kept.reading
    raise HTTPException(404, shell.words.text("web.no_document", name=key))


def _pair(shell: Shell, filters: Filters, reading: Reading) -> tuple[str, str]:
    """The two parties by which statements are coloured: those of the address, else the two that speak most here, else most anywhere."""
    from detente.pipeline import weigh_pairs

    if len(named := tuple(sorted({find_party(name) for name in listed(filters.parties)}))) == 2:
        return named[0], named[1]
    weights = weigh_pairs(reading.statements)
    here = max(sorted(weights), key=weights.__getitem__, default=None)
    return here or shell.store.most_reported() or ("", "")


def _report(shell: Shell, reading: Reading, pair: tuple[str, str]) -> Report:
    labels = labels_of(shell.request.app.state.codebook, shell.ui, shell.store.maps.joined(_actors([reading])))
    measured = tuple(found for code in [reading.document.language] if (found := load_reliability(code)))
    return Report(DialogueMap(pair, ()), (reading,), (), labels, measured, shell.ui)


def _actors(readings: Iterable[Reading]) -> set[str]:
    return {statement.speaker.actor_id for reading in readings for statement in reading.statements if statement.speaker}
