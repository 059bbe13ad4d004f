"""Who speaks, of what is spoken, and one speaker or party alone."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from detente.desk.heard import DeskView, actors, topics
from detente.desk.profiles import profile
from detente.web.asked import ForStatements, More, listed
from detente.web.shell import InShell, Shell, as_csv, as_json

router = APIRouter(tags=["actors and topics"])
Limit = Annotated[int, Query(ge=1, le=1000, description="How many rows")]
Behind = Annotated[str, Query(max_length=200, description="Show the statements behind a row")]


def _with(shell: Shell) -> dict[str, Any]:
    return {"ui": shell.ui, "codebook": shell.request.app.state.codebook}


def _actors(shell: Shell, filters: More, limit: int) -> DeskView:
    return actors(shell.store, limit=limit, **_with(shell), **filters.filters())


def _topics(shell: Shell, filters: More, limit: int) -> DeskView:
    return topics(shell.store, pair=listed(filters.parties), limit=limit, **_with(shell), **filters.filters("parties"))


def _profile(shell: Shell, filters: More, name: str) -> DeskView:
    return profile(shell.store, name, **_with(shell), **filters.filters("parties"))


def _page(shell: Shell, filters: More, name: str, view: DeskView, evidence: str, limit: int, links: str) -> Response:
    cited = tuple(view.evidence(evidence, limit)) if evidence else ()
    return shell.page("sheets.html", filters, name=name, sheets=view.sheets, picture="", of=evidence, cited=cited, links=links)


@router.get("/actors", response_class=Response, summary="Who speaks for whom, as a page")
def show_actors(shell: InShell, filters: ForStatements, limit: Limit = 40, evidence: Behind = "") -> Response:
    """Show who speaks for whom, how often and on what."""
    return _page(shell, filters, "actors", _actors(shell, filters, limit), evidence, limit, "profile")


@router.get("/actors.json", response_class=Response, summary="Who speaks for whom")
def actors_as_rows(shell: InShell, filters: ForStatements, limit: Limit = 40) -> Response:
    """Return who speaks for whom as JSON."""
    return as_json(_actors(shell, filters, limit).to_json())


@router.get("/actors.csv", response_class=Response, summary="Who speaks for whom, as CSV")
def actors_as_table(shell: InShell, filters: ForStatements, limit: Limit = 40) -> Response:
    """Return who speaks for whom as CSV."""
    return as_csv(_actors(shell, filters, limit).to_csv())


@router.get("/topics", response_class=Response, summary="Of what is spoken, as a page")
def show_topics(shell: InShell, filters: ForStatements, limit: Limit = 40, evidence: Behind = "") -> Response:
    """Show of what is spoken, how often and by whom."""
    return _page(shell, filters, "topics", _topics(shell, filters, limit), evidence, limit, "evidence")


@router.get("/topics.json", response_class=Response, summary="Of what is spoken")
def topics_as_rows(shell: InShell, filters: ForStatements, limit: Limit = 40) -> Response:
    """Return of what is spoken as JSON."""
    return as_json(_topics(shell, filters, limit).to_json())


@router.get("/topics.csv", response_class=Response, summary="Of what is spoken, as CSV")
def topics_as_table(shell: InShell, filters: ForStatements, limit: Limit = 40) -> Response:
    """Return of what is spoken as CSV."""
    return as_csv(_topics(shell, filters, limit).to_csv())


@router.get("/actors/{name}.json", response_class=Response, summary="One speaker or party")
def profile_as_rows(shell: InShell, filters: ForStatements, name: str) -> Response:
    """Return what is known of one speaker or party as JSON."""
    return as_json(_profile(shell, filters, name).to_json())


@router.get("/actors/{name}.csv", response_class=Response, summary="One speaker or party, as CSV")
def profile_as_table(shell: InShell, filters: ForStatements, name: str) -> Response:
    """Return what is known of one speaker or party as CSV."""
    return as_csv(_profile(shell, filters, name).to_csv())


@router.get("/actors/{name}", response_class=Response, summary="One speaker or party, as a page")
def show_profile(shell: InShell, filters: ForStatements, name: str) -> Response:
    """Show what is known of one speaker or party: names, offices, topics with the latest words."""
    return _page(shell, filters, "profile", _profile(shell, filters, name), "", 0, "")
