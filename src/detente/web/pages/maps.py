"""The dialogue map of two parties: their topics by relation, and how these went period by period."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import RedirectResponse, Response

from detente.desk.stored import StoredMap
from detente.records import RELATIONS
from detente.render.matrix.shown import mark
from detente.render.picture import picture_of
from detente.render.summary import counts, dates, trust
from detente.resources.outlets import outlet_homes
from detente.resources.tongues import languages
from detente.web.asked import ForMap, OfMap
from detente.web.chosen import OF_MAPS, chips, cleared
from detente.web.drawn import drawn, is_doubtful
from detente.web.months import matrix_of
from detente.web.shell import InShell, Shell, address, in_forms
from detente.web.table import Table

router = APIRouter(tags=["map"])
HIGH, WIDE = 20, 96  # of a line over time, in pixels
BENT = 3  # periods of which a line says more than two numbers do
MOST_OFFERED = 100  # outlets


def view(shell: InShell, filters: ForMap) -> StoredMap:
    """Return the map that an address asks for."""
    return drawn(shell, filters)


MapOf = Annotated[StoredMap, Depends(view)]


@router.get("/map", response_class=Response, summary="The dialogue map of two parties, as a page")
def show(shell: InShell, filters: ForMap) -> Response:
    """Show the map; what a form sends goes to the permanent address of the same."""
    if filters.one or filters.other or "" in shell.request.query_params.values():
        return RedirectResponse(address("/map", filters.as_address), 303)
    found = drawn(shell, filters)
    report, named = found.report, _named(filters, found)
    matrix, groups = matrix_of(shell, found, filters.every, filters.to), picture_of(report)
    return shell.page(
        "map.html", named, report=report, groups=groups, dates=dates(report), counts=counts(report), trust=trust(report), choices=_choices(shell, found),
        lines={topic: _points(matrix.line(topic)) for topic in matrix.topics} if len(matrix.periods) >= BENT else {},
        matrix=matrix, order=[(row.cell.topic, row.label) for group in groups for row in group.rows if row.cell.topic in matrix.topics],
        **_written(shell, found), chosen=named.as_address, chips=chips(shell, OF_MAPS, named.as_address), cleared=cleared(shell, named.parties),
        doubtful=frozenset(cell.topic for cell in report.map.cells if is_doubtful(found, cell)),
    )  # fmt: skip


@router.get("/map.svg", response_class=Response, summary="The map as a picture")
def as_picture(found: MapOf) -> Response:
    """Return the map as SVG."""
    return Response(found.to_svg(), media_type="image/svg+xml")


def table(shell: InShell, filters: ForMap, found: MapOf) -> Table:
    """Return the map as rows, with its periods."""
    return Table(found, matrix_of(shell, found, filters.every, filters.to), _named(filters, found).as_address)


in_forms(router, "/map", table, "The map's rows, its periods, and what was read")


def _written(shell: Shell, found: StoredMap) -> dict[str, Any]:
    """The words of the table of periods, each made once."""
    words = shell.words
    there = [each for each in RELATIONS if any(cell.relation == each for cell in found.map.cells)]
    return {
        "relations": {each: words.text(f"relation.{each}") for each in RELATIONS}, "comma": words.text("list.comma"), "unsure": words.text("web.doubtful"),
        "numbers": cache(lambda number: words.count("statements", number)), "signs": [(each, mark(each, None, found.map.parties)) for each in there],
    }  # fmt: skip


def _named(filters: OfMap, found: StoredMap) -> OfMap:
    """The filters with the pair by name, so that an address stays of this pair."""
    return filters.model_copy(update={"parties": ",".join(found.map.parties), "one": "", "other": ""})


def _choices(shell: Shell, found: StoredMap) -> dict[str, list[tuple[str, str]]]:
    """What a form offers, by value and name: parties that speak, the most reported first; topics; languages; outlets and their countries."""
    labels = found.report.labels
    outlets, homes = shell.store.maps.outlets(found.asked.pair), outlet_homes()
    countries = dict.fromkeys(homes[outlet] for outlet in outlets if outlet in homes)
    return {
        "parties": [(code, labels.party(code)) for code in dict.fromkeys((*shell.store.parties(), *found.asked.pair))],
        "topic": sorted(labels.topics.items(), key=lambda each: each[1]),
        "language": [(code, shell.words.text(f"language.{code}")) for code in languages()],
        "country": sorted(((code, labels.party(code)) for code in countries), key=lambda each: each[1]),
        "outlet": [(labels.actor(outlet), "") for outlet in outlets[:MOST_OFFERED]],
    }


def _points(numbers: list[int]) -> str:
    step, most = WIDE / (len(numbers) - 1), max(1, *numbers)
    return " ".join(f"{step * i:.1f},{HIGH - (HIGH - 2) * number / most:.1f}" for i, number in enumerate(numbers))
