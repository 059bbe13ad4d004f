"""What two parties did and said in time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from detente.analysis.happenings import TYPES
from detente.desk.heard import DeskView
from detente.desk.timelines import timeline
from detente.records.event import STATUSES
from detente.views.maps import labels_of
from detente.web.asked import ForStatements, More, listed
from detente.web.chosen import FIELDS, OF_STATEMENTS, chips, cleared
from detente.web.shell import InShell, Shell, address, in_forms

router = APIRouter(tags=["timeline"])
Limit = Annotated[int, Query(ge=1, le=1000, description="How many events and days, the last ones")]
Day = Annotated[str, Query(max_length=10, description="Show what is behind a day, month or year")]


def view(shell: InShell, filters: ForStatements, limit: Limit = 40) -> DeskView:
    """Return the timeline that an address asks for."""
    codebook = shell.request.app.state.codebook
    return timeline(shell.store, listed(filters.parties), limit=limit, ui=shell.ui, codebook=codebook, **filters.filters("parties"))


View = Annotated[DeskView, Depends(view)]


@router.get("/timeline", response_class=Response, summary="Meetings, calls, visits and statements in time, as a page")
def show(shell: InShell, filters: ForStatements, found: View, limit: Limit = 40, evidence: Day = "") -> Response:
    """Show the timeline of two parties, and what is behind a day of it."""
    cited = tuple(found.evidence(evidence, limit)) if evidence else ()
    return shell.page(
        "sheets.html", filters, name="timeline", sheets=found.sheets, trust=found.trust, ways={}, picture="/timeline.svg", of=evidence, cited=cited,
        links="evidence",
        accounts=_accounts(found, evidence, filters),
        chips=chips(shell, OF_STATEMENTS), cleared=cleared(shell, filters.parties), fields=("parties", *FIELDS),
        limits=shell.limits(limit), words_of_chart=_words(shell, found),
    )  # fmt: skip


@router.get("/timeline.svg", response_class=Response, summary="The timeline as a picture")
def as_picture(found: View) -> Response:
    """Return the timeline as SVG."""
    return Response(found.to_file("svg"), media_type="image/svg+xml")


in_forms(router, "/timeline", view, "The timeline's rows")


def _accounts(found: DeskView, day: str, filters: More) -> list[tuple[str, str]]:
    """The meetings, calls and visits that were held on a day: their sort, and the address of both sides' accounts."""
    parties = ",".join(found.asked["parties"])
    held = {row["type"] for row in found.to_rows() if row["kind"] == "event" and row["status"] == "held" and row["date"] == day}
    return [(kind, address(f"/meetings/{day} {kind}", filters.kept(), parties=parties)) for kind in TYPES if kind in held]


def _words(shell: Shell, found: DeskView) -> dict[str, object]:
    """What a chart calls what the rows name by codes."""
    names = {party: labels_of(shell.request.app.state.codebook, shell.ui).party(party) for party in found.asked["parties"]}
    return {"names": names, **{word: shell.words.text(f"desk.{word}") for word in (*TYPES, *STATUSES, "said")}}
