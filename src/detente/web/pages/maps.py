"""The dialogue map of two parties: their topics by relation, and how these went month by month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from detente.analysis.uncertainty import cell as sure_of
from detente.api import selection_of
from detente.desk.stored import StoredMap, chart, pair_of
from detente.records import Cell
from detente.render.matrix.shown import mark
from detente.render.picture import Group, picture_of
from detente.render.summary import counts, dates, trust
from detente.render.sure import rates_of
from detente.render.tally import tally_of
from detente.resources.tongues import find_languages
from detente.web.asked import ForMaps, listed
from detente.web.shell import InShell, Shell, in_forms

router = APIRouter(tags=["map"])
DOUBTFUL = 0.6  # a row that is right less often looks so
HIGH, WIDE = 20, 96  # of a line over time, in pixels


def view(shell: InShell, filters: ForMaps) -> StoredMap:
    """Return the map that an address asks for: of the two parties that are reported most, unless it names two."""
    codebook, languages = shell.request.app.state.codebook, find_languages(listed(filters.language))
    pair = pair_of(shell.store, listed(filters.parties), languages)
    selection = selection_of(listed(filters.topic), filters.since, filters.until, codebook)
    return chart(shell.store, pair, selection, languages, ui=shell.ui, codebook=codebook)


MapOf = Annotated[StoredMap, Depends(view)]


@router.get("/map", response_class=Response, summary="The dialogue map of two parties, as a page")
def show(shell: InShell, filters: ForMaps, found: MapOf) -> Response:
    """Show the map."""
    report, months = found.report, found.every("month").to_rows()
    named, groups = filters.model_copy(update={"parties": ",".join(report.map.parties)}), picture_of(report)
    return shell.page(
        "map.html", named, report=report, groups=groups, dates=dates(report), counts=counts(report), trust=trust(report),
        parties=_parties(shell, found), lines=_lines(months), matrix=_matrix(months, groups), sign=mark,
        doubtful=frozenset(cell.topic for cell in report.map.cells if is_doubtful(found, cell)),
    )  # fmt: skip


@router.get("/map.svg", response_class=Response, summary="The map as a picture")
def as_picture(found: MapOf) -> Response:
    """Return the map as SVG."""
    return Response(found.to_svg(), media_type="image/svg+xml")


in_forms(router, "/map", view, "The map's rows, and what was read")


def is_doubtful(found: StoredMap, cell: Cell) -> bool:
    """Whether a cell's relation is right less often than it should be, by what was measured in its languages."""
    estimate = sure_of(cell.relation, dict.fromkeys(tally_of(found.report).languages, 1), rates_of(found.report))
    return estimate is not None and estimate.value < DOUBTFUL


def _parties(shell: Shell, found: StoredMap) -> list[tuple[str, str]]:
    """The parties that speak, by code and name, the most reported first; those of the map among them."""
    codes = dict.fromkeys((*shell.store.parties(), *found.map.parties))
    return [(code, found.report.labels.party(code)) for code in codes]


def _lines(rows: Iterable[Any]) -> dict[str, str]:
    """How many statements there are on each topic month by month, as the points of a line."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        told[row["topic"]][row["period"]] += row["statements"]
    months = sorted({month for counter in told.values() for month in counter})
    return {topic: _points([counter[month] for month in months]) for topic, counter in told.items()} if len(months) > 1 else {}


def _points(numbers: list[int]) -> str:
    step, most = WIDE / (len(numbers) - 1), max(numbers)
    return " ".join(f"{step * i:.1f},{HIGH - (HIGH - 2) * number / most:.1f}" for i, number in enumerate(numbers))


def _matrix(rows: Iterable[Any], groups: tuple[Group, ...]) -> dict[str, Any]:
    """Relations by topic and month, in the order of the picture."""
    cells: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for row in rows:
        cells[row["topic"]][row["period"]] = row
    months = sorted({month for row in cells.values() for month in row})
    order = [(row.cell.topic, row.label) for group in groups for row in group.rows if row.cell.topic in cells]
    return {"months": months, "rows": [(topic, label, cells[topic]) for topic, label in order]}
