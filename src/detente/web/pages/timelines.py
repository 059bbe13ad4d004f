"""What two parties did and said in time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from detente.desk.heard import DeskView
from detente.desk.timelines import timeline
from detente.web.asked import ForStatements, More, listed
from detente.web.shell import InShell, Shell, as_csv, as_json

router = APIRouter(tags=["timeline"])
Limit = Annotated[int, Query(ge=1, le=1000, description="How many events and days, the last ones")]
Day = Annotated[str, Query(max_length=10, description="Show what is behind a day, month or year")]


def _view(shell: Shell, filters: More, limit: int) -> DeskView:
    codebook = shell.request.app.state.codebook
    return timeline(shell.store, listed(filters.parties), limit=limit, ui=shell.ui, codebook=codebook, **filters.filters("parties"))


@router.get("/timeline", response_class=Response, summary="Meetings, calls, visits and statements in time, as a page")
def show(shell: InShell, filters: ForStatements, limit: Limit = 40, evidence: Day = "") -> Response:
    """Show the timeline of two parties, and what is behind a day of it."""
    view = _view(shell, filters, limit)
    cited = tuple(view.evidence(evidence, limit)) if evidence else ()
    return shell.page("sheets.html", filters, name="timeline", sheets=view.sheets, picture="/timeline.svg", of=evidence, cited=cited, links="evidence")


@router.get("/timeline.json", response_class=Response, summary="The timeline's rows")
def as_rows(shell: InShell, filters: ForStatements, limit: Limit = 40) -> Response:
    """Return the timeline as JSON."""
    return as_json(_view(shell, filters, limit).to_json())


@router.get("/timeline.csv", response_class=Response, summary="The timeline's rows as CSV")
def as_table(shell: InShell, filters: ForStatements, limit: Limit = 40) -> Response:
    """Return the timeline as CSV."""
    return as_csv(_view(shell, filters, limit).to_csv())


@router.get("/timeline.svg", response_class=Response, summary="The timeline as a picture")
def as_picture(shell: InShell, filters: ForStatements, limit: Limit = 40) -> Response:
    """Return the timeline as SVG."""
    return Response(_view(shell, filters, limit).to_file("svg"), media_type="image/svg+xml")
