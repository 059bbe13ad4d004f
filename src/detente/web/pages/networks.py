"""Who stands with whom, in the words of Discourse Network Analyzer."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from pydantic import Field

from detente.desk.networks import NetworkView, network
from detente.render.network.shown import numbered, strongest, weighed
from detente.web.asked import More
from detente.web.chosen import OF_STATEMENTS, chips, cleared
from detente.web.described import as_record
from detente.web.drawn import shared
from detente.web.shell import InShell, in_forms

router = APIRouter(tags=["network"])
CHOICES = {
    "rows": ("party", "actor", "outlet"),
    "mode": ("one", "two"),
    "aggregation": ("subtract", "congruence", "conflict"),
    "normalization": ("", "none", "average", "jaccard", "cosine"),
    "duplicates": ("document", "include", "week", "month", "year", "across"),
}
MAKING = {"rows", "mode", "aggregation", "normalization", "duplicates", "most", "minimum"}  # choices, beside filters
LISTED = 60  # nodes, and ties, in tables of a page
LARGE = 300  # nodes; of more than so many a page draws the network before it has tables
CITED = 60  # statements behind a tie


class Tied(More):
    """The choices of a network, beside the filters of statements."""

    rows: Literal["party", "actor", "outlet"] = Field("party", description="What the nodes are")
    mode: Literal["one", "two"] = Field("one", description="Nodes of one sort, or nodes and topics")
    aggregation: str = Field("subtract", max_length=20, description="congruence, conflict or subtract")
    normalization: str = Field("", max_length=20, description="none, average, jaccard or cosine")
    duplicates: str = Field("document", max_length=20, description="What counts once")
    most: int = Field(100, ge=2, le=2000, description="How many nodes")
    minimum: float = Field(0, ge=0, description="The least weight of a tie")


def tied(asked: Annotated[Tied, Query()]) -> Tied:
    """The choices of an address."""
    return asked


Choice = Annotated[Tied, Depends(tied)]
Tables = Annotated[bool, Query(description="Give the tables of a large network, too")]
End = Annotated[str, Query(max_length=200, description="Show the statements behind the tie of these two, by name or id")]


def view(shell: InShell, asked: Choice) -> NetworkView:
    """Return the network that an address asks for."""
    chosen, codebook = _chosen(asked), shell.request.app.state.codebook
    return shared(shell, ("network", key_of(asked)), lambda: network(shell.store, ui=shell.ui, codebook=codebook, **chosen))


def key_of(asked: Tied) -> str:
    """Return what tells networks apart."""
    return repr(sorted(_chosen(asked).items()))


def _chosen(asked: Tied) -> dict[str, Any]:
    return asked.model_dump(include=MAKING) | asked.filters()


View = Annotated[NetworkView, Depends(view)]


@router.get("/network", response_class=Response, summary="The network, as a page")
def show(shell: InShell, asked: Choice, found: View, one: End = "", other: End = "", tables: Tables = False) -> Response:
    """Show a network as a picture and as tables, and the statements behind a tie; of a large one the picture comes first."""
    has_evidence = bool(one and other)
    has_tables = tables or has_evidence or asked.most <= LARGE
    behind, *cited = filter(None, found.evidence(one, other, CITED)) if has_evidence else ("",)
    told = _tables(found) if has_tables else {"shown": None}
    return shell.page("network.html", asked, choices=CHOICES, chosen=asked.model_dump(), behind=behind, cited=cited, notes=found.notes,
                      chips=chips(shell, OF_STATEMENTS), cleared=cleared(shell, asked.parties), **told)  # fmt: skip


def _tables(found: NetworkView) -> dict[str, Any]:
    """What the tables of a page show."""
    shown, (measured,) = found.shown, found.shown.networks
    most_heard = sorted(measured.standings, key=lambda node: -node.claims)[:LISTED]
    return {
        "shown": shown, "nodes": [(shown.name((node.kind, node.id)), node) for node in most_heard], "number": len(measured.standings),
        "ties": [(tie, shown.ends(measured.network, tie)) for tie in strongest(measured.network)[:LISTED]], "weighed": weighed, "numbered": numbered,
    }  # fmt: skip


@router.get("/network/drawn.json", response_class=Response, summary="The network as its page draws it: places of nodes, and the strongest ties")
def as_drawn(shell: InShell, asked: Choice, found: View) -> Response:
    """Return what a page draws."""
    return as_record(shared(shell, ("drawn", key_of(asked)), found.drawn))


@router.get("/network.svg", response_class=Response, summary="The network as a picture")
def as_picture(found: View) -> Response:
    """Return the network as SVG."""
    return Response(found.to_file("svg"), media_type="image/svg+xml")


in_forms(router, "/network", view, "Nodes with figures, and ties")
