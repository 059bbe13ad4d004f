"""Who relays whom, and on whose word the record of a side rests."""

from __future__ import annotations

import json

from fastapi import APIRouter
from fastapi.responses import Response

from detente.desk.sources import SourcesView, sources
from detente.web.asked import ForStatements, More, listed
from detente.web.shell import InShell, Shell, as_csv, as_json

router = APIRouter(tags=["sources"])
MOST = 40  # relays that a page lists


def _view(shell: Shell, filters: More) -> SourcesView:
    codebook = shell.request.app.state.codebook
    return sources(shell.store, between=listed(filters.parties), ui=shell.ui, codebook=codebook, **filters.filters("parties"))


@router.get("/sources", response_class=Response, summary="Who relays whom, as a page")
def show(shell: InShell, filters: ForStatements) -> Response:
    """Show the chains of sources, and on whom the record of either side rests."""
    view = _view(shell, filters)
    return shell.page("sources.html", filters, told=json.loads(view.to_json()), shown=view.shown, most=MOST)


@router.get("/sources.json", response_class=Response, summary="Who relays whom, and on whom records rest")
def as_rows(shell: InShell, filters: ForStatements) -> Response:
    """Return the sources as JSON."""
    return as_json(_view(shell, filters).to_json())


@router.get("/sources.csv", response_class=Response, summary="Who relays whom, as CSV")
def as_table(shell: InShell, filters: ForStatements) -> Response:
    """Return the sources as CSV."""
    return as_csv(_view(shell, filters).to_csv())


@router.get("/sources.svg", response_class=Response, summary="Who relays whom, as a picture")
def as_picture(shell: InShell, filters: ForStatements) -> Response:
    """Return the graph of relays as SVG."""
    return Response(_view(shell, filters).to_file("svg"), media_type="image/svg+xml")
