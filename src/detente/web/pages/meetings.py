"""Meetings, calls and visits, and both sides' accounts of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from detente.analysis.accounts import Gathering, gathering_named
from detente.desk.accounts import compare, filters_of, meetings
from detente.desk.compared import CompareView, MeetingsView
from detente.render.accounts.table import in_words, sure_of_accounts
from detente.render.html.article import language_tag
from detente.render.sure import such
from detente.web.asked import ForMaps, listed
from detente.web.chosen import chips, cleared
from detente.web.shell import InShell, in_forms

router = APIRouter(tags=["meetings"])
HEEDED = ("parties", "since", "until", "language", "outlet", "country")


def meetings_view(shell: InShell, filters: ForMaps) -> MeetingsView:
    """Return the meetings that an address asks for."""
    named = listed(filters.language), listed(filters.outlet), listed(filters.country)
    chosen = filters_of(listed(filters.parties) or None, filters.since, filters.until, *named)
    return meetings(shell.store, chosen, ui=shell.ui, codebook=shell.request.app.state.codebook)


def accounts_view(shell: InShell, filters: ForMaps, event: str) -> CompareView:
    """Return both sides' accounts of the meeting that an address names."""
    return compare(
        shell.store, event, listed(filters.parties) or None, topics=listed(filters.topic), since=filters.since, until=filters.until,
        languages=listed(filters.language), outlets=listed(filters.outlet), countries=listed(filters.country), ui=shell.ui,
        codebook=shell.request.app.state.codebook,
    )  # fmt: skip


def addresses(found: Sequence[Gathering]) -> Iterator[tuple[str, str]]:
    """Yield how an address names each meeting, and of which parties: by its day and kind, which stay when others are read; by its number where
    several are called so.
    """
    by_pair: dict[tuple[str, str], list[Gathering]] = {}
    for each in found:
        by_pair.setdefault(each.parties, []).append(each)
    for number, each in enumerate(found, 1):
        words = f"{each.date} {each.type}".strip()
        named = gathering_named(words, (other for other in by_pair[each.parties] if other.date.startswith(each.date)))
        yield (words, ",".join(each.parties)) if named == each else (str(number), "")


@router.get("/meetings", response_class=Response, summary="Meetings, calls and visits, as a page")
def show(shell: InShell, filters: ForMaps, found: Annotated[MeetingsView, Depends(meetings_view)]) -> Response:
    """Show the meetings that were found."""
    told = zip(found.meetings, found.in_words(), addresses(found.meetings), strict=True)
    return shell.page("meetings.html", filters, meetings=sorted(told, key=lambda each: each[0].date, reverse=True),
                      chips=chips(shell, HEEDED), cleared=cleared(shell))  # fmt: skip


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
        event=event, labels=shown.labels, trust=shown.trust, reports=shown.comparison.reports, counted=counted, sure=such(shell.words, shown.accounts),
        measured=sure_of_accounts(shown),
        documents={key: (reading.document.title or reading.document.path, language_tag(reading.document)) for key, reading in shown.readings.items()},
        published=[reading.document for _, reading in sorted(shown.readings.items(), key=lambda each: (each[1].document.published or "", each[0]))],
    )  # fmt: skip
