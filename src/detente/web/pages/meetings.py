"""Meetings, calls and visits, and both sides' accounts of one."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from detente.desk.accounts import compare, filters_of, meetings
from detente.desk.compared import CompareView, MeetingsView
from detente.render.accounts.table import in_words, sure_of_accounts
from detente.render.html.article import language_tag
from detente.render.sure import such
from detente.web.asked import ForMaps, listed
from detente.web.shell import InShell, in_forms

router = APIRouter(tags=["meetings"])


def meetings_view(shell: InShell, filters: ForMaps) -> MeetingsView:
    """Return the meetings that an address asks for."""
    chosen = filters_of(listed(filters.parties) or None, filters.since, filters.until, listed(filters.language))
    return meetings(shell.store, chosen, ui=shell.ui, codebook=shell.request.app.state.codebook)


def accounts_view(shell: InShell, filters: ForMaps, event: str) -> CompareView:
    """Return both sides' accounts of the meeting that an address names."""
    return compare(
        shell.store, event, listed(filters.parties) or None, topics=listed(filters.topic), since=filters.since, until=filters.until,
        languages=listed(filters.language), ui=shell.ui, codebook=shell.request.app.state.codebook,
    )  # fmt: skip


@router.get("/meetings", response_class=Response, summary="Meetings, calls and visits, as a page")
def show(shell: InShell, filters: ForMaps, found: Annotated[MeetingsView, Depends(meetings_view)]) -> Response:
    """Show the meetings that were found."""
    return shell.page("meetings.html", filters, meetings=tuple(zip(found.meetings, found.in_words(), strict=True)))


in_forms(router, "/meetings", meetings_view, "Meetings, calls and visits")
in_forms(router, "/meetings/{event}", accounts_view, "Both sides' accounts of a meeting")


@router.get("/meetings/{event}.svg", response_class=Response, summary="Both sides' accounts of a meeting, as a picture")
def accounts_picture(found: Annotated[CompareView, Depends(accounts_view)]) -> Response:
    """Return both accounts as SVG."""
    return Response(found.to_file("svg"), media_type="image/svg+xml")


@router.get("/meetings/{event}", response_class=Response, summary="Both sides' accounts of a meeting, as a page")
def show_accounts(shell: InShell, filters: ForMaps, event: str, found: Annotated[CompareView, Depends(accounts_view)]) -> Response:
    """Show both accounts side by side, topic by topic."""
    rows: dict[str, dict[str, Any]] = {}
    for row in found.to_rows():
        topic = rows.setdefault(row["topic"], {"label": row["topic_label"], "account": row["account"], "by": row["by"], "sides": {}})
        topic["sides"].setdefault(row["party"], []).append(row)
    shown = found.shown
    names = {party: shown.labels.party(party) for party in found.meeting.parties}
    counted = [f"{shell.words.text(f'web.account.{key}')} {shown.counted(key, each.found)}" for key, each in shown.accounts.items() if each.found]
    return shell.page(
        "accounts.html", filters, meeting=found.meeting, heading=in_words(found.meeting, shown.labels, shell.words), rows=rows, names=names,
        event=event, trust=shown.trust, reports=shown.comparison.reports, counted=counted, sure=such(shell.words, shown.accounts),
        measured=sure_of_accounts(shown),
        documents={key: (reading.document.title or reading.document.path, language_tag(reading.document)) for key, reading in shown.readings.items()},
    )  # fmt: skip
