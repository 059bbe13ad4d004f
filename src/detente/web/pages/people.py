"""Who speaks, of what is spoken, and one speaker or party alone."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from detente.desk.heard import DeskView, actors, topics
from detente.desk.profiles import profile, row_named
from detente.web.asked import ForStatements, More, listed
from detente.web.chosen import FIELDS, OF_STATEMENTS, chips, cleared
from detente.web.shell import InShell, Shell, address, in_forms

router = APIRouter(tags=["actors and topics"])
PEOPLE = ("speaker", "party")
HEADS = {"speaker": "speakers", "party": "parties", "topic": "on", "act": "acts", "addressee": "addressees", "outlet": "outlets"}  # of sections
CITED = 60  # statements behind a row of a profile
Limit = Annotated[int, Query(ge=1, le=1000, description="How many rows")]
Behind = Annotated[str, Query(max_length=200, description="Show the statements behind a row")]


def _with(shell: Shell) -> dict[str, Any]:
    return {"ui": shell.ui, "codebook": shell.request.app.state.codebook}


def actors_view(shell: InShell, filters: ForStatements, limit: Limit = 40) -> DeskView:
    """Return who speaks, as an address asks; of two parties, who speaks for either."""
    asked = filters if filters.party else filters.model_copy(update={"party": filters.parties})
    return actors(shell.store, limit=limit, **_with(shell), **asked.filters())


def topics_view(shell: InShell, filters: ForStatements, limit: Limit = 40) -> DeskView:
    """Return of what is spoken, as an address asks."""
    return topics(shell.store, pair=listed(filters.parties), limit=limit, **_with(shell), **filters.filters("parties"))


def profile_view(shell: InShell, filters: ForStatements, name: str) -> DeskView:
    """Return what is known of one speaker or party, as an address asks."""
    return profile(shell.store, name, **_with(shell), **filters.filters("parties"))


def ways(view: DeskView, shell: Shell, filters: More) -> dict[tuple[str, str], tuple[str, str]]:
    """Where rows of a profile lead, by heading and name: to the profile of a speaker or party, or behind the row; and to the latest words on a topic."""
    found = {}
    for row in view.to_rows():
        if head := HEADS.get(row.get("section", "")):
            behind = address(shell.request.url.path, filters.kept(), evidence=f"{row['section']}:{row['key']}") + "#behind"
            profile = address(f"/actors/{row['key']}", filters.kept())
            anchor = f"#s-{row['evidence'].partition(':')[2]}"
            words = address(f"/documents/{row['documents']}", filters.kept()) + anchor if row["documents"] else ""
            found[shell.words.text(f"desk.{head}"), row["label"]] = (profile if row["section"] in PEOPLE else behind, words)
    return found


def called(view: DeskView, evidence: str) -> str:
    """Return the name of the row of a profile that an address asks for, else what it asks for."""
    rows = view.to_rows()
    meant = row_named(rows, evidence) if rows and "section" in rows[0] else None
    return next((row["label"] for row in rows if meant and (row["section"], row["key"]) == meant), evidence)


def _page(shell: Shell, filters: More, name: str, view: DeskView, evidence: str, limit: int, links: str) -> Response:
    heeded = ("parties", *OF_STATEMENTS) if name == "actors" else OF_STATEMENTS
    cited = tuple(view.evidence(evidence, limit)) if evidence else ()
    return shell.page("sheets.html", filters, name=name, sheets=view.sheets, trust=view.trust, ways=ways(view, shell, filters), picture="", accounts=(),
                      of=called(view, evidence), cited=cited, links=links, limits=shell.limits(limit),
                      chips=chips(shell, heeded), cleared=cleared(shell, "" if name == "actors" else filters.parties), fields=("parties", *FIELDS))  # fmt: skip


@router.get("/actors", response_class=Response, summary="Who speaks for whom, as a page")
def show_actors(
    shell: InShell, filters: ForStatements, found: Annotated[DeskView, Depends(actors_view)], limit: Limit = 40, evidence: Behind = ""
) -> Response:
    """Show who speaks for whom, how often and on what."""
    return _page(shell, filters, "actors", found, evidence, limit, "profile")


@router.get("/topics", response_class=Response, summary="Of what is spoken, as a page")
def show_topics(
    shell: InShell, filters: ForStatements, found: Annotated[DeskView, Depends(topics_view)], limit: Limit = 40, evidence: Behind = ""
) -> Response:
    """Show of what is spoken, how often and by whom."""
    return _page(shell, filters, "topics", found, evidence, limit, "evidence")


@router.get("/actors.svg", response_class=Response, summary="Who speaks, as a picture")
def actors_picture(found: Annotated[DeskView, Depends(actors_view)]) -> Response:
    """Return how much each actor says as SVG."""
    return Response(found.to_file("svg"), media_type="image/svg+xml")


@router.get("/topics.svg", response_class=Response, summary="Of what is spoken, as a picture")
def topics_picture(found: Annotated[DeskView, Depends(topics_view)]) -> Response:
    """Return how much is said on each topic as SVG."""
    return Response(found.to_file("svg"), media_type="image/svg+xml")


@router.get("/actors/{name}.svg", response_class=Response, summary="One speaker or party, as a picture")
def profile_picture(found: Annotated[DeskView, Depends(profile_view)]) -> Response:
    """Return a profile as SVG."""
    return Response(found.to_file("svg"), media_type="image/svg+xml")


in_forms(router, "/actors", actors_view, "Who speaks for whom")
in_forms(router, "/topics", topics_view, "Of what is spoken")
in_forms(router, "/actors/{name}", profile_view, "One speaker or party")


@router.get("/actors/{name}", response_class=Response, summary="One speaker or party, as a page")
def show_profile(shell: InShell, filters: ForStatements, found: Annotated[DeskView, Depends(profile_view)], evidence: Behind = "") -> Response:
    """Show what is known of one speaker or party: names, offices, topics with the latest words, and the statements behind a row."""
    return _page(shell, filters, "profile", found, evidence, CITED, "")
