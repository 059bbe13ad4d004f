"""Who relays whom, and on whose word the record of a side rests."""

from __future__ import annotations

import json
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from detente.desk.sources import SourcesView, sources
from detente.web.asked import ForStatements, listed
from detente.web.chosen import FIELDS, OF_STATEMENTS, chips, cleared
from detente.web.shell import InShell, in_forms

router = APIRouter(tags=["sources"])
MOST = 40  # relays that a page lists
CITED = 60  # statements behind a figure


def view(shell: InShell, filters: ForStatements) -> SourcesView:
    """Return the sources that an address asks for."""
    codebook = shell.request.app.state.codebook
    return sources(shell.store, between=listed(filters.parties), ui=shell.ui, codebook=codebook, **filters.filters("parties"))


View = Annotated[SourcesView, Depends(view)]
End = Annotated[str, Query(max_length=200, description="Show the statements behind the figure of these two, by name or id")]
Through = Annotated[int | None, Query(ge=0, le=1000, description="Show the statements that so many sources passed on")]


@router.get("/sources", response_class=Response, summary="Who relays whom, as a page")
def show(shell: InShell, filters: ForStatements, found: View, one: End = "", other: End = "", through: Through = None) -> Response:
    """Show the chains of sources, on whom the record of either side rests, and the statements behind a figure."""
    lines = found.evidence(one, other, CITED) if one and other else iter(()) if through is None else found.passed_on(through, CITED)
    cited = tuple(islice(lines, 1, None))
    names = {node[1]: found.shown.name(node) for each in found.shown.relays for node in (each.one, each.other)}
    ends = shell.words.text("sources.evidence", one=names.get(one, one), other=names.get(other, other))
    behind = ends if one and other else shell.words.text("sources.of_depth", n=through)
    return shell.page(
        "sources.html", filters, told=json.loads(found.to_json()), shown=found.shown, most=MOST, behind=behind, cited=cited,
        chips=chips(shell, OF_STATEMENTS), cleared=cleared(shell, filters.parties), fields=("parties", *FIELDS),
    )  # fmt: skip


@router.get("/sources.svg", response_class=Response, summary="Who relays whom, as a picture")
def as_picture(found: View) -> Response:
    """Return the graph of relays as SVG."""
    return Response(found.to_file("svg"), media_type="image/svg+xml")


in_forms(router, "/sources", view, "Who relays whom, and on whom records rest")
