"""Meetings, calls and visits, and both sides' accounts of one."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from detente.desk.accounts import compare, filters_of, meetings
from detente.desk.compared import CompareView, MeetingsView
from detente.web.asked import Filters, ForMaps, listed
from detente.web.shell import InShell, Shell, as_csv, as_json

router = APIRouter(tags=["meetings"])


def _meetings(shell: Shell, filters: Filters) -> MeetingsView:
    chosen = filters_of(listed(filters.parties) or None, filters.since, filters.until, listed(filters.language))
    return meetings(shell.store, chosen, ui=shell.ui, codebook=shell.request.app.state.codebook)


def _compared(shell: Shell, filters: Filters, event: str) -> CompareView:
    return compare(
        shell.store, event, listed(filters.parties) or None, topics=listed(filters.topic), since=filters.since, until=filters.until,
        languages=listed(filters.language), ui=shell.ui, codebook=shell.request.app.state.codebook,
    )  # fmt: skip


@router.get("/meetings", response_class=Response, summary="Meetings, calls and visits, as a page")
def show(shell: InShell, filters: ForMaps) -> Response:
    """Show the meetings that were found."""
    view = _meetings(shell, filters)
    return shell.page("meetings.html", filters, meetings=tuple(zip(view.meetings, view.in_words(), strict=True)))


@router.get("/meetings.json", response_class=Response, summary="Meetings, calls and visits")
def as_rows(shell: InShell, filters: ForMaps) -> Response:
    """Return the meetings as JSON."""
    return as_json(_meetings(shell, filters).to_json())


@router.get("/meetings.csv", response_class=Response, summary="Meetings, calls and visits, as CSV")
def as_table(shell: InShell, filters: ForMaps) -> Response:
    """Return the meetings as CSV."""
    return as_csv(_meetings(shell, filters).to_csv())


@router.get("/meetings/{event}.json", response_class=Response, summary="Both sides' accounts of a meeting")
def accounts_as_rows(shell: InShell, filters: ForMaps, event: str) -> Response:
    """Return both accounts as JSON."""
    return as_json(_compared(shell, filters, event).to_json())


@router.get("/meetings/{event}.csv", response_class=Response, summary="Both sides' accounts of a meeting, as CSV")
def accounts_as_table(shell: InShell, filters: ForMaps, event: str) -> Response:
    """Return both accounts as CSV."""
    return as_csv(_compared(shell, filters, event).to_csv())


@router.get("/meetings/{event}", response_class=Response, summary="Both sides' accounts of a meeting, as a page")
def show_accounts(shell: InShell, filters: ForMaps, event: str) -> Response:
    """Show both accounts side by side, topic by topic."""
    view = _compared(shell, filters, event)
    rows: dict[str, dict[str, Any]] = {}
    for row in view.to_rows():
        topic = rows.setdefault(row["topic"], {"label": row["topic_label"], "account": row["account"], "by": row["by"], "sides": {}})
        topic["sides"].setdefault(row["party"], []).append(row)
    names = {party: view.shown.labels.party(party) for party in view.meeting.parties}
    return shell.page("accounts.html", filters, meeting=view.meeting, rows=rows, names=names, event=event)
